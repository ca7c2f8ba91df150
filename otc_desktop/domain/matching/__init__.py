"""Which receipt pays which invoice, and why."""
