"""The customer says no to a quote."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseQuote:
    """Say that the customer refused a quote, and why."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRefused(Event):
    """A quote was refused."""

    number: str
    reason: str


@use_case(permission=Permission.TAKE_ORDERS)
def refuse_quote(command: RefuseQuote, ctx: Context, task: Task) -> Quote:
    """Settle a quote as refused; the reason is kept.

    Raises:
        NotFoundError: `sales.quote_not_found`.
        RuleError: `sales.quote_settled`, `sales.reason_needed`.
    """
    with ctx.unit_of_work() as uow:
        quote = uow.quotes.get_by_number(command.number, lock=True)
        refused = quote.refuse(command.reason, on=ctx.today)
        uow.quotes.save(refused)
        uow.record(
            QuoteRefused(
                subject_id=quote.id,
                customer_id=quote.customer_id,
                number=quote.number,
                reason=refused.refusal_reason,
            )
        )
        return uow.commit(refused)
