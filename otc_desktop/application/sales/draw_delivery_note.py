"""The PDF of a delivery note."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.delivery_note import delivery_note_of
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawDeliveryNote:
    """Ask for a delivery's note; with a path it is written there as well."""

    number: str
    path: Path | None = None


@use_case(permission=Permission.READ)
def draw_delivery_note(command: DrawDeliveryNote, ctx: Context, task: Task) -> bytes:
    """Draw the note as the delivery stands now, in the customer's language.

    Raises:
        NotFoundError: `sales.delivery_not_found`.
        ExternalError: a `files.*` code when it can't be written.
    """
    with ctx.snapshot() as uow:
        delivery = uow.deliveries.get_by_number(command.number)
        order = uow.sales_orders.get(delivery.order_id)
        customer = uow.customers.get(delivery.customer_id)
        company = uow.company.get()
        look = uow.paper_look.get()
    content = ctx.ports.renderer.delivery_pdf(
        delivery_note_of(delivery, order, customer, company), look
    )
    if command.path is not None:
        ctx.ports.files.write_atomically(command.path, [content])
    return content
