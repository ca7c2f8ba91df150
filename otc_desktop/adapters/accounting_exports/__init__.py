"""Outside thing: accounting_exports."""
