"""What an order promises and has not delivered yet, as credit and forecasts count it.

An order splits into the value of its lines, which leaves with each delivery, and the effect
of its discounts and charges on the whole, which goes on the first invoice. Kept apart, both
are counted once however the order is delivered and invoiced.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import DocumentLine
from otc_desktop.domain.taxes.totals import compute_totals


def value_of(
    lines: Sequence[DocumentLine], quantities: Mapping[int, Decimal], currency: Currency
) -> Money:
    """Quantities by line position at the lines' prices, including tax."""
    taken = tuple(
        replace(lines[position], quantity=quantity)
        for position, quantity in sorted(quantities.items())
        if quantity
    )
    return compute_totals(taken, (), currency).total_incl_tax


def undelivered_value(order: SalesOrder) -> Money:
    """What is left to deliver and to invoice, including tax.

    Discounts and charges on the whole stand aside; what was invoiced ahead is owed already.
    """
    return value_of(order.lines, order.to_bill_ahead(), order.currency)


def adjustments_value(order: SalesOrder) -> Money:
    """What discounts and charges on the whole order change, including tax; negative lowers."""
    lines_alone = compute_totals(order.lines, (), order.currency).total_incl_tax
    return order.totals().total_incl_tax - lines_alone
