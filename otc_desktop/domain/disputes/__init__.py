"""What a customer contests."""
