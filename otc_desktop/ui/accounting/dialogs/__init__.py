"""Window: accounting dialogs."""
