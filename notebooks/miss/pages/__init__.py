"""The parts of a page around its widgets, one HTML fragment per notebook cell."""
