"""Intents and lists: The company's mail account, and what is read in it."""
