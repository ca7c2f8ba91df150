"""Bank statements as the bank told them."""
