"""Accept an order, within the customer's credit limit, or hold it."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import order_holds
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmOrder:
    """Ask for an order to be accepted."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderConfirmed(Event):
    """An order was accepted; with holds it waits."""

    number: str
    holds: tuple[str, ...]


@use_case(permission=Permission.TAKE_ORDERS)
def confirm_order(command: ConfirmOrder, ctx: Context, task: Task) -> SalesOrder:
    """Accept an order; over the credit limit it is held until somebody releases it.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.already_confirmed`.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        customer = uow.customers.get(order.customer_id)
        holds = order_holds(uow, ctx, order, Gate.CONFIRM)
        confirmed = order.confirm(holds)
        uow.sales_orders.save(confirmed)
        uow.record(
            OrderConfirmed(
                subject_id=order.id, customer_id=customer.id, number=order.number, holds=holds
            )
        )
        return uow.commit(confirmed)
