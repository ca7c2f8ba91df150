"""Hand an issued document's mail to the user's own mail program, as a file."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.invoicing.invoice_mail import compose_invoice_mail
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.identifiers import check_email
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveMail:
    """Ask for a mail as an .eml file, which mail programs open as a draft to send.

    Without a path it goes to the folder of files to be looked at, under the document's
    number. Recipients, subject and body replace what the program proposes.
    """

    number: str
    path: Path | None = None
    recipients: tuple[str, ...] = ()
    subject: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailHandedOver(Event):
    """A document's mail was handed to the user's mail program; nobody knows if it left."""

    number: str
    recipient: str


@use_case(permission=Permission.SEND_MAIL)
def save_mail(command: SaveMail, ctx: Context, task: Task) -> Path:
    """Write the mail with all that is attached; the program never takes it for sent.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `mail.no_recipient`, `customers.bad_email`, `invoicing.not_archived`.
        ExternalError: `files.disk_full`, `files.not_writable`, `mail.bad_address`.
    """
    typed = tuple(dict.fromkeys(check_email(each) for each in command.recipients))
    with ctx.unit_of_work() as uow:
        mail = compose_invoice_mail(uow, ctx, command.number)
        addresses = typed or mail.addresses
        if not addresses:
            raise RuleError("mail.no_recipient", where="email", customer=mail.customer.code)
        company = uow.company.get()
        content = ctx.ports.mail_files.draft(
            sender=company.email,
            recipients=addresses,
            subject=" ".join(command.subject.split()) or mail.words.subject,
            text=command.body or mail.words.text,
            attachments=mail.contents(uow),
        )
        uow.record(
            MailHandedOver(
                subject_id=mail.invoice.id,
                customer_id=mail.customer.id,
                number=mail.invoice.number,
                recipient=", ".join(addresses),
            )
        )
        file_name = f"{Path(mail.attachments[0][0]).stem}.eml"
        if command.path is None:
            return uow.commit(ctx.ports.viewer_files.put(file_name, content))
        ctx.ports.files.write_atomically(command.path, (content,))
        return uow.commit(command.path)
