"""Outside thing: spreadsheets."""
