"""The review of a course, record by record: what there is to review, and who has signed it."""
