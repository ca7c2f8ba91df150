"""Intents and lists: Disputes."""
