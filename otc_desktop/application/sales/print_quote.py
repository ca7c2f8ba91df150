"""A quote as a PDF."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.papers import quote_paper
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintQuote:
    """Ask for a quote as the customer reads it; `path` is where to write it, too."""

    number: str
    path: Path | None = None


@use_case(permission=Permission.READ)
def print_quote(command: PrintQuote, ctx: Context, task: Task) -> bytes:
    """The PDF of the quote.

    Raises:
        NotFoundError: `sales.quote_not_found`.
        ExternalError: `files.disk_full`, `files.not_writable`; no half file is left.
    """
    with ctx.snapshot() as uow:
        quote = uow.quotes.get_by_number(command.number)
        customer = uow.customers.get(quote.customer_id)
        paper = quote_paper(quote, customer, uow.company.get(), legal_wording(uow, ctx))
        look = uow.paper_look.get()
    content = ctx.ports.renderer.sales_pdf(paper, look)
    if command.path is not None:
        ctx.ports.files.write_atomically(command.path, [content])
    return content
