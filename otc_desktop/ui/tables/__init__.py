"""Window: tables."""
