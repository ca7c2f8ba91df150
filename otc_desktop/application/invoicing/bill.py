"""Drafts of what was delivered or ordered: the steps that single and grouped billing share."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from otc_desktop.application.invoicing.deduct_deposits import deduct_of_orders
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.references import (
    DeliveryReference,
    LineSource,
    OrderReference,
    SourceKind,
)
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId, SalesOrderId
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine


def draft_of_deliveries(
    uow: UnitOfWork, ctx: Context, deliveries: Sequence[Delivery], *, lock: bool = True
) -> tuple[InvoiceDraft, list[Delivery]]:
    """A draft with what left and did not come back, at the orders' prices.

    An order's document discounts and charges go on its first invoice, and so does what is
    left of its deposits.

    Args:
        uow: with the deliveries locked.
        ctx: of the intent.
        deliveries: of one customer, in the order in which they are shown.
        lock: the deposits that it deducts; not for a mere look.

    Raises:
        RuleError: `sales.delivery_already_invoiced`, `sales.delivery_cancelled`,
            `sales.nothing_to_invoice`, `invoicing.not_one_customer`,
            `invoicing.not_one_currency`.
    """
    billed = [delivery.bill() for delivery in deliveries]
    orders: dict[SalesOrderId, SalesOrder] = {}
    lines: list[DocumentLine] = []
    references: list[DeliveryReference] = []
    for delivery in billed:
        if delivery.order_id not in orders:
            orders[delivery.order_id] = uow.sales_orders.get(delivery.order_id)
        order = orders[delivery.order_id]
        references.append(
            DeliveryReference(
                delivery_id=delivery.id,
                order_id=order.id,
                number=delivery.number,
                delivered_on=delivery.delivered_on,
                ship_to=delivery.ship_to,
                first_line=len(lines),
            )
        )
        lines.extend(
            replace(order.lines[position], quantity=quantity)
            for position, quantity in sorted(delivery.billed.items())
        )
    days = [delivery.delivered_on for delivery in billed]
    draft, customer = _draft(uow, ctx, list(orders.values()), tuple(lines))
    draft = replace(
        draft,
        deliveries=tuple(references),
        supplied_on=max(days),
        period_from=min(days) if min(days) != max(days) else None,
        period_to=max(days) if min(days) != max(days) else None,
    )
    return deduct_of_orders(uow, ctx, draft, customer, lock=lock), billed


def draft_of_orders(
    uow: UnitOfWork,
    ctx: Context,
    orders: Sequence[SalesOrder],
    quantities: Mapping[SalesOrderId, Mapping[int, Decimal]],
) -> tuple[InvoiceDraft, list[SalesOrder]]:
    """A draft of what is ordered and neither delivered nor invoiced: services, for instance.

    Raises:
        RuleError: what `SalesOrder.bill_ahead` refuses, `invoicing.not_one_customer`,
            `invoicing.not_one_currency`.
    """
    lines: list[DocumentLine] = []
    sources: list[LineSource] = []
    after: list[SalesOrder] = []
    for order in orders:
        wanted = quantities[order.id]
        after.append(order.bill_ahead(wanted))
        for position, quantity in sorted(wanted.items()):
            sources.append(
                LineSource(
                    line=len(lines),
                    kind=SourceKind.ORDER,
                    document_id=order.id,
                    document_line=position,
                    quantity=quantity,
                )
            )
            lines.append(replace(order.lines[position], quantity=quantity))
    draft, customer = _draft(uow, ctx, orders, tuple(lines))
    draft = replace(draft, sources=tuple(sources))
    return deduct_of_orders(uow, ctx, draft, customer), after


def _draft(
    uow: UnitOfWork,
    ctx: Context,
    orders: Sequence[SalesOrder],
    lines: tuple[DocumentLine, ...],
) -> tuple[InvoiceDraft, Customer]:
    first = orders[0]
    if any(order.customer_id != first.customer_id for order in orders):
        raise RuleError("invoicing.not_one_customer")
    if any(order.currency != first.currency for order in orders):
        raise RuleError("invoicing.not_one_currency")
    adjustments: list[Adjustment] = []
    for order in orders:
        if not uow.invoices.has_invoice_of_order(order.id):
            adjustments.extend(order.adjustments)
    numbers = dict.fromkeys(order.purchase_order for order in orders if order.purchase_order)
    draft = InvoiceDraft(
        id=InvoiceId(ctx.new_id()),
        kind=InvoiceKind.INVOICE,
        customer_id=first.customer_id,
        currency=first.currency,
        lines=lines,
        adjustments=tuple(adjustments),
        purchase_order=" / ".join(numbers),
        orders=tuple(
            OrderReference(
                order_id=order.id, number=order.number, purchase_order=order.purchase_order
            )
            for order in orders
        ),
    )
    return draft, uow.customers.get(first.customer_id)
