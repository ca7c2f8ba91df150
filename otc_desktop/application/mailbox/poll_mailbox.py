"""Read what came into the company's mailbox: answers and bounces find their customer."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mailbox import OpenMailbox
from otc_desktop.application.kernel.repositories import Addressee, MailboxPlace
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.mailbox.filing import addressee_of, behind, bounced_mails, keep_files
from otc_desktop.domain.mailbox.received import FailedDelivery, MailNature, ReceivedMail
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import MailSettings
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event

# What is older when a mailbox is met for the first time was dealt with by people.
FIRST_LOOK_BACK_DAYS = 30
_EVER = date(1990, 1, 1)
_LONGEST_EXCERPT = 300
_FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PollMailbox:
    """Ask for everything new in the mailbox."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailReceived(Event):
    """A customer wrote; `number` is the document it is about, where that is known."""

    sender: str
    subject: str
    text: str
    number: str
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AutomaticMailReceived(Event):
    """A machine of the customer answered, such as an out-of-office notice."""

    sender: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailBounced(Event):
    """A mail of ours came back; `answer` is what the other server said."""

    recipient: str
    subject: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDelayed(Event):
    """The other server could not deliver yet and keeps trying."""

    recipient: str
    subject: str
    answer: str


@dataclass(slots=True)
class PollOutcome:
    """How many mails were filed, by nature; `ignored` concern no customer."""

    filed: dict[str, int] = field(default_factory=dict)
    ignored: int = 0

    def note(self, nature: MailNature | None) -> None:
        """Count one more."""
        if nature is None:
            self.ignored += 1
        else:
            self.filed[nature.value] = self.filed.get(nature.value, 0) + 1


@use_case(permission=Permission.SEND_MAIL)
def poll_mailbox(command: PollMailbox, ctx: Context, task: Task) -> PollOutcome:
    """Deal with each new mail in a transaction of its own, together with the bookmark.

    A crash between two mails leaves the first one filed and the next one new: each is dealt
    with exactly once, by whichever workstation comes first.

    Raises:
        RuleError: `mailbox.not_configured`.
        ExternalError: what opening the mailbox raises.
    """
    with ctx.snapshot() as uow:
        settings = uow.company.get().mail
        if settings is None or settings.reading is None:
            raise RuleError("mailbox.not_configured")
        account = account_of(settings)
        known = uow.received_mail.place(account)
    outcome = PollOutcome()
    with ctx.ports.mailbox(settings).open() as folder:
        numbers = _new_numbers(ctx, folder, known)
        for done, number in enumerate(numbers):
            task.check_cancelled()
            task.progress(done, len(numbers))
            mail = folder.mail(number)
            with ctx.unit_of_work() as uow:
                if not uow.received_mail.advance(account, MailboxPlace(folder.validity, number)):
                    continue
                outcome.note(None if mail is None else _deal_with(uow, ctx, settings, mail))
                uow.commit(None)
    return outcome


def account_of(settings: MailSettings) -> str:
    """The name of a folder among all that were ever read."""
    reading = settings.reading
    assert reading is not None  # noqa: S101  # whoever asks has checked
    return f"{reading.user or settings.user}@{reading.host}:{reading.port}/{reading.folder}"


def _new_numbers(ctx: Context, folder: OpenMailbox, known: MailboxPlace | None) -> list[int]:
    """Beyond the bookmark; from a while ago where there is none, or its numbers mean nothing."""
    if known is not None and known.validity == folder.validity:
        return list(folder.numbers(after=known.last_number, since=_EVER))
    since = ctx.now().date() - timedelta(days=FIRST_LOOK_BACK_DAYS)
    return list(folder.numbers(after=0, since=since))


def _deal_with(
    uow: UnitOfWork, ctx: Context, settings: MailSettings, mail: ReceivedMail
) -> MailNature | None:
    """File a mail that concerns a customer; None for any other, and for one filed before."""
    if uow.received_mail.is_filed(mail.identity) or mail.sender == settings.user.casefold():
        return None
    if mail.failures:
        return _deal_with_failures(uow, ctx, mail)
    addressee = addressee_of(uow, mail)
    if addressee is None:
        return None
    mail_id = ctx.new_id()
    kept = keep_files(uow, ctx, mail, addressee)
    uow.received_mail.file(mail_id, mail, addressee, diagnostic="")
    uow.record(_fact(mail_id, mail, addressee, kept))
    return mail.nature


def _fact(mail_id: UUID, mail: ReceivedMail, addressee: Addressee, files: int) -> Event:
    excerpt = " ".join(mail.text.split())[:_LONGEST_EXCERPT]
    if mail.nature is MailNature.AUTOMATIC:
        return AutomaticMailReceived(
            subject_id=mail_id,
            customer_id=addressee.customer_id,
            sender=mail.sender,
            subject=mail.subject,
            text=excerpt,
        )
    return MailReceived(
        subject_id=mail_id,
        customer_id=addressee.customer_id,
        sender=mail.sender,
        subject=mail.subject,
        text=excerpt,
        number=addressee.number,
        files=files,
    )


def _deal_with_failures(uow: UnitOfWork, ctx: Context, mail: ReceivedMail) -> MailNature | None:
    """Our mails that came back, each with the other server's words; the report is filed once."""
    filed = False
    for queued, failure in bounced_mails(uow, mail):
        answer = f"{failure.status} {failure.diagnostic}".strip() or mail.subject
        if not filed:
            addressee = behind(uow, queued)
            uow.received_mail.file(ctx.new_id(), mail, addressee, diagnostic=answer)
            filed = True
        if not failure.for_good:
            uow.record(
                MailDelayed(
                    subject_id=queued.id,
                    customer_id=queued.customer_id,
                    recipient=failure.recipient,
                    subject=queued.subject,
                    answer=answer,
                )
            )
        elif uow.outbox.bounce(queued, failure.recipient, answer):
            if queued.notice_id is not None:
                uow.dunning.set_status(queued.notice_id, _FAILED)
            uow.record(
                MailBounced(
                    subject_id=queued.id,
                    customer_id=queued.customer_id,
                    recipient=_address_at_fault(failure, queued.recipient),
                    subject=queued.subject,
                    answer=answer,
                )
            )
    return mail.nature if filed else None


def _address_at_fault(failure: FailedDelivery, written_to: str) -> str:
    """The address on the file is what somebody can correct; another is told with it."""
    if not failure.recipient or failure.recipient.casefold() == written_to.casefold():
        return written_to
    return f"{written_to} ({failure.recipient})"
