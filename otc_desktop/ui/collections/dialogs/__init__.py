"""Window: collections dialogs."""
