"""The mail that brings an issued document: whom it goes to, what it says, and its queueing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from otc_desktop.application.invoicing.archived_document import (
    ARCHIVED_PROFILE,
    PDF,
    XML,
    archived_xml,
)
from otc_desktop.application.invoicing.in_the_norm import in_the_norm
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.mailing import RenderedMail
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.recipients import Purpose
from otc_desktop.domain.customers.recipients import recipients as who_receives
from otc_desktop.domain.invoicing.einvoice_checks import can_be_written
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import MailId
from otc_desktop.domain.shared.sending import MailXml

INVOICE_MAIL = "invoice"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceQueued(Event):
    """A document was put in the outbox."""

    number: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceMail:
    """A mail as it would leave; nobody is asked yet.

    `addresses` follow the customer's rule of recipients and may be none; `attachments` are
    file name, media type and SHA-256, the archived PDF first. `xml` is the e-invoice that goes
    beside it where the customer wants one, and is kept when the mail is queued.
    """

    invoice: Invoice
    customer: Customer
    addresses: tuple[str, ...]
    words: RenderedMail
    attachments: tuple[tuple[str, str, str], ...]
    xml: bytes | None = None

    def contents(self, uow: UnitOfWork) -> tuple[tuple[str, str, bytes], ...]:
        """File name, media type and bytes of what is attached."""
        return tuple(
            (name, kind, self.xml if kind == XML and self.xml else uow.archive.content(digest))
            for name, kind, digest in self.attachments
        )


def template_of(kind: InvoiceKind) -> str:
    """Which words bring a document of this kind."""
    if kind.is_credit:
        return "credit_note_sent"
    return "deposit_sent" if kind is InvoiceKind.DEPOSIT else "invoice_sent"


def compose_invoice_mail(
    uow: UnitOfWork,
    ctx: Context,
    number: str,
    *,
    lock: bool = False,
) -> InvoiceMail:
    """Compose the mail of an issued document, inside the caller's transaction.

    With `lock`, whoever else sends the same document waits until that has ended.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `invoicing.not_archived`, `templates.bad`.
    """
    invoice = uow.invoices.get_by_number(number, lock=lock)
    customer = uow.customers.get(invoice.customer_id)
    found = who_receives(
        customer, uow.customers.contacts_of(customer.id), Purpose.INVOICE
    ).addressees
    company = uow.company.get()
    words = words_of_mail(
        uow,
        ctx,
        template_of(invoice.kind),
        language=invoice.language,
        values=mail_values(invoice, customer, company, ctx),
    )
    digest = uow.archive.digest(invoice.id, PDF)
    if digest is None:
        raise RuleError("invoicing.not_archived", number=invoice.number)
    stem = invoice.number.replace("/", "-")
    attachments = [(f"{stem}.pdf", PDF, digest)]
    xml = _xml_beside(uow, ctx, invoice, customer.mail_xml, company)
    if xml is not None:
        attachments.append((f"{stem}.xml", XML, sha256(xml).hexdigest()))
    return InvoiceMail(
        invoice=invoice,
        customer=customer,
        addresses=tuple(addressee.email for addressee in found),
        words=words,
        attachments=tuple(attachments),
        xml=xml,
    )


def mail_values(
    invoice: Invoice, customer: Customer, company: Company, ctx: Context
) -> Mapping[str, Any]:
    """What the words of a document's mail may speak of."""
    return {
        "company": company,
        "customer": customer,
        "invoice": invoice,
        "total": invoice.totals.total_incl_tax,
        "today": ctx.today,
    }


def _xml_beside(
    uow: UnitOfWork, ctx: Context, invoice: Invoice, wanted: MailXml, company: Company
) -> bytes | None:
    """The e-invoice as the customer wants it; None where it wants none, or none can be written.

    The CII of the archive goes as it was issued, byte by byte.
    """
    if wanted is MailXml.NONE:
        return None
    issued = archived_xml(uow, invoice) if wanted is MailXml.CII else None
    if issued is not None:
        return issued
    document = in_the_norm(invoice, company, legal_wording(uow, ctx))
    if not can_be_written(document):
        return None
    return ctx.ports.einvoices.write(document, syntax=wanted.value, profile=ARCHIVED_PROFILE)


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
    if mail.xml is not None:
        uow.archive.keep(mail.xml)
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
                attachments=mail.attachments,
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
