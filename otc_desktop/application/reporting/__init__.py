"""Intents and lists: Figures."""
