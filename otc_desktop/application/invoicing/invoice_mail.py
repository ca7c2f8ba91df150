"""The mail that brings an issued document: whom it goes to, what it says, what hangs on it."""

from dataclasses import dataclass

from otc_desktop.application.invoicing.archived_document import PDF
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.mailing import (
    RenderedMail,
)
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.errors import RuleError

_TEMPLATE = "invoice_sent"


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


def compose_invoice_mail(uow: UnitOfWork, ctx: Context, number: str) -> InvoiceMail:
    """Compose the mail of an issued document, inside the caller's transaction.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `invoicing.not_archived`, `templates.bad`.
    """
    invoice = uow.invoices.get_by_number(number)
    customer = uow.customers.get(invoice.customer_id)
    found = recipients(customer, uow.customers.contacts_of(customer.id), Purpose.INVOICE).addressees
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
