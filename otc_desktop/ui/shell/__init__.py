"""Window: shell."""
