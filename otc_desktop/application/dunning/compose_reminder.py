"""The mail of a reminder, rendered and queued inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.late_claims import LateClaims, late_claims
from otc_desktop.application.kernel.letters import PDF, Letter
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.mailing import (
    RenderedMail,
)
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.statements import drawn_statement
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.recipients import Purpose, Recipients, recipients
from otc_desktop.domain.dunning.formal_notice import LetterKind, PostalLetter
from otc_desktop.domain.dunning.plan import Channel, DunningStep, Enclosure
from otc_desktop.domain.dunning.planner import DueItem
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.ids import MailId, PostalLetterId, ReminderId
from otc_desktop.domain.shared.money import Money, total

REMINDER = "reminder"
COPY = "reminder_copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a reminder is made of: the step, its items, the sum, the day, and its key."""

    customer: Customer
    step: DunningStep
    items: Sequence[DueItem]
    amount: Money
    on: date
    key: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """The words of a reminder, and the interest and indemnity they claim, if any."""

    words: RenderedMail
    claims: LateClaims | None


def send_reminder(
    uow: UnitOfWork, ctx: Context, company: Company, message: Message, notice_id: ReminderId
) -> None:
    """Make what leaves: a mail in the outbox, or a letter kept as PDF for the post.

    What is rendered now is what the customer reads. One person is asked to pay: with
    several in copy, each thinks that another will.
    """
    composed = compose(uow, ctx, company, message)
    if composed.claims is not None:
        uow.dunning.note_claims(
            notice_id, interest=composed.claims.interest, costs=composed.claims.indemnity
        )
    if message.step.channel.is_posted:
        letter = letter_of(company, message, composed.words)
        sha256 = uow.archive.keep(ctx.ports.letters.pdf(letter))
        uow.dunning.note_letter(notice_id, sha256)
        uow.formal_notices.add_letter(
            PostalLetter(
                id=PostalLetterId(ctx.new_id()),
                kind=LetterKind.REMINDER,
                subject_id=notice_id,
                customer_id=message.customer.id,
                title=f"{message.customer.code}-{message.step.number}-{message.on.isoformat()}",
                made_on=message.on,
                is_registered=letter.is_registered,
                sha256=sha256,
            )
        )
        return
    mail = QueuedMail(
        id=MailId(ctx.new_id()),
        kind=REMINDER,
        customer_id=message.customer.id,
        invoice_id=None,
        notice_id=notice_id,
        recipient=reminded(uow, message.customer).email,
        subject=composed.words.subject,
        body=composed.words.text,
        attachments=_enclosed(uow, ctx, company, message, composed.words),
    )
    uow.outbox.add(mail)
    if message.step.copies_salesperson and "@" in message.customer.salesperson:
        uow.outbox.add(
            QueuedMail(
                id=MailId(ctx.new_id()),
                kind=COPY,
                customer_id=message.customer.id,
                invoice_id=None,
                notice_id=None,
                recipient=message.customer.salesperson,
                subject=mail.subject,
                body=mail.body,
                attachments=(),
            )
        )


def reminded(uow: UnitOfWork, customer: Customer) -> Recipients:
    """Who is asked to pay, by the rule of recipients."""
    return recipients(customer, uow.customers.contacts_of(customer.id), Purpose.REMINDER)


def compose(uow: UnitOfWork, ctx: Context, company: Company, message: Message) -> Composed:
    """The words in the customer's language, or those written by hand for this message."""
    claims = None
    if message.step.prints_interest:
        claims = late_claims(uow, company, message.customer, message.items, on=message.on)
    by_hand = uow.dunning_plans.wording(message.key) if message.key else None
    if by_hand is not None:
        return Composed(RenderedMail(*by_hand), claims)
    values = {
        "company": company,
        "customer": message.customer,
        "total": message.amount,
        "today": message.on,
        "invoices": [
            {
                "number": item.number,
                "issued_on": item.issued_on,
                "due_on": item.due_on,
                "open": item.open - item.disputed,
                "days_late": max(0, (message.on - item.due_on).days),
            }
            for item in message.items
        ],
    }
    if claims is not None:
        values["interest"] = claims.interest
        values["recovery_costs"] = claims.indemnity
    words = words_of_mail(
        uow, ctx, message.step.template, language=message.customer.language, values=values
    )
    return Composed(words, claims)


def letter_of(company: Company, message: Message, words: RenderedMail) -> Letter:
    """The message on the company's paper."""
    return Letter(
        company=company,
        customer=message.customer,
        language=message.customer.language,
        on=message.on,
        subject=words.subject,
        text=words.text,
        is_registered=message.step.channel is Channel.REGISTERED_LETTER,
    )


def what_is_due(items: Sequence[DueItem]) -> tuple[Sequence[DueItem], Money]:
    """The items of a kept reminder that still have something to claim, and the sum claimed."""
    due = [item for item in items if item.open > item.disputed]
    return due, total((item.open - item.disputed for item in due), items[0].open.currency)


def _enclosed(
    uow: UnitOfWork, ctx: Context, company: Company, message: Message, words: RenderedMail
) -> tuple[tuple[str, str, str], ...]:
    """The letter, copies of the invoices as issued, and the statement, by their hashes."""
    found: list[tuple[str, str, str]] = []
    if Enclosure.LETTER in message.step.enclosures:
        title = "lettre" if message.customer.language == "fr" else "letter"
        name = f"{title}-{message.customer.code}-{message.on.isoformat()}.pdf"
        content = ctx.ports.letters.pdf(letter_of(company, message, words))
        found.append((name, PDF, uow.archive.keep(content)))
    if Enclosure.INVOICES in message.step.enclosures:
        files = uow.dunning.invoice_files([item.id for item in message.items])
        found.extend((f"{number}.pdf", PDF, sha256) for number, sha256 in files)
    if Enclosure.STATEMENT in message.step.enclosures:
        customer = message.customer
        _, content = drawn_statement(uow, ctx, customer)
        title = "releve" if customer.language == "fr" else "statement"
        name = f"{title}-{customer.code}-{message.on.isoformat()}.pdf"
        found.append((name, PDF, uow.archive.keep(content)))
    return tuple(found)
