"""Show the mails of issued documents before they are queued."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.invoicing.invoice_mail import compose_invoice_mail
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewMails:
    """Ask what the mails of some issued documents would be, by number."""

    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPreview:
    """A mail as it would leave.

    `recipients` may be none: somebody must say where it goes. `was_queued` tells that a mail
    with the document waits, left, or may have left.
    """

    number: str
    customer: str
    recipients: tuple[str, ...]
    subject: str
    body: str
    attachments: tuple[str, ...]
    was_queued: bool


@use_case(permission=Permission.READ)
def preview_mails(command: PreviewMails, ctx: Context, task: Task) -> Sequence[MailPreview]:
    """Compose without queueing; nothing is stored.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `invoicing.not_archived`, `templates.bad`.
    """
    previews = []
    with ctx.snapshot() as uow:
        for place, number in enumerate(command.numbers):
            task.check_cancelled()
            task.progress(place, len(command.numbers))
            mail = compose_invoice_mail(uow, ctx, number)
            previews.append(
                MailPreview(
                    number=mail.invoice.number,
                    customer=mail.customer.name,
                    recipients=mail.addresses,
                    subject=mail.words.subject,
                    body=mail.words.text,
                    attachments=tuple(name for name, _, _ in mail.attachments),
                    was_queued=uow.outbox.has_invoice(mail.invoice.id),
                )
            )
    return previews
