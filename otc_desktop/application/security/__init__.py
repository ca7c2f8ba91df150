"""Intents and lists: Users and rights."""
