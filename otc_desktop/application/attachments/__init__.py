"""Intents and lists: Documents attached to things."""
