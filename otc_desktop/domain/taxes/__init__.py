"""VAT: categories, breakdown, and the totals of any document."""
