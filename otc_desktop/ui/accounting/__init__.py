"""Window: accounting."""
