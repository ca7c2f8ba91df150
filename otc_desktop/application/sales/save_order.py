"""Write a draft order anew: customer, lines, dates, place of delivery."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.create_order import CreateOrder
from otc_desktop.application.sales.order_content import (
    completed,
    delivery_site,
    refuse_promise_before_order,
)
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveOrder:
    """Ask for a draft to be written anew; it was read at `version`.

    Discounts and charges on the whole stay as they are unless `content` brings others.
    """

    number: str
    version: int
    content: CreateOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderChanged(Event):
    """A draft order was written anew."""

    number: str


@use_case(permission=Permission.TAKE_ORDERS)
def save_order(command: SaveOrder, ctx: Context, task: Task) -> SalesOrder:
    """Keep another content of a draft; its number stays.

    Raises:
        NotFoundError: `sales.order_not_found`, `customers.unknown_code`.
        RuleError: `sales.not_a_draft`: an accepted order is amended.
        ConflictError: `database.changed_meanwhile`.
        BlockingFindings: faulty lines, all at once.
    """
    wanted = command.content
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        content = completed(
            uow,
            customer_code=wanted.customer,
            currency_code=wanted.currency,
            lines=wanted.lines,
            adjustments=wanted.adjustments,
            on=wanted.ordered_on or order.ordered_on,
            rates=ctx.ports.vat_rates,
        )
        site_id, ship_to = delivery_site(uow, content.customer, wanted.site_id)
        ordered_on = wanted.ordered_on or order.ordered_on
        refuse_promise_before_order(ordered_on, wanted.promised_on)
        written = replace(
            order.rewrite(content.lines, content.adjustments or order.adjustments),
            customer_id=content.customer.id,
            ordered_on=ordered_on,
            purchase_order=wanted.purchase_order,
            wished_on=wanted.wished_on,
            promised_on=wanted.promised_on,
            site_id=site_id,
            ship_to=ship_to,
            version=command.version,
        )
        uow.sales_orders.rewrite(written, content.customer)
        uow.record(
            OrderChanged(subject_id=order.id, customer_id=content.customer.id, number=order.number)
        )
        return uow.commit(replace(written, version=command.version + 1))
