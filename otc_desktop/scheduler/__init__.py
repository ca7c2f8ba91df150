"""Wakes up and runs use cases, like a user who never sleeps."""
