"""Rows to domain objects and back, one module per slice; the mapping is explicit."""
