"""The section of direct debits: collections and mandates."""
