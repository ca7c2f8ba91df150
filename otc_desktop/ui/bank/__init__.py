"""Window: bank."""
