"""Write files and folders whole, one writer at a time."""
