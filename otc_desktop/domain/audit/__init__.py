"""What changed, before and after, chained by hash."""
