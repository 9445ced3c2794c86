"""What a course's files may hold: one type for each kind of record, and the whole of them."""
