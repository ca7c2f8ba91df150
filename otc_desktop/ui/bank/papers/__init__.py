"""Cheques, bills, cards and cash in hand, and their deposit slips."""
