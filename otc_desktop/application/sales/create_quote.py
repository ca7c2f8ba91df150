"""Make a quote: numbered at once, sent later."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.line_input import AdjustmentInput, LineInput
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.order_content import completed
from otc_desktop.application.sales.sales_numbers import take_quote_number
from otc_desktop.domain.sales.quote import VALIDITY, Quote
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import QuoteId


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateQuote:
    """Ask for a quote; without dates it is of today and valid for thirty days.

    `reference` is the customer's own, `note` a text for it below the lines.
    """

    customer: str
    lines: tuple[LineInput, ...]
    adjustments: tuple[AdjustmentInput, ...] = ()
    reference: str = ""
    note: str = ""
    quoted_on: date | None = None
    valid_until: date | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMade(Event):
    """A quote was made."""

    number: str


@use_case(permission=Permission.TAKE_ORDERS)
def create_quote(command: CreateQuote, ctx: Context, task: Task) -> Quote:
    """Make a quote as a draft.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.archived`, `customers.blocked`, `customers.not_active_yet`,
            `sales.quote_without_lines`, `sales.validity_before_quote`.
        BlockingFindings: faulty lines, all at once.
    """
    with ctx.unit_of_work() as uow:
        content = completed(
            uow,
            customer_code=command.customer,
            currency_code=command.currency,
            lines=command.lines,
            adjustments=command.adjustments,
            on=command.quoted_on or ctx.today,
            rates=ctx.ports.vat_rates,
        )
        quoted_on = command.quoted_on or ctx.today
        quote = Quote(
            id=QuoteId(ctx.new_id()),
            number=take_quote_number(uow, ctx.today),
            customer_id=content.customer.id,
            quoted_on=quoted_on,
            valid_until=command.valid_until or quoted_on + VALIDITY,
            currency=content.currency,
            lines=content.lines,
            adjustments=content.adjustments,
            reference=command.reference,
            note=command.note,
        )
        uow.quotes.add(quote, content.customer)
        uow.record(
            QuoteMade(subject_id=quote.id, customer_id=quote.customer_id, number=quote.number)
        )
        return uow.commit(quote)
