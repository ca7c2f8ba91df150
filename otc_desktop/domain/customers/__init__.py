"""Who buys: identity, addresses, terms."""
