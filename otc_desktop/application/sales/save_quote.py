"""Write a draft quote anew."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.create_quote import CreateQuote
from otc_desktop.application.sales.order_content import completed
from otc_desktop.domain.sales.quote import VALIDITY, Quote
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveQuote:
    """Ask for a draft, read at `version`, to be written anew.

    Discounts and charges on the whole stay as they are unless `content` brings others.
    """

    number: str
    version: int
    content: CreateQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteChanged(Event):
    """A draft quote was written anew."""

    number: str


@use_case(permission=Permission.TAKE_ORDERS)
def save_quote(command: SaveQuote, ctx: Context, task: Task) -> Quote:
    """Keep another content of a draft; its number stays.

    Raises:
        NotFoundError: `sales.quote_not_found`, `customers.unknown_code`.
        RuleError: `sales.quote_not_a_draft`: what was sent is revised.
        ConflictError: `database.changed_meanwhile`.
        BlockingFindings: faulty lines, all at once.
    """
    wanted = command.content
    with ctx.unit_of_work() as uow:
        quote = uow.quotes.get_by_number(command.number, lock=True)
        content = completed(
            uow,
            customer_code=wanted.customer,
            currency_code=wanted.currency,
            lines=wanted.lines,
            adjustments=wanted.adjustments,
            on=ctx.today,
            rates=ctx.ports.vat_rates,
        )
        quoted_on = wanted.quoted_on or quote.quoted_on
        written = quote.rewrite(
            customer_id=content.customer.id,
            lines=content.lines,
            adjustments=content.adjustments or quote.adjustments,
            reference=wanted.reference,
            note=wanted.note,
            quoted_on=quoted_on,
            valid_until=wanted.valid_until or quoted_on + VALIDITY,
            version=command.version,
        )
        uow.quotes.rewrite(written, content.customer)
        uow.record(
            QuoteChanged(subject_id=quote.id, customer_id=content.customer.id, number=quote.number)
        )
        return uow.commit(replace(written, version=command.version + 1))
