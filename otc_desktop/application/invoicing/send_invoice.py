"""Queue the mail that brings an issued document to its customer."""

from dataclasses import dataclass

from otc_desktop.application.invoicing.invoice_mail import compose_invoice_mail
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.identifiers import check_email
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import MailId

INVOICE_MAIL = "invoice"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendInvoice:
    """Ask for an issued document to be mailed; `again` accepts a second time.

    Recipients, subject and body are what somebody made of the proposal, for this mail alone;
    left empty, they are the customer's rule and the template.
    """

    number: str
    again: bool = False
    recipients: tuple[str, ...] = ()
    subject: str = ""
    body: str = ""


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
        RuleError: `mail.no_recipient`, `mail.already_queued`, `customers.bad_email`,
            `invoicing.not_archived`.
    """
    typed = tuple(dict.fromkeys(check_email(each) for each in command.recipients))
    with ctx.unit_of_work() as uow:
        mail = compose_invoice_mail(uow, ctx, command.number)
        addresses = typed or mail.addresses
        if not addresses:
            raise RuleError("mail.no_recipient", where="email", customer=mail.customer.code)
        if uow.outbox.has_invoice(mail.invoice.id) and not command.again:
            raise RuleError("mail.already_queued", number=mail.invoice.number)
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
                    subject=" ".join(command.subject.split()) or mail.words.subject,
                    body=command.body.strip("\n") + "\n" if command.body else mail.words.text,
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
        return uow.commit(mail_ids[0])
