"""Window: orders."""
