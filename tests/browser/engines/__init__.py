"""The widgets in the other engines: WebKit, which every iPhone has, and Firefox. `make engines` walks through them."""
