"""Goods of a return arriving: stock, delivery and order follow."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.goods import move_goods
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_order import ENDED, SalesOrder
from otc_desktop.domain.sales.sales_return import SalesReturn
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.stock.movement import MovementReason


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsReturned(Event):
    """Delivered goods came back."""

    number: str
    delivery: str
    reason: str


def take_goods_back(
    uow: UnitOfWork, ctx: Context, noted: SalesReturn, delivery: Delivery, order: SalesOrder
) -> SalesReturn:
    """Write what follows from goods that are here again; the return itself is not saved.

    What is not invoiced yet is simply not invoiced; what was invoiced waits for its credit
    note. Order and delivery are locked.

    Raises:
        RuleError: `sales.return_of_draft` while a draft invoices the delivery,
            `sales.replaces_on_closed_order`, and what `Delivery.take_back` refuses.
    """
    if delivery.invoiced:
        document = uow.invoices.of_delivery(delivery.id)
        if not isinstance(document, Invoice):
            raise RuleError("sales.return_of_draft", number=delivery.number)
    if noted.replaces and order.status in ENDED:
        raise RuleError("sales.replaces_on_closed_order", number=order.number)
    received = noted.receive(on=ctx.today, invoiced=delivery.invoiced)
    uow.deliveries.save(delivery.take_back(noted.quantities))
    if noted.replaces:
        uow.sales_orders.save(order.undeliver(noted.quantities))
    if noted.restock:
        move_goods(
            uow,
            ctx,
            order.lines,
            noted.quantities,
            MovementReason.RETURN,
            delivery_id=delivery.id,
            return_id=noted.id,
            note=noted.note,
        )
    uow.record(
        GoodsReturned(
            subject_id=noted.id,
            customer_id=noted.customer_id,
            number=noted.number,
            delivery=delivery.number,
            reason=noted.reason.value,
        )
    )
    return received
