"""Outside thing: mail."""
