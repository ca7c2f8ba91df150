"""Queue the mail that brings an issued document to its customer."""

from dataclasses import dataclass

from otc_desktop.application.invoicing.archived_document import PDF
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import MailId

INVOICE_MAIL = "invoice"
_TEMPLATE = "invoice_sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendInvoice:
    """Ask for an issued document to be mailed; `again` accepts a second time."""

    number: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceQueued(Event):
    """A document was put in the outbox."""

    number: str
    recipient: str


@use_case(permission=Permission.SEND_MAIL)
def send_invoice(command: SendInvoice, ctx: Context, task: Task) -> MailId:
    """Queue an issued document with its archived PDF; it leaves with the next sending.

    It goes to everybody whom the rule of recipients names, each with a mail of their own.

    Returns:
        The first of these mails.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `mail.no_recipient`, `mail.already_queued`.
    """
    with ctx.unit_of_work() as uow:
        invoice = uow.invoices.get_by_number(command.number)
        customer = uow.customers.get(invoice.customer_id)
        found = recipients(
            customer, uow.customers.contacts_of(customer.id), Purpose.INVOICE
        ).addressees
        if not found:
            raise RuleError("mail.no_recipient", where="email", customer=customer.code)
        if uow.outbox.has_invoice(invoice.id) and not command.again:
            raise RuleError("mail.already_queued", number=invoice.number)
        rendered = ctx.ports.mail_templates.render(
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
        mail_ids = [MailId(ctx.new_id()) for _ in found]
        for mail_id, addressee in zip(mail_ids, found, strict=True):
            uow.outbox.add(
                QueuedMail(
                    id=mail_id,
                    kind=INVOICE_MAIL,
                    customer_id=customer.id,
                    invoice_id=invoice.id,
                    notice_id=None,
                    recipient=addressee.email,
                    subject=rendered.subject,
                    body=rendered.text,
                    attachments=((f"{invoice.number.replace('/', '-')}.pdf", PDF, sha256),),
                )
            )
            uow.record(
                InvoiceQueued(
                    subject_id=invoice.id,
                    customer_id=customer.id,
                    number=invoice.number,
                    recipient=addressee.email,
                )
            )
        return uow.commit(mail_ids[0])
