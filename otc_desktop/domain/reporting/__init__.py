"""Figures read from the books."""
