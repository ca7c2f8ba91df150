"""Intents and lists: Stock."""
