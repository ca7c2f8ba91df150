"""Window: customers."""
