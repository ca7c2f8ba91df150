"""Make a quote again: as a new one, or as a revision in its place."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.create_quote import QuoteMade
from otc_desktop.application.sales.sales_numbers import take_quote_number
from otc_desktop.domain.customers.file_state import refuse_unless_sellable
from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import QuoteId


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateQuote:
    """Ask for a new draft with a quote's content; `as_revision` replaces the quote."""

    number: str
    as_revision: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRevised(Event):
    """A quote was replaced by a newer one."""

    number: str
    newer: str


@use_case(permission=Permission.TAKE_ORDERS)
def duplicate_quote(command: DuplicateQuote, ctx: Context, task: Task) -> Quote:
    """A draft of today with the same content, valid for as many days.

    Raises:
        NotFoundError: `sales.quote_not_found`.
        RuleError: `sales.quote_settled` when an accepted or replaced one is to be revised;
            `customers.archived`, `customers.blocked`, `customers.not_active_yet`.
    """
    with ctx.unit_of_work() as uow:
        quote = uow.quotes.get_by_number(command.number, lock=True)
        customer = uow.customers.get(quote.customer_id)
        refuse_unless_sellable(customer)
        quote_id = QuoteId(ctx.new_id())
        if command.as_revision:
            replaced, newer = quote.revise(quote_id, on=ctx.today)
            uow.quotes.save(replaced)
            uow.record(
                QuoteRevised(
                    subject_id=quote.id,
                    customer_id=customer.id,
                    number=quote.number,
                    newer=newer.number,
                )
            )
        else:
            newer = quote.duplicate(quote_id, take_quote_number(uow, ctx.today), on=ctx.today)
        uow.quotes.add(newer, customer)
        uow.record(QuoteMade(subject_id=newer.id, customer_id=customer.id, number=newer.number))
        return uow.commit(newer)
