"""What customers owe, and what settles it."""
