"""Queue the mail that brings an issued document to its customer."""

from dataclasses import dataclass

from otc_desktop.application.invoicing.invoice_mail import (
    compose_invoice_mail,
    queue_invoice_mail,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.identifiers import check_email
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import MailId


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
        mail = compose_invoice_mail(uow, ctx, command.number, lock=True)
        if uow.outbox.has_invoice(mail.invoice.id) and not command.again:
            raise RuleError("mail.already_queued", number=mail.invoice.number)
        queued = queue_invoice_mail(
            uow, ctx, mail, recipients=typed, subject=command.subject, body=command.body
        )
        return uow.commit(queued)
