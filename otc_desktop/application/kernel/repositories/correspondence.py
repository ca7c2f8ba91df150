"""Disputes, reminders and mail, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from otc_desktop.domain.disputes.cause import DisputeCause
from otc_desktop.domain.disputes.dispute import Dispute
from otc_desktop.domain.dunning.planner import Debtor, DueItem, PlannedReminder
from otc_desktop.domain.dunning.promise import Claim
from otc_desktop.domain.shared.ids import (
    CustomerId,
    DisputeCauseId,
    DisputeId,
    InvoiceId,
    MailId,
    OpenItemId,
    ReminderId,
)
from otc_desktop.domain.shared.money import Money


class DisputeRepository(Protocol):
    """Disputes."""

    def get(self, dispute_id: DisputeId) -> Dispute:
        """By id."""

    def add(self, dispute: Dispute) -> None:
        """A new dispute."""

    def save(self, dispute: Dispute) -> None:
        """A changed dispute."""

    def open_total(self, item_id: OpenItemId) -> int:
        """Minor units contested on one item."""

    def causes(self) -> Sequence[DisputeCause]:
        """The company's causes by title, the archived ones too."""

    def get_cause(self, cause_id: DisputeCauseId) -> DisputeCause:
        """By id; NotFoundError `disputes.cause_not_found`."""

    def add_cause(self, cause: DisputeCause) -> None:
        """A new cause."""

    def save_cause(self, cause: DisputeCause) -> None:
        """A changed cause."""


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """A reminder as kept, with the plan it follows, and its items as they stand now."""

    key: str
    customer_id: CustomerId
    plan_code: str
    plan_revision: int
    step: int
    planned_on: date
    status: str
    letter_sha256: str
    items: tuple[DueItem, ...]


class DunningRepository(Protocol):
    """What reminders need to know, and the notices they leave."""

    def lock_planning(self) -> None:
        """One planner at a time, until the transaction ends."""

    def due_items(self, due_before: date) -> Sequence[DueItem]:
        """Open invoices due before a date, with dispute and level."""

    def debtors(self, customer_ids: Collection[CustomerId]) -> Mapping[CustomerId, Debtor]:
        """Those customers as dunning sees them; unmatched receipts are the caller's to add."""

    def add(
        self,
        reminder: PlannedReminder,
        notice_id: ReminderId,
        *,
        on: date,
        status: str,
        revision: int,
    ) -> bool:
        """Keep a planned reminder and the revision of its plan.

        False when the same one is there already.
        """

    def status(self, notice_id: ReminderId) -> str:
        """Where a notice stands; locked."""

    def notice(self, notice_id: ReminderId) -> NoticeRecord:
        """A kept reminder."""

    def claims_of(self, notice_id: ReminderId) -> Sequence[Claim]:
        """What a notice asks for, as it stands now."""

    def is_still_due(self, notice_id: ReminderId) -> bool:
        """Whether anything on a notice is still open and not contested."""

    def waiting_calls(self) -> Mapping[CustomerId, Sequence[ReminderId]]:
        """Steps of the channel «call» that nobody made yet."""

    def set_status(self, notice_id: ReminderId, status: str) -> None:
        """Move a notice on."""

    def note_claims(self, notice_id: ReminderId, *, interest: Money, costs: Money) -> None:
        """Write down the interest and indemnity that a notice printed."""

    def invoice_files(self, item_ids: Collection[OpenItemId]) -> Sequence[tuple[str, str]]:
        """Number and hash of the PDF as issued of those items; none for what was taken over."""

    def note_letter(self, notice_id: ReminderId, sha256: str) -> None:
        """Write down which letter was made for a notice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedMail:
    """A mail in the outbox.

    `document` tells a paper without an invoice behind it for ever; it is known while the mail
    is queued only.
    """

    id: MailId
    kind: str
    customer_id: CustomerId
    invoice_id: InvoiceId | None
    notice_id: ReminderId | None
    recipient: str
    subject: str
    body: str
    attachments: tuple[tuple[str, str, str], ...]  # file name, media type, SHA-256
    attempts: int = 0
    status: str = "ready"
    claimed_by: str = ""
    document: str = ""


class OutboxRepository(Protocol):
    """Mail that waits. Times are the database's own: workstations disagree."""

    def add(self, mail: QueuedMail) -> None:
        """Queue a mail, ready to leave."""

    def get(self, mail_id: MailId) -> QueuedMail:
        """A mail as it stands; locked."""

    def find(self, mail_id: MailId) -> QueuedMail | None:
        """A mail as it stands, or None; locked."""

    def last_sent_to(self, address: str, *, within_days: int) -> QueuedMail | None:
        """The last mail that a server took for an address, so many days back; locked."""

    def bounce(self, mail: QueuedMail, address: str, answer: str) -> bool:
        """Note that a mail came back from an address.

        False when it did not leave as far as we know, came back before, or was meanwhile sent
        to another address.
        """

    def claim(self, owner: str, *, lease_seconds: int) -> QueuedMail | None:
        """Take one ready mail, moving it to `sending`; nobody else gets it."""

    def ready_count(self) -> int:
        """How many mails could leave now."""

    def has_invoice(self, invoice_id: InvoiceId) -> bool:
        """Whether a mail with this document waits, left, or may have left."""

    def has_document(self, kind: str, document: str) -> bool:
        """Whether a mail with this paper waits, left, or may have left."""

    def expire_leases(self) -> Sequence[QueuedMail]:
        """Mails whose sender vanished become `uncertain`; returns them."""

    def mark(
        self,
        mail: QueuedMail,
        status: str,
        *,
        answer: str = "",
        retry_in_seconds: int | None = None,
        counts: bool = True,
    ) -> bool:
        """Write down what became of a claimed mail; `counts` is whether it used up an attempt.

        False when somebody decided otherwise meanwhile: only the answer was kept.
        """

    def requeue(self, mail_id: MailId, *, recipient: str, made_by: str) -> None:
        """A person has it leave with the next sending."""

    def cancel(self, mail_id: MailId, *, made_by: str) -> None:
        """A person decides that it never leaves."""
