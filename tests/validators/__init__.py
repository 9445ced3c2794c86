"""Other people's validators on every page, and what they may say: `make validate`."""
