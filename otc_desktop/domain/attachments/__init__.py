"""Files that people attach to things."""
