"""Take an order: numbered at once, confirmed later."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.line_input import (
    AdjustmentInput,
    LineInput,
    build_adjustments,
    build_lines,
)
from otc_desktop.application.kernel.lookups import customer_to_sell_to, document_currency
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import SalesOrderId

SERIES = "order"
NUMBERS = NumberFormat("CO{year}-{seq:05d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateOrder:
    """Ask for an order to be taken; `ordered_on` None means today."""

    customer: str
    lines: tuple[LineInput, ...]
    adjustments: tuple[AdjustmentInput, ...] = ()
    purchase_order: str = ""
    ordered_on: date | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderTaken(Event):
    """An order was taken."""

    number: str


@use_case(permission=Permission.TAKE_ORDERS)
def create_order(command: CreateOrder, ctx: Context, task: Task) -> SalesOrder:
    """Take an order as a draft.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.archived`, `customers.blocked`, `customers.not_active_yet`.
        BlockingFindings: faulty lines, all at once.
    """
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        customer = customer_to_sell_to(uow, command.customer)
        currency = document_currency(command.currency, company)
        lines = build_lines(command.lines, uow, company)
        adjustments = build_adjustments(command.adjustments, lines, currency, company)
        ordered_on = command.ordered_on or ctx.today
        period = NUMBERS.period(ctx.today)
        # Orders are numbered in order of entry: their own dates may go back.
        sequence = uow.number_series.take(SERIES, period, date.min)
        order = SalesOrder(
            id=SalesOrderId(ctx.new_id()),
            number=NUMBERS.format(sequence, ctx.today),
            customer_id=customer.id,
            ordered_on=ordered_on,
            currency=currency,
            lines=lines,
            adjustments=adjustments,
            purchase_order=command.purchase_order,
        )
        uow.sales_orders.add(order, customer)
        uow.record(OrderTaken(subject_id=order.id, customer_id=customer.id, number=order.number))
        return uow.commit(order)
