"""How much a customer may owe."""
