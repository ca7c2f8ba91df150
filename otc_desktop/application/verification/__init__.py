"""Intents and lists: Proof that every invariant holds on the live data."""
