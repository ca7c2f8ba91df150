"""Window: kernel."""
