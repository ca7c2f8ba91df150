"""Graduated reminders: who is due which step, and who is not."""
