"""Outside thing: bank_formats."""
