"""Read models: one list, one query."""
