"""The course's notebooks: create, read, execute, compare with the words, and repair."""
