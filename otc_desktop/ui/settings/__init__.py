"""Window: settings."""
