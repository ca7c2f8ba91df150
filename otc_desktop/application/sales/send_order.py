"""Confirm an order to its customer by mail («accusé de réception de commande»)."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.mail_out import queue_document
from otc_desktop.application.sales.papers import order_paper
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ConfirmationRequired, RuleError
from otc_desktop.domain.shared.events import Event

ORDER_MAIL = "order_confirmation"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOrder:
    """Ask for an order to be confirmed by mail; `again` accepts a second time."""

    number: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderConfirmationQueued(Event):
    """An order's confirmation was put in the outbox."""

    number: str
    recipient: str


@use_case(permission=Permission.SEND_MAIL)
def send_order(command: SendOrder, ctx: Context, task: Task) -> SalesOrder:
    """Queue the confirmation with its PDF; it leaves with the next sending.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.not_confirmed`, `sales.held`, `sales.order_ended`,
            `mail.no_recipient`.
        ConfirmationRequired: `sales.confirmation_already_sent`.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        if order.status is OrderStatus.DRAFT:
            raise RuleError("sales.not_confirmed", number=order.number)
        if order.status is OrderStatus.HELD:
            raise RuleError("sales.held", number=order.number)
        if order.status is OrderStatus.CANCELLED:
            raise RuleError("sales.order_ended", number=order.number, status=order.status)
        if order.confirmation_sent_on is not None and not command.again:
            raise ConfirmationRequired(
                "sales.confirmation_already_sent",
                number=order.number,
                sent_on=order.confirmation_sent_on,
            )
        customer = uow.customers.get(order.customer_id)
        paper = order_paper(order, customer, uow.company.get(), legal_wording(uow, ctx))
        recipient = queue_document(
            uow,
            ctx,
            customer,
            kind=ORDER_MAIL,
            document_id=order.id,
            number=order.number,
            pdf=ctx.ports.renderer.sales_pdf(paper, uow.paper_look.get()),
            values={"order": order, "total": paper.totals.total_incl_tax},
        )
        sent = replace(order, confirmation_sent_on=ctx.today)
        uow.sales_orders.save(sent)
        uow.record(
            OrderConfirmationQueued(
                subject_id=order.id,
                customer_id=customer.id,
                number=order.number,
                recipient=recipient,
            )
        )
        return uow.commit(sent)
