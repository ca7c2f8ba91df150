"""Outside thing: documents."""
