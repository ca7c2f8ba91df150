"""Send a delivery's note to whoever ordered the goods."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.mail_out import queue_document
from otc_desktop.domain.sales.delivery import Delivery, DeliveryStatus
from otc_desktop.domain.sales.delivery_note import delivery_note_of
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event

DELIVERY_NOTE_MAIL = "delivery_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDeliveryNote:
    """Ask for a note to be mailed; `again` accepts a second time."""

    number: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNoteQueued(Event):
    """A delivery's note was put in the outbox."""

    number: str
    recipient: str


@use_case(permission=Permission.SEND_MAIL)
def send_delivery_note(command: SendDeliveryNote, ctx: Context, task: Task) -> Delivery:
    """Queue the note as the delivery stands now; it leaves with the next sending.

    Raises:
        NotFoundError: `sales.delivery_not_found`.
        RuleError: `sales.delivery_cancelled`, `mail.no_recipient`.
        ConfirmationRequired: `mail.document_already_queued`.
    """
    with ctx.unit_of_work() as uow:
        delivery = uow.deliveries.get_by_number(command.number, lock=True)
        if delivery.status is DeliveryStatus.CANCELLED:
            raise RuleError("sales.delivery_cancelled", number=delivery.number)
        order = uow.sales_orders.get(delivery.order_id)
        customer = uow.customers.get(delivery.customer_id)
        note = delivery_note_of(delivery, order, customer, uow.company.get())
        recipient = queue_document(
            uow,
            ctx,
            customer,
            kind=DELIVERY_NOTE_MAIL,
            document_id=delivery.id,
            number=delivery.number,
            pdf=ctx.ports.renderer.delivery_pdf(note, uow.paper_look.get()),
            values={"delivery": delivery, "order": order},
            again=command.again,
        )
        uow.record(
            DeliveryNoteQueued(
                subject_id=delivery.id,
                customer_id=customer.id,
                number=delivery.number,
                recipient=recipient,
            )
        )
        return uow.commit(delivery)
