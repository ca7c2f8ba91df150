"""Window: bank dialogs."""
