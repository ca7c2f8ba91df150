"""Journal entries for the bookkeeper."""
