"""The delivery note: the paper that travels with the goods, without prices."""

from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.company import Company


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNoteLine:
    """A line of the order as the note shows it; `remaining` after this delivery."""

    code: str
    description: str
    unit: str
    ordered: Decimal
    delivered: Decimal
    remaining: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNote:
    """Everything a delivery note says."""

    seller: Company
    customer: Customer
    delivery: Delivery
    order: SalesOrder
    lines: tuple[DeliveryNoteLine, ...]


def delivery_note_of(
    delivery: Delivery, order: SalesOrder, customer: Customer, company: Company
) -> DeliveryNote:
    """The note of a delivery: its own lines first in order, then what is still to come."""
    lines = []
    for position, line in enumerate(order.lines):
        left = delivery.quantities.get(position, Decimal(0))
        remaining = line.quantity - order.delivered[position]
        if not left and not remaining:
            continue
        lines.append(
            DeliveryNoteLine(
                code=line.product_code,
                description=line.description,
                unit=line.unit,
                ordered=line.quantity,
                delivered=left,
                remaining=remaining,
            )
        )
    return DeliveryNote(
        seller=company, customer=customer, delivery=delivery, order=order, lines=tuple(lines)
    )
