"""Send a quote to its customer."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.mail_out import queue_document
from otc_desktop.application.sales.papers import quote_paper
from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ConfirmationRequired
from otc_desktop.domain.shared.events import Event

QUOTE_MAIL = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendQuote:
    """Ask for a quote to be sent; `again` accepts a second time.

    `by_hand` marks it as sent without a mail: handed over or posted.
    """

    number: str
    again: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteSent(Event):
    """A quote was put in the outbox, or handed over when `recipient` is empty."""

    number: str
    recipient: str


@use_case(permission=Permission.SEND_MAIL)
def send_quote(command: SendQuote, ctx: Context, task: Task) -> Quote:
    """Queue the quote with its PDF; from then on it binds us until its last day.

    Raises:
        NotFoundError: `sales.quote_not_found`.
        RuleError: `sales.quote_settled`, `sales.quote_expired`, `mail.no_recipient`.
        ConfirmationRequired: `sales.quote_already_sent`.
    """
    with ctx.unit_of_work() as uow:
        quote = uow.quotes.get_by_number(command.number, lock=True)
        if quote.sent_on is not None and not command.again:
            raise ConfirmationRequired(
                "sales.quote_already_sent", number=quote.number, sent_on=quote.sent_on
            )
        sent = quote.send(on=ctx.today)
        customer = uow.customers.get(quote.customer_id)
        recipient = ""
        if not command.by_hand:
            paper = quote_paper(quote, customer, uow.company.get(), legal_wording(uow, ctx))
            recipient = queue_document(
                uow,
                ctx,
                customer,
                kind=QUOTE_MAIL,
                document_id=quote.id,
                number=quote.number,
                pdf=ctx.ports.renderer.sales_pdf(paper, uow.paper_look.get()),
                values={"quote": quote, "total": paper.totals.total_incl_tax},
            )
        uow.quotes.save(sent)
        uow.record(
            QuoteSent(
                subject_id=quote.id,
                customer_id=customer.id,
                number=quote.number,
                recipient=recipient,
            )
        )
        return uow.commit(replace(sent, version=sent.version + 1))
