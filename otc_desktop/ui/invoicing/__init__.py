"""Window: invoicing."""
