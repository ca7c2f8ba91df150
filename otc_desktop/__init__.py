"""OTC Desktop: order-to-cash for the finance teams of small and medium companies."""

__version__ = "0.1.0"
