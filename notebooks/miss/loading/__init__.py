"""Read a course's files: their data, the line of each part, and error messages."""
