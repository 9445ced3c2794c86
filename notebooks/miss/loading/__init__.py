"""Read a course's files: data, lines, and errors as sentences."""
