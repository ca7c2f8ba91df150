"""The pages of one customer's file."""
