"""Take an order: numbered at once, confirmed later."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.line_input import AdjustmentInput, LineInput
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.order_content import (
    completed,
    delivery_site,
    refuse_promise_before_order,
)
from otc_desktop.application.sales.sales_numbers import take_order_number
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AddressId, SalesOrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateOrder:
    """Ask for an order to be taken; `ordered_on` None means today.

    `site_id` None means the customer's usual delivery address.
    """

    customer: str
    lines: tuple[LineInput, ...]
    adjustments: tuple[AdjustmentInput, ...] = ()
    purchase_order: str = ""
    ordered_on: date | None = None
    currency: str = ""
    wished_on: date | None = None
    promised_on: date | None = None
    site_id: AddressId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderTaken(Event):
    """An order was taken."""

    number: str


@use_case(permission=Permission.TAKE_ORDERS)
def create_order(command: CreateOrder, ctx: Context, task: Task) -> SalesOrder:
    """Take an order as a draft.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.archived`, `customers.blocked`, `customers.not_active_yet`,
            `sales.site_of_another_customer`, `sales.promise_before_order`.
        BlockingFindings: faulty lines, all at once.
    """
    with ctx.unit_of_work() as uow:
        content = completed(
            uow,
            customer_code=command.customer,
            currency_code=command.currency,
            lines=command.lines,
            adjustments=command.adjustments,
            on=command.ordered_on or ctx.today,
            rates=ctx.ports.vat_rates,
        )
        customer = content.customer
        site_id, ship_to = delivery_site(uow, customer, command.site_id)
        ordered_on = command.ordered_on or ctx.today
        refuse_promise_before_order(ordered_on, command.promised_on)
        order = SalesOrder(
            id=SalesOrderId(ctx.new_id()),
            number=take_order_number(uow, ctx.today),
            customer_id=customer.id,
            ordered_on=ordered_on,
            currency=content.currency,
            lines=content.lines,
            adjustments=content.adjustments,
            purchase_order=command.purchase_order,
            wished_on=command.wished_on,
            promised_on=command.promised_on,
            site_id=site_id,
            ship_to=ship_to,
        )
        uow.sales_orders.add(order, customer)
        uow.record(OrderTaken(subject_id=order.id, customer_id=customer.id, number=order.number))
        return uow.commit(order)
