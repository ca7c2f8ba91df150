"""Outside thing: platform."""
