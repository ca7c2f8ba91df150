"""Mandates and collections of direct debits in the database."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, exists, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.direct_debits import (
    DueClaim,
    ReturningLine,
)
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.direct_debits.collection import Collection, CollectionStatus, Debit
from otc_desktop.domain.direct_debits.mandate import Mandate, Scheme
from otc_desktop.domain.direct_debits.mandate import Sequence as Place
from otc_desktop.domain.disputes.dispute import DisputeStatus
from otc_desktop.domain.receivables.paper_receipt import PaperKind
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import BankAccountId, BankTransactionId, CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.repositories.receivables import item_of
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.banking import bank_transaction
from otc_desktop.persistence.tables.direct_debits import (
    debit,
    debit_collection,
    debit_part,
    mandate,
)
from otc_desktop.persistence.tables.disputes import dispute
from otc_desktop.persistence.tables.papers import paper_receipt
from otc_desktop.persistence.tables.receivables import open_item


class SqlDirectDebits:
    """Mandates and collections of a database."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def get_mandate(self, mandate_id: UUID, *, lock: bool = False) -> Mandate:
        """By id."""
        row = self._session.by_id(mandate, mandate_id, lock=lock)
        if row is None:
            raise NotFoundError("direct_debits.mandate_not_found", rum=str(mandate_id))
        return mandate_of(row)

    def mandate_by_rum(self, rum: str) -> Mandate:
        """By its reference."""
        row = self._session.one(select(mandate).where(mandate.c.rum == rum).limit(1))
        if row is None:
            raise NotFoundError("direct_debits.mandate_not_found", rum=rum, where="rum")
        return mandate_of(row)

    def knows_rum(self, ics: str, rum: str) -> bool:
        """Whether the creditor gave that reference already."""
        query = select(mandate.c.id).where((mandate.c.ics == ics) & (mandate.c.rum == rum))
        return bool(self._session.rows(query.limit(1)))

    def mandates_of(self, customer_id: CustomerId) -> Sequence[Mandate]:
        """All of one customer, the newest first."""
        query = (
            select(mandate)
            .where(mandate.c.customer_id == customer_id)
            .order_by(mandate.c.signed_on.desc(), mandate.c.id.desc())
        )
        return [mandate_of(row) for row in self._session.rows(query)]

    def add_mandate(self, new: Mandate) -> None:
        """A new mandate."""
        self._session.insert(
            mandate,
            {
                "id": new.id,
                "customer_id": new.customer_id,
                "ics": new.ics,
                "rum": new.rum,
                "made_at": self._session.now,
                "made_by": self._user,
                "version": 1,
                **_mandate_values(new),
            },
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.BANK})

    def save_mandate(self, changed: Mandate) -> None:
        """A changed mandate."""
        self._session.update_versioned(
            mandate, changed.id, changed.version, _mandate_values(changed)
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.BANK})

    def due_claims(self, scheme: Scheme, due_by: date) -> Sequence[DueClaim]:
        """What is open and due by a day of customers that ever signed a mandate, oldest first."""
        signed = exists().where(
            (mandate.c.customer_id == open_item.c.customer_id) & (mandate.c.scheme == scheme.value)
        )
        disputed = exists().where(
            (dispute.c.item_id == open_item.c.id) & (dispute.c.status == DisputeStatus.OPEN.value)
        )
        taken = exists().where((debit_part.c.item_id == open_item.c.id) & debit_part.c.live)
        query = (
            select(open_item, disputed.label("disputed"), taken.label("taken"))
            .where(open_item.c.open_minor > 0)
            .where((open_item.c.due_on <= due_by) & (open_item.c.currency == EUR.code))
            .where(signed)
            .order_by(open_item.c.due_on, open_item.c.id)
        )
        return [
            DueClaim(item=item_of(row), disputed=bool(row["disputed"]), taken=bool(row["taken"]))
            for row in self._session.rows(query)
        ]

    def get(self, number: str, *, lock: bool = False) -> Collection:
        """By number."""
        query = select(debit_collection).where(debit_collection.c.number == number)
        row = self._session.one(query, lock=lock)
        if row is None:
            raise NotFoundError("direct_debits.collection_not_found", number=number)
        debits = self._debits(debit.c.collection_id == row["id"])
        return _collection_of(row, debits)

    def add(self, collection: Collection) -> None:
        """A new collection."""
        self._session.insert(
            debit_collection,
            {
                "id": collection.id,
                "number": collection.number,
                "bank_account_id": collection.bank_account_id,
                "scheme": collection.scheme.value,
                "ics": collection.ics,
                "collect_on": collection.collect_on,
                "made_on": collection.made_on,
                "currency": collection.total.currency.code,
                "total_minor": collection.total.minor,
                "debits": len(collection.debits),
                "status": collection.status.value,
                "slip_id": None,
                "sha256": "",
                "made_at": self._session.now,
                "made_by": self._user,
                "version": 1,
            },
        )
        self._session.insert_many(
            debit,
            [
                {
                    "id": each.id,
                    "collection_id": collection.id,
                    "position": place,
                    "mandate_id": each.mandate_id,
                    "customer_id": each.customer_id,
                    "end_to_end_id": each.end_to_end_id,
                    "place": each.place.value,
                    "currency": each.amount.currency.code,
                    "amount_minor": each.amount.minor,
                }
                for place, each in enumerate(collection.debits)
            ],
        )
        self._session.insert_many(
            debit_part,
            [
                {
                    "debit_id": each.id,
                    "item_id": item_id,
                    "amount_minor": amount.minor,
                    "live": True,
                }
                for each in collection.debits
                for item_id, amount in each.parts
            ],
        )
        self._session.topics.add(Topic.BANK)

    def save(self, collection: Collection) -> None:
        """A changed collection."""
        self._session.update_versioned(
            debit_collection,
            collection.id,
            collection.version,
            {
                "status": collection.status.value,
                "slip_id": collection.slip_id,
                "sha256": collection.sha256,
            },
        )
        if collection.status is not CollectionStatus.PREPARED:
            # Said by the collection's own row in the audit trail.
            ids = [each.id for each in collection.debits]
            self._session.connection.execute(
                update(debit_part).where(debit_part.c.debit_id.in_(ids)).values(live=False)
            )
        self._session.topics.add(Topic.BANK)

    def collected(self) -> frozenset[OpenItemId]:
        """Claims in a collection that waits to be handed over."""
        rows = self._session.rows(select(debit_part.c.item_id).where(debit_part.c.live))
        return frozenset(OpenItemId(row["item_id"]) for row in rows)

    def debit(self, end_to_end_id: str) -> Debit | None:
        """The debit of a reference that a bank gives back."""
        found = self._debits(debit.c.end_to_end_id == end_to_end_id)
        return found[0] if found else None

    def returning_lines(self) -> Sequence[ReturningLine]:
        """Debits of the bank that wait and carry the reference of a debit of ours."""
        line, paper = bank_transaction, paper_receipt
        query = (
            select(line.c.id, line.c.return_reason, paper.c.id.label("paper"), paper.c.number)
            .join(paper, paper.c.number == line.c.end_to_end_id)
            .where((line.c.status == TransactionStatus.OPEN.value) & (line.c.amount_minor < 0))
            .where(paper.c.kind == PaperKind.DEBIT.value)
            .order_by(line.c.booked_on, line.c.id)
        )
        return [
            ReturningLine(
                transaction_id=BankTransactionId(row["id"]),
                paper_id=row["paper"],
                reference=row["number"],
                reason=row["return_reason"],
            )
            for row in self._session.rows(query)
        ]

    def _debits(self, which: ColumnElement[bool]) -> tuple[Debit, ...]:
        rows = self._session.rows(select(debit).where(which).order_by(debit.c.position))
        parts: dict[UUID, list[tuple[OpenItemId, int]]] = defaultdict(list)
        query = (
            select(debit_part)
            .join(debit, debit.c.id == debit_part.c.debit_id)
            .where(which)
            .order_by(debit_part.c.item_id)
        )
        for row in self._session.rows(query):
            parts[row["debit_id"]].append((OpenItemId(row["item_id"]), row["amount_minor"]))
        return tuple(_debit_of(row, parts[row["id"]]) for row in rows)


