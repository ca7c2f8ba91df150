"""Intents and lists: Mail that waits to leave."""
