"""Write files and folders atomically, one process at a time."""
