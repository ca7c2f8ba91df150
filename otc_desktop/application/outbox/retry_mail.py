"""A person has a mail leave that stopped on its way."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.outbox.send_mail import (
    BOUNCED,
    CANCELLED,
    FAILED,
    READY,
    UNCERTAIN,
)
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ConfirmationRequired, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import MailId

# A reminder that was withheld stays so: what it asks for was paid, promised or contested.
RETRYABLE = frozenset((READY, FAILED, UNCERTAIN, CANCELLED, BOUNCED))
_QUEUED = "queued"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryMail:
    """Ask for a mail to leave with the next sending.

    `recipient` corrects its address; `may_arrive_twice` accepts the risk of an uncertain one.
    """

    mail_id: MailId
    recipient: str = ""
    may_arrive_twice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRequeued(Event):
    """A person put a mail back in the outbox."""

    recipient: str
    subject: str


@use_case(permission=Permission.SEND_MAIL)
def retry_mail(command: RetryMail, ctx: Context, task: Task) -> MailId:
    """Make a mail ready again, at once and with all its attempts.

    Its Message-ID stays: a server or a reader may tell a repetition by it.

    Raises:
        NotFoundError: `mail.not_found`.
        RuleError: `mail.not_retryable` for one that left, is leaving or was withheld.
        ConfirmationRequired: `mail.may_arrive_twice` for one whose fate nobody knows.
    """
    with ctx.unit_of_work() as uow:
        mail = uow.outbox.get(command.mail_id)
        if mail.status not in RETRYABLE:
            raise RuleError("mail.not_retryable", status=mail.status)
        if mail.status == UNCERTAIN and not command.may_arrive_twice:
            raise ConfirmationRequired("mail.may_arrive_twice", recipient=mail.recipient)
        recipient = command.recipient.strip() or mail.recipient
        uow.outbox.requeue(mail.id, recipient=recipient, made_by=ctx.user.name)
        if mail.notice_id is not None:
            uow.dunning.set_status(mail.notice_id, _QUEUED)
        uow.record(
            MailRequeued(
                subject_id=mail.id,
                customer_id=mail.customer_id,
                recipient=recipient,
                subject=mail.subject,
            )
        )
        return uow.commit(mail.id)
