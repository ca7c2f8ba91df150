"""Send what waits in the outbox: claimed, committed, and only then handed to the server.

A crash between the server's acceptance and our note of it leaves the mail `sending`; past
its lease it becomes `uncertain`, and no machine sends it again.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mailing import (
    MailTransport,
    OutgoingMail,
)
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.standing_promises import may_still_leave
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ExternalError, OtcError, RuleError
from otc_desktop.domain.shared.events import Event

SENT, READY, FAILED, UNCERTAIN, WITHHELD = "sent", "ready", "failed", "uncertain", "withheld"
SENDING, CANCELLED, BOUNCED = "sending", "cancelled", "bounced"
LEASE_SECONDS = 600
_FIRST_RETRY = timedelta(minutes=5)
_LONGEST_RETRY = timedelta(hours=4)
_MOST_ATTEMPTS = 8
# The account is at fault, not the mail: trying the next one would only repeat it.
_STOPPING = frozenset(
    (
        "mail.certificate_refused",
        "mail.insecure_not_allowed",
        "mail.login_refused",
        "mail.bad_tenant",
        "mail.no_client_id",
        "mail.no_password",
        "mail.not_reached",
        "mail.sign_in_needed",
        "mail.sign_in_not_reached",
        "mail.sign_in_odd_answer",
        "mail.starttls_missing",
        "mail.unknown_login",
        "secrets.locked",
        "secrets.no_keyring",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMail:
    """Ask for everything ready to leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSent(Event):
    """The server took a mail."""

    recipient: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRefused(Event):
    """A mail will not arrive, or nobody knows: `status` tells; `answer` is the server's."""

    recipient: str
    subject: str
    status: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWithheld(Event):
    """A reminder did not leave: what it asks for was paid, promised or contested meanwhile."""

    recipient: str
    subject: str


@dataclass(slots=True)
class SendOutcome:
    """How many mails met which fate; `problem` is what stopped the run, if anything did."""

    counts: dict[str, int] = field(default_factory=dict)
    problem: OtcError | None = None

    def note(self, status: str) -> None:
        """Count one more."""
        self.counts[status] = self.counts.get(status, 0) + 1


@use_case(permission=Permission.SEND_MAIL)
def send_mail(command: SendMail, ctx: Context, task: Task) -> SendOutcome:
    """Send ready mails one by one, each claimed by this workstation alone.

    Raises:
        RuleError: `mail.not_configured` when mail waits and no server is set.
    """
    outcome = SendOutcome()
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        for lost in uow.outbox.expire_leases():
            _tell(uow, lost, UNCERTAIN, "")
            outcome.note(UNCERTAIN)
        waiting = uow.outbox.ready_count()
        uow.commit(None)
    if not waiting:
        return outcome
    if company.mail is None:
        raise RuleError("mail.not_configured")
    transport = ctx.ports.mail_transport(company.mail)
    owner = f"{ctx.workstation}/{ctx.new_id()}"
    for done in range(waiting):
        task.check_cancelled()
        task.progress(done, waiting)
        claimed = _claim(ctx, owner)
        if claimed is None:
            break
        mail, outgoing = claimed
        if outgoing is None:
            outcome.note(WITHHELD)
            continue
        status, problem = _deliver(ctx, transport, mail, outgoing)
        outcome.note(status)
        if problem is not None and problem.code in _STOPPING:
            outcome.problem = problem
            break
    return outcome


def _claim(ctx: Context, owner: str) -> tuple[QueuedMail, OutgoingMail | None] | None:
    """Take one mail and commit; a reminder of what was paid or promised meanwhile is withheld."""
    with ctx.unit_of_work() as uow:
        mail = uow.outbox.claim(owner, lease_seconds=LEASE_SECONDS)
        if mail is None:
            return None
        if mail.notice_id is not None and not may_still_leave(uow, mail.notice_id, ctx.today):
            uow.outbox.mark(mail, WITHHELD)
            uow.dunning.set_status(mail.notice_id, WITHHELD)
            uow.record(
                MailWithheld(
                    subject_id=mail.id,
                    customer_id=mail.customer_id,
                    recipient=mail.recipient,
                    subject=mail.subject,
                )
            )
            return uow.commit((mail, None))
        company = uow.company.get()
        sender = company.mail.sender if company.mail is not None else company.email
        domain = sender.rpartition("@")[2].strip("> ") or "localhost"
        outgoing = OutgoingMail(
            # The same id however often it is tried: a receiver can tell a repetition.
            message_id=f"<{mail.id}@{domain}>",
            sender=sender,
            recipient=mail.recipient,
            subject=mail.subject,
            text=mail.body,
            attachments=tuple(
                (name, media_type, uow.archive.content(sha256))
                for name, media_type, sha256 in mail.attachments
            ),
        )
        return uow.commit((mail, outgoing))


def _deliver(
    ctx: Context,
    transport: MailTransport,
    mail: QueuedMail,
    outgoing: OutgoingMail,
) -> tuple[str, OtcError | None]:
    """Hand one mail over and write down what the server said."""
    try:
        answer = transport.send(outgoing)
    except ExternalError as problem:
        status = _status_after(problem, mail.attempts)
        delay = min(_FIRST_RETRY * 2 ** (mail.attempts - 1), _LONGEST_RETRY)
        _mark(
            ctx,
            mail,
            status,
            _words(problem),
            delay=delay if status == READY else None,
            counts=problem.code not in _STOPPING,
        )
        return status, problem
    except RuleError as problem:
        _mark(ctx, mail, FAILED, problem.code)
        return FAILED, problem
    _mark(ctx, mail, SENT, answer)
    return SENT, None


def _status_after(problem: ExternalError, attempts: int) -> str:
    if problem.code == "mail.unknown_fate":
        return UNCERTAIN
    if problem.code in _STOPPING:
        return READY
    return READY if problem.retryable and attempts < _MOST_ATTEMPTS else FAILED


def _words(problem: OtcError) -> str:
    answer = problem.params.get("answer", "")
    return f"{problem.code} {answer}".strip()


def _mark(
    ctx: Context,
    mail: QueuedMail,
    status: str,
    answer: str,
    *,
    delay: timedelta | None = None,
    counts: bool = True,
) -> None:
    with ctx.unit_of_work() as uow:
        seconds = None if delay is None else int(delay.total_seconds())
        if uow.outbox.mark(mail, status, answer=answer, retry_in_seconds=seconds, counts=counts):
            _tell(uow, mail, status, answer)
        uow.commit(None)


def _tell(uow: UnitOfWork, mail: QueuedMail, status: str, answer: str) -> None:
    """The reminder and the timeline hear what became of a mail."""
    if mail.notice_id is not None and status in (SENT, FAILED, UNCERTAIN):
        uow.dunning.set_status(mail.notice_id, status)
    fact = _fact(mail, status, answer)
    if fact is not None:
        uow.record(fact)


def _fact(mail: QueuedMail, status: str, answer: str) -> Event | None:
    """What the timeline tells; a mail that is only tried again later is no news."""
    if status == SENT:
        return MailSent(
            subject_id=mail.id,
            customer_id=mail.customer_id,
            recipient=mail.recipient,
            subject=mail.subject,
        )
    if status in (FAILED, UNCERTAIN):
        return MailRefused(
            subject_id=mail.id,
            customer_id=mail.customer_id,
            recipient=mail.recipient,
            subject=mail.subject,
            status=status,
            answer=answer,
        )
    return None
