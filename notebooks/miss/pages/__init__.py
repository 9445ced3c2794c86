"""What a page shows around its widgets, passage by passage."""
