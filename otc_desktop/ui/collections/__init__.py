"""Window: collections."""
