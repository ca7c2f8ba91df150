"""An order's confirmation as a PDF."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.papers import order_paper
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """Ask for an order's confirmation as it stands; `path` is where to write it, too."""

    number: str
    path: Path | None = None


@use_case(permission=Permission.READ)
def print_order(command: PrintOrder, ctx: Context, task: Task) -> bytes:
    """The PDF of the order as it stands now.

    Raises:
        NotFoundError: `sales.order_not_found`.
        ExternalError: `files.disk_full`, `files.not_writable`; no half file is left.
    """
    with ctx.snapshot() as uow:
        order = uow.sales_orders.get_by_number(command.number)
        customer = uow.customers.get(order.customer_id)
        paper = order_paper(order, customer, uow.company.get(), legal_wording(uow, ctx))
        look = uow.paper_look.get()
    content = ctx.ports.renderer.sales_pdf(paper, look)
    if command.path is not None:
        ctx.ports.files.write_atomically(command.path, [content])
    return content
