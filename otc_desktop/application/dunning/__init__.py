"""Intents and lists: Reminders."""
