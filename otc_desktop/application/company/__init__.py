"""Intents and lists: The company and its settings."""
