"""The schema, one module per slice. Amounts are integer minor units, never NUMERIC."""

from otc_desktop.persistence.tables import (
    attachments,
    audit,
    banking,
    catalogue,
    company,
    contact_log,
    credit,
    customer_book,
    customers,
    disputes,
    dunning,
    imports,
    invoicing,
    ledger,
    outbox,
    receivables,
    sales,
)
from otc_desktop.persistence.tables.base import metadata

__all__ = [
    "attachments",
    "audit",
    "banking",
    "catalogue",
    "company",
    "contact_log",
    "credit",
    "customer_book",
    "customers",
    "disputes",
    "dunning",
    "imports",
    "invoicing",
    "ledger",
    "metadata",
    "outbox",
    "receivables",
    "sales",
]
