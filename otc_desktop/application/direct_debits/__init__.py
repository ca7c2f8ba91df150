"""Intents and lists: SEPA direct debits."""
