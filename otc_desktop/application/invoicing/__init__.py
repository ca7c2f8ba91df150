"""Intents and lists: Invoices and credit notes."""
