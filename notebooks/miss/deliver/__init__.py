"""From stored notebooks to readers: pages, their one script and style, and the app that serves them."""
