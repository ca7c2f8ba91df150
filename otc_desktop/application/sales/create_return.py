"""Note goods that come back, or are about to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.goods_back import take_goods_back
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.sales.sales_return import (
    ReturnReason,
    SalesReturn,
    check_return,
    returnable,
)
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import SalesReturnId

SERIES = "return"
NUMBERS = NumberFormat("R{year}-{seq:05d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateReturn:
    """Ask for a return to be noted; no quantities means all that may still come back.

    `quantities` by line position of the order. `received`: the goods are here already;
    else the customer only announced them.
    """

    delivery: str
    reason: ReturnReason
    quantities: Mapping[int, Decimal] | None = None
    note: str = ""
    restock: bool = True
    replaces: bool = False
    received: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnNoted(Event):
    """A customer announced that goods come back."""

    number: str
    delivery: str
    reason: str


@use_case(permission=Permission.DELIVER)
def create_return(command: CreateReturn, ctx: Context, task: Task) -> SalesReturn:
    """Note a return and, where the goods are here, take them back.

    Raises:
        NotFoundError: `sales.delivery_not_found`.
        RuleError: `sales.nothing_to_return`, `sales.returns_more_than_delivered`,
            `sales.delivery_cancelled`, and what `take_goods_back` refuses.
    """
    with ctx.unit_of_work() as uow:
        found = uow.deliveries.get_by_number(command.delivery)
        order = uow.sales_orders.get(found.order_id, lock=True)
        delivery = uow.deliveries.get_by_number(command.delivery, lock=True)
        others = uow.sales_returns.of_delivery(delivery.id)
        wanted = command.quantities
        if wanted is None:
            wanted = returnable(delivery, others)
        check_return(wanted, delivery, others)
        sequence = uow.number_series.take(SERIES, NUMBERS.period(ctx.today), date.min)
        noted = SalesReturn(
            id=SalesReturnId(ctx.new_id()),
            number=NUMBERS.format(sequence, ctx.today),
            delivery_id=delivery.id,
            order_id=order.id,
            customer_id=delivery.customer_id,
            noted_on=ctx.today,
            quantities=dict(wanted),
            reason=command.reason,
            note=command.note.strip(),
            restock=command.restock,
            replaces=command.replaces,
        )
        uow.sales_returns.add(noted)
        if command.received:
            received = take_goods_back(uow, ctx, noted, delivery, order)
            uow.sales_returns.save(received)
            return uow.commit(received)
        uow.record(
            ReturnNoted(
                subject_id=noted.id,
                customer_id=noted.customer_id,
                number=noted.number,
                delivery=delivery.number,
                reason=noted.reason.value,
            )
        )
        return uow.commit(noted)
