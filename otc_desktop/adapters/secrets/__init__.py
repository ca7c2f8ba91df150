"""Outside thing: secrets."""
