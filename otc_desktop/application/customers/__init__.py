"""Intents and lists: Customer file."""
