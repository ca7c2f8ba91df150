"""Take the same order again."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.create_order import OrderTaken
from otc_desktop.application.sales.order_content import delivery_site
from otc_desktop.application.sales.sales_numbers import take_order_number
from otc_desktop.domain.customers.file_state import refuse_unless_sellable
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import SalesOrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateOrder:
    """Ask for a new draft with the content of an order, of any state."""

    number: str


@use_case(permission=Permission.TAKE_ORDERS)
def duplicate_order(command: DuplicateOrder, ctx: Context, task: Task) -> SalesOrder:
    """A draft of today with the same customer, lines and prices; dates and numbers are new.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `customers.archived`, `customers.blocked`, `customers.not_active_yet`.
    """
    with ctx.unit_of_work() as uow:
        known = uow.sales_orders.get_by_number(command.number)
        customer = uow.customers.get(known.customer_id)
        refuse_unless_sellable(customer)
        site_id, ship_to = delivery_site(uow, customer, None)
        order = SalesOrder(
            id=SalesOrderId(ctx.new_id()),
            number=take_order_number(uow, ctx.today),
            customer_id=customer.id,
            ordered_on=ctx.today,
            currency=known.currency,
            lines=tuple(line for line in known.lines if line.quantity) or known.lines,
            adjustments=known.adjustments,
            site_id=site_id if known.site_id is None else known.site_id,
            ship_to=ship_to if known.site_id is None else known.ship_to,
        )
        uow.sales_orders.add(order, customer)
        uow.record(OrderTaken(subject_id=order.id, customer_id=customer.id, number=order.number))
        return uow.commit(order)
