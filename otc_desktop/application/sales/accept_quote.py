"""The customer says yes to a quote: an order is made of it, in one step."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.create_order import OrderTaken
from otc_desktop.application.sales.order_content import delivery_site
from otc_desktop.application.sales.sales_numbers import take_order_number
from otc_desktop.domain.customers.file_state import refuse_unless_sellable
from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import SalesOrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptQuote:
    """Ask for a quote to become an order, as a draft.

    `quantities` are the chosen lines by position, None means all. `although_expired` says
    that the offer is kept open for this customer.
    """

    number: str
    quantities: Mapping[int, Decimal] | None = None
    purchase_order: str = ""
    although_expired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteAccepted(Event):
    """A quote was accepted, and an order made of it."""

    number: str
    order: str


@use_case(permission=Permission.TAKE_ORDERS)
def accept_quote(command: AcceptQuote, ctx: Context, task: Task) -> tuple[Quote, SalesOrder]:
    """Make the order at the quote's prices; discounts and charges on the whole go with it.

    An order of chosen lines leaves them out where they were computed for the whole: a
    percentage of lines that are not ordered would be another discount.

    Raises:
        NotFoundError: `sales.quote_not_found`.
        RuleError: `sales.quote_settled`, `sales.unknown_line`, `sales.accepted_nothing`,
            `sales.more_than_quoted`, `customers.archived`, `customers.blocked`,
            `customers.not_active_yet`.
        ConfirmationRequired: `sales.quote_expired`, unless `although_expired`.
    """
    with ctx.unit_of_work() as uow:
        quote = uow.quotes.get_by_number(command.number, lock=True)
        customer = uow.customers.get(quote.customer_id)
        refuse_unless_sellable(customer)
        # Judged before a number is taken.
        choice = command.quantities
        _, lines = quote.accept(
            "", on=ctx.today, quantities=choice, although_expired=command.although_expired
        )
        site_id, ship_to = delivery_site(uow, customer, None)
        order = SalesOrder(
            id=SalesOrderId(ctx.new_id()),
            number=take_order_number(uow, ctx.today),
            customer_id=customer.id,
            ordered_on=ctx.today,
            currency=quote.currency,
            lines=lines,
            adjustments=quote.adjustments if lines == quote.lines else (),
            purchase_order=command.purchase_order or quote.reference,
            site_id=site_id,
            ship_to=ship_to,
            quote_number=quote.number,
        )
        accepted, _ = quote.accept(
            order.number,
            on=ctx.today,
            quantities=choice,
            although_expired=command.although_expired,
        )
        uow.sales_orders.add(order, customer)
        uow.quotes.save(accepted)
        uow.record(
            QuoteAccepted(
                subject_id=quote.id,
                customer_id=customer.id,
                number=quote.number,
                order=order.number,
            )
        )
        uow.record(OrderTaken(subject_id=order.id, customer_id=customer.id, number=order.number))
        return uow.commit((accepted, order))
