"""Claims handed over, and what their file is made of."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import or_, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.formal_end import (
    ContactFact,
    ProofFile,
    SentReminder,
)
from otc_desktop.domain.dunning.handover import Handover, HandoverKind, HandoverOutcome
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, HandoverId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.attachments import attachment
from otc_desktop.persistence.tables.contact_log import customer_call, promise
from otc_desktop.persistence.tables.dunning import dunning_notice, dunning_notice_item
from otc_desktop.persistence.tables.formal_end import handover, handover_item
from otc_desktop.persistence.tables.invoicing import invoice_delivery, invoice_order
from otc_desktop.persistence.tables.outbox import outbox_message
from otc_desktop.persistence.tables.quotes import quote
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.sales import sales_order

_LEFT = ("sent", "done")


class SqlHandovers:
    """Hand-overs of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, new: Handover) -> None:
        """A new hand-over."""
        self._session.insert(
            handover,
            {
                "id": new.id,
                "number": new.number,
                "customer_id": new.customer_id,
                "kind": new.kind.value,
                "handed_to": new.to,
                "handed_on": new.handed_on,
                "handed_by": new.handed_by,
                "currency": new.amount.currency.code,
                "amount_minor": new.amount.minor,
                "version": 1,
                **_progress(new),
            },
        )
        self._session.insert_many(
            handover_item,
            [
                {
                    "handover_id": new.id,
                    "item_id": item_id,
                    "position": position,
                    "amount_minor": amount.minor,
                }
                for position, (item_id, amount) in enumerate(new.items)
            ],
        )
        self._session.topics.update({Topic.DUNNING, Topic.CUSTOMERS})

    def by_number(self, number: str) -> Handover:
        """By number."""
        row = self._session.one(select(handover).where(handover.c.number == number), lock=True)
        if row is None:
            raise NotFoundError("dunning.handover_not_found", number=number)
        currency = Currency(row["currency"])
        parts = self._session.parts_of(handover_item, "handover_id", row["id"])
        fee = row["fee_minor"]
        return Handover(
            id=HandoverId(row["id"]),
            number=row["number"],
            customer_id=CustomerId(row["customer_id"]),
            kind=HandoverKind(row["kind"]),
            to=row["handed_to"],
            handed_on=row["handed_on"],
            handed_by=row["handed_by"],
            items=tuple(
                (OpenItemId(each["item_id"]), Money.from_minor(each["amount_minor"], currency))
                for each in parts
            ),
            reference=row["reference"],
            outcome=HandoverOutcome(row["outcome"]),
            fee=None if fee is None else Money.from_minor(fee, currency),
            closed_on=row["closed_on"],
            note=row["note"],
            version=row["version"],
        )

    def save(self, changed: Handover) -> None:
        """A hand-over with its reference, or closed."""
        self._session.update_versioned(handover, changed.id, changed.version, _progress(changed))
        self._session.topics.update({Topic.DUNNING, Topic.CUSTOMERS})

    def handed_over(self) -> frozenset[OpenItemId]:
        """The items of hand-overs that run."""
        query = (
            select(handover_item.c.item_id)
            .join(handover, handover.c.id == handover_item.c.handover_id)
            .where(handover.c.outcome == HandoverOutcome.OPEN.value)
        )
        return frozenset(OpenItemId(row["item_id"]) for row in self._session.rows(query))

    def reminders_of(self, item_ids: Collection[OpenItemId]) -> Sequence[SentReminder]:
        """Reminders of these items that left, the oldest first."""
        ids: set[UUID] = set()
        for some in in_chunks(set(item_ids)):
            query = select(dunning_notice_item.c.notice_id).where(
                dunning_notice_item.c.item_id.in_(some)
            )
            ids.update(row["notice_id"] for row in self._session.rows(query))
        found: list[SentReminder] = []
        mail = outbox_message.c
        for chunk in in_chunks(ids):
            notices = (
                select(dunning_notice, mail.subject, mail.body, mail.sent_at)
                .outerjoin(outbox_message, mail.notice_id == dunning_notice.c.id)
                .where(dunning_notice.c.id.in_(chunk))
                .where(or_(dunning_notice.c.status.in_(_LEFT), mail.status == "sent"))
            )
            found += [
                SentReminder(
                    sent_on=row["sent_at"].date() if row["sent_at"] else row["planned_on"],
                    channel=row["channel"],
                    step=row["step"],
                    recipient=row["recipient"],
                    subject=row["subject"] or "",
                    body=row["body"] or "",
                    letter_sha256=row["letter_sha256"],
                )
                for row in self._session.rows(notices)
            ]
        return sorted(found, key=lambda each: (each.sent_on, each.step))

    def proofs_of(self, item_ids: Collection[OpenItemId]) -> Sequence[ProofFile]:
        """Files attached to the invoices, orders, quotes and deliveries of these items."""
        subjects: set[UUID] = set()
        for some in in_chunks(set(item_ids)):
            invoices = select(open_item.c.invoice_id).where(open_item.c.id.in_(some))
            ordered = (
                select(invoice_order.c.order_id.label("subject"))
                .where(invoice_order.c.invoice_id.in_(invoices))
                .distinct()
            )
            for query in (
                select(open_item.c.invoice_id.label("subject"))
                .where(open_item.c.id.in_(some))
                .where(open_item.c.invoice_id.is_not(None)),
                ordered,
                select(invoice_delivery.c.delivery_id.label("subject")).where(
                    invoice_delivery.c.invoice_id.in_(invoices)
                ),
                select(quote.c.id.label("subject"))
                .join(sales_order, sales_order.c.quote_number == quote.c.number)
                .where(sales_order.c.id.in_(ordered)),
            ):
                subjects.update(row["subject"] for row in self._session.rows(query))
        files = [
            row
            for some in in_chunks(subjects)
            for row in self._session.rows(
                select(attachment).where(
                    attachment.c.subject_id.in_(some) & attachment.c.removed_on.is_(None)
                )
            )
        ]
        files.sort(key=lambda row: (row["subject_kind"], row["subject_number"], row["file_name"]))
        return [
            ProofFile(
                title=f"{row['subject_kind']} {row['subject_number']}".strip(),
                file_name=row["file_name"],
                sha256=row["sha256"],
            )
            for row in files
        ]

    def contacts_of(self, customer_id: CustomerId) -> Sequence[ContactFact]:
        """Calls and promises of a customer, the oldest first."""
        calls = select(customer_call).where(customer_call.c.customer_id == customer_id)
        promises = select(promise).where(promise.c.customer_id == customer_id)
        found = [
            ContactFact(
                on=row["called_on"],
                kind="call",
                text=" – ".join(part for part in (row["contact"], row["text"]) if part),
            )
            for row in self._session.rows(calls)
        ]
        found += [
            ContactFact(
                on=row["recorded_on"],
                kind="promise",
                text=f"{Money.from_minor(row['amount_minor'], Currency(row['currency']))} → "
                f"{row['promised_on'].isoformat()} {row['made_by']}".strip(),
            )
            for row in self._session.rows(promises)
        ]
        return sorted(found, key=lambda each: (each.on, each.kind))


def _progress(each: Handover) -> dict[str, object]:
    return {
        "reference": each.reference,
        "outcome": each.outcome.value,
        "fee_minor": None if each.fee is None else each.fee.minor,
        "closed_on": each.closed_on,
        "note": each.note,
    }
