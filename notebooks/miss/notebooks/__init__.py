"""The course's notebooks: create, read, execute, compare with the content, and repair."""
