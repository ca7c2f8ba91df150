"""Window: home."""
