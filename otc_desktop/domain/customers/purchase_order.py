"""Customers that want their own order number on what they receive."""

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.findings import Finding, warning


def purchase_order_findings(customer: Customer, purchase_order: str) -> list[Finding]:
    """A warning when the order lacks the number without which it can't be invoiced."""
    if customer.purchase_order_required and not purchase_order.strip():
        return [warning("sales.purchase_order_missing", "purchase_order", customer=customer.code)]
    return []
