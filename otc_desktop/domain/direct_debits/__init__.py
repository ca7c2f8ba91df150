"""SEPA direct debits: mandates and collections."""
