"""Intents and lists: Products."""
