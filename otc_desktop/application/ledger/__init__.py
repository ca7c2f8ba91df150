"""Intents and lists: Entries and exports."""
