"""Window: widgets."""