def mandate_of(row: RowMapping) -> Mandate:
    """A mandate from its row."""
    return Mandate(
        id=row["id"],
        customer_id=CustomerId(row["customer_id"]),
        ics=row["ics"],
        rum=row["rum"],
        debtor_name=row["debtor_name"],
        iban=row["iban"],
        scheme=Scheme(row["scheme"]),
        recurrent=row["recurrent"],
        signed_on=row["signed_on"],
        signed_at=row["signed_at"],
        collected_on=row["collected_on"],
        closed_on=row["closed_on"],
        revoked_on=row["revoked_on"],
        blocked_for=row["blocked_for"],
        notice_days=row["notice_days"],
        version=row["version"],
    )


def _mandate_values(one: Mandate) -> dict[str, Any]:
    return {
        "debtor_name": one.debtor_name,
        "iban": one.iban,
        "scheme": one.scheme.value,
        "recurrent": one.recurrent,
        "signed_on": one.signed_on,
        "signed_at": one.signed_at,
        "notice_days": one.notice_days,
        "collected_on": one.collected_on,
        "closed_on": one.closed_on,
        "revoked_on": one.revoked_on,
        "blocked_for": one.blocked_for,
    }


def _debit_of(row: RowMapping, parts: Sequence[tuple[OpenItemId, int]]) -> Debit:
    currency = Currency(row["currency"])
    return Debit(
        id=row["id"],
        mandate_id=row["mandate_id"],
        customer_id=CustomerId(row["customer_id"]),
        end_to_end_id=row["end_to_end_id"],
        place=Place(row["place"]),
        amount=Money.from_minor(row["amount_minor"], currency),
        parts=tuple((item_id, Money.from_minor(minor, currency)) for item_id, minor in parts),
    )


def _collection_of(row: RowMapping, debits: tuple[Debit, ...]) -> Collection:
    return Collection(
        id=row["id"],
        number=row["number"],
        bank_account_id=BankAccountId(row["bank_account_id"]),
        scheme=Scheme(row["scheme"]),
        ics=row["ics"],
        collect_on=row["collect_on"],
        made_on=row["made_on"],
        debits=debits,
        status=CollectionStatus(row["status"]),
        slip_id=row["slip_id"],
        sha256=row["sha256"],
        version=row["version"],
    )
