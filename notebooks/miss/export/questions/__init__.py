"""The questions of a course for other tools: as cards for Anki, and as GIFT, which Moodle imports."""
