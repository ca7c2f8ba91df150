"""Reading of e-invoices that others wrote."""
