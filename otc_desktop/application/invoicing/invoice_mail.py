"""The mail that brings an issued document: whom it goes to, what it says, and its queueing."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.invoicing.archived_document import PDF
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.mailing import RenderedMail
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.recipients import Purpose
from otc_desktop.domain.customers.recipients import recipients as who_receives
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import MailId
from otc_desktop.domain.shared.mail_template import MailTemplate

_TEMPLATE = "invoice_sent"
INVOICE_MAIL = "invoice"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceQueued(Event):
    """A document was put in the outbox."""

    number: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceMail:
    """A mail as it would leave; nobody is asked yet.

    `addresses` follow the customer's rule of recipients and may be none; `attachment` is
    file name, media type and SHA-256 of the archived PDF.
    """

    invoice: Invoice
    customer: Customer
    addresses: tuple[str, ...]
    words: RenderedMail
    attachment: tuple[str, str, str]


def compose_invoice_mail(
    uow: UnitOfWork,
    ctx: Context,
    number: str,
    *,
    lock: bool = False,
    own: MailTemplate | None = None,
) -> InvoiceMail:
    """Compose the mail of an issued document, inside the caller's transaction.

    With `lock`, whoever else sends the same document waits until that has ended. `own` are
    words to try instead of those in force.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `invoicing.not_archived`, `templates.bad`.
    """
    invoice = uow.invoices.get_by_number(number, lock=lock)
    customer = uow.customers.get(invoice.customer_id)
    found = who_receives(
        customer, uow.customers.contacts_of(customer.id), Purpose.INVOICE
    ).addressees
    words = words_of_mail(
        uow,
        ctx,
        _TEMPLATE,
        language=invoice.language,
        values={
            "company": uow.company.get(),
            "customer": customer,
            "invoice": invoice,
            "total": invoice.totals.total_incl_tax,
            "today": ctx.today,
        },
        own=own,
    )
    sha256 = uow.archive.digest(invoice.id, PDF)
    if sha256 is None:
        raise RuleError("invoicing.not_archived", number=invoice.number)
    return InvoiceMail(
        invoice=invoice,
        customer=customer,
        addresses=tuple(addressee.email for addressee in found),
        words=words,
        attachment=(f"{invoice.number.replace('/', '-')}.pdf", PDF, sha256),
    )


def queue_invoice_mail(
    uow: UnitOfWork,
    ctx: Context,
    mail: InvoiceMail,
    *,
    recipients: Sequence[str] = (),
    subject: str = "",
    body: str = "",
) -> MailId:
    """Put a mail in the outbox, one for each recipient, inside the caller's transaction.

    Recipients, subject and body replace what was composed where they are given.

    Returns:
        The first of these mails.

    Raises:
        RuleError: `mail.no_recipient`.
    """
    addresses = tuple(recipients) or mail.addresses
    if not addresses:
        raise RuleError("mail.no_recipient", where="email", customer=mail.customer.code)
    mail_ids = [MailId(ctx.new_id()) for _ in addresses]
    for mail_id, address in zip(mail_ids, addresses, strict=True):
        uow.outbox.add(
            QueuedMail(
                id=mail_id,
                kind=INVOICE_MAIL,
                customer_id=mail.customer.id,
                invoice_id=mail.invoice.id,
                notice_id=None,
                recipient=address,
                # A subject is one line, whatever was pasted into its field.
                subject=" ".join(subject.split()) or mail.words.subject,
                body=body.strip("\n") + "\n" if body else mail.words.text,
                attachments=(mail.attachment,),
            )
        )
        uow.record(
            InvoiceQueued(
                subject_id=mail.invoice.id,
                customer_id=mail.customer.id,
                number=mail.invoice.number,
                recipient=address,
            )
        )
    return mail_ids[0]
