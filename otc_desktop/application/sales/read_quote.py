"""One quote with its lines."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import QuoteId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadQuote:
    """Ask for a quote."""

    quote_id: QuoteId


@use_case(permission=Permission.READ)
def read_quote(command: ReadQuote, ctx: Context, task: Task) -> Quote:
    """The quote as it stands.

    Raises:
        NotFoundError: `sales.quote_not_found`.
    """
    with ctx.snapshot() as uow:
        return uow.quotes.get(command.quote_id)
