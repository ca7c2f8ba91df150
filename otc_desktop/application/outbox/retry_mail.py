"""A person has a mail leave that stopped on its way."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.outbox.send_mail import (
    BOUNCED,
    CANCELLED,
    FAILED,
    READY,
    UNCERTAIN,
)
from otc_desktop.domain.customers.identifiers import check_email
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ConfirmationRequired, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId, MailId

# A reminder that was withheld stays so: what it asks for was paid, promised or contested.
RETRYABLE = frozenset((READY, FAILED, UNCERTAIN, CANCELLED, BOUNCED))
_QUEUED = "queued"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryMail:
    """Ask for a mail to leave with the next sending.

    `recipient` corrects its address, `keep_address` in the customer's file as well, so that the
    next mail does not meet the same fate; `may_arrive_twice` accepts the risk of an uncertain
    one.
    """

    mail_id: MailId
    recipient: str = ""
    keep_address: bool = False
    may_arrive_twice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRequeued(Event):
    """A person put a mail back in the outbox."""

    recipient: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressCorrected(Event):
    """An e-mail address that could not be reached was replaced in the customer's file."""

    before: str
    after: str


@use_case(permission=Permission.SEND_MAIL)
def retry_mail(command: RetryMail, ctx: Context, task: Task) -> MailId:
    """Make a mail ready again, at once and with all its attempts.

    Its Message-ID stays: a server or a reader may tell a repetition by it.

    Raises:
        NotFoundError: `mail.not_found`.
        RuleError: `mail.not_retryable` for one that left, is leaving or was withheld;
            `customers.bad_email`.
        ConfirmationRequired: `mail.may_arrive_twice` for one whose fate nobody knows.
    """
    typed = command.recipient.strip()
    corrected = check_email(typed) if typed else ""
    if command.keep_address:
        ctx.user.require(Permission.EDIT_CUSTOMERS)
    with ctx.unit_of_work() as uow:
        mail = uow.outbox.get(command.mail_id)
        if mail.status not in RETRYABLE:
            raise RuleError("mail.not_retryable", status=mail.status)
        if mail.status == UNCERTAIN and not command.may_arrive_twice:
            raise ConfirmationRequired("mail.may_arrive_twice", recipient=mail.recipient)
        recipient = corrected or mail.recipient
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
        if command.keep_address and recipient != mail.recipient:
            _keep_address(uow, mail.customer_id, mail.recipient, recipient)
        return uow.commit(mail.id)


def _keep_address(uow: UnitOfWork, customer_id: CustomerId, before: str, after: str) -> None:
    """Everywhere the customer's file names the old address, it names the new one from now on."""
    customer = uow.customers.get(customer_id)
    if customer.email.casefold() == before.casefold():
        uow.customers.save(replace(customer, email=after))
    for contact in uow.customers.contacts_of(customer_id):
        if contact.email.casefold() == before.casefold():
            uow.customers.save_contact(replace(contact, email=after))
    uow.record(
        AddressCorrected(
            subject_id=customer_id, customer_id=customer_id, before=before, after=after
        )
    )
