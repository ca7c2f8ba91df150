"""One package per outside thing."""
