"""The words: what a content file may hold, reading it, and saying what is wrong with it."""
