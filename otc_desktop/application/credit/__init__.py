"""Intents and lists: Credit limits."""
