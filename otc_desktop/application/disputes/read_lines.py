"""The lines of a document that may be contested."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.totals import compute_totals


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadContestable:
    """Ask for the lines of an open document, by its number."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestableLine:
    """A line, counted from 1, and what it comes to including tax."""

    line: int
    description: str
    worth: Money


@use_case(permission=Permission.READ)
def read_contestable(
    command: ReadContestable, ctx: Context, task: Task
) -> Sequence[ContestableLine]:
    """Its lines; none for a document taken over from another program.

    Raises:
        NotFoundError: `receivables.item_not_found`.
    """
    with ctx.snapshot() as view:
        item = view.open_items.get_by_number(command.number)
        if item.invoice_id is None:
            return ()
        invoice = view.invoices.get_by_number(item.number)
        return tuple(
            ContestableLine(
                line=place,
                description=line.description,
                worth=compute_totals((line,), (), invoice.currency).total_incl_tax,
            )
            for place, line in enumerate(invoice.lines, start=1)
        )
