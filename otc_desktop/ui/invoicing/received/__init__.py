"""E-invoices: those of others on screen, ours checked and saved."""
