"""Intents and lists: Orders and deliveries."""
