"""Intents and lists: Open items, matching and allocation."""
