"""The types of a course's files: one for each kind of record, and one for the whole content."""
