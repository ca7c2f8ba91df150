"""Window: first_steps."""
