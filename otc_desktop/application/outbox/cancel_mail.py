"""A person takes a mail out of the outbox before it leaves."""

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
    WITHHELD,
    MailRefused,
)
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import MailId

CANCELLABLE = frozenset((READY, FAILED, UNCERTAIN, BOUNCED))


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelMail:
    """Ask for a mail never to leave, or for one in trouble to be left as it is."""

    mail_id: MailId


@use_case(permission=Permission.SEND_MAIL)
def cancel_mail(command: CancelMail, ctx: Context, task: Task) -> MailId:
    """Cancel a mail that waits, failed or is uncertain; it leaves the Today list.

    Raises:
        NotFoundError: `mail.not_found`.
        RuleError: `mail.not_cancellable` for one that left or is leaving.
    """
    with ctx.unit_of_work() as uow:
        mail = uow.outbox.get(command.mail_id)
        if mail.status not in CANCELLABLE:
            raise RuleError("mail.not_cancellable", status=mail.status)
        uow.outbox.cancel(mail.id, made_by=ctx.user.name)
        if mail.notice_id is not None:
            uow.dunning.set_status(mail.notice_id, WITHHELD)
        uow.record(
            MailRefused(
                subject_id=mail.id,
                customer_id=mail.customer_id,
                recipient=mail.recipient,
                subject=mail.subject,
                status=CANCELLED,
                answer="",
            )
        )
        return uow.commit(mail.id)
