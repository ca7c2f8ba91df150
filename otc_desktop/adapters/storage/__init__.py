"""Outside thing: storage."""
