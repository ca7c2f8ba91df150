"""Window: insights."""
