"""Intents and lists: Bank statements."""
