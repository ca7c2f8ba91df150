"""Use cases: one module per user intent. Load, decide in the domain, write."""
