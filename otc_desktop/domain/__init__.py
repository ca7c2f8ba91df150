"""What the business knows: frozen values and pure functions, without Qt, SQL, files or clock."""
