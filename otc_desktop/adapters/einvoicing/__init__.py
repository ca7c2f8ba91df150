"""E-invoices in the syntaxes of EN 16931."""
