"""Accept an order, within the customer's credit limit, or hold it."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import order_holds
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.purchase_order import purchase_order_findings
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import Finding, error, refuse_if_blocking


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
        BlockingFindings: `sales.purchase_order_missing` where the customer wants its own
            number on the order.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        customer = uow.customers.get(order.customer_id)
        refuse_if_blocking(_purchase_order_faults(customer, order))
        holds = order_holds(uow, ctx, order, Gate.CONFIRM)
        confirmed = order.confirm(holds, on=ctx.today)
        uow.sales_orders.save(confirmed)
        uow.record(
            OrderConfirmed(
                subject_id=order.id, customer_id=customer.id, number=order.number, holds=holds
            )
        )
        return uow.commit(confirmed)


def _purchase_order_faults(customer: Customer, order: SalesOrder) -> list[Finding]:
    """What was advice while the order was taken stands against accepting it."""
    return [
        error(each.code, each.where, **each.params)
        for each in purchase_order_findings(customer, order.purchase_order)
    ]
