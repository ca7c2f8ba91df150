"""What is known and learnt of payers."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, select
from uuid_utils.compat import uuid7

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.match_memory import PayerFile
from otc_desktop.domain.matching.candidates import Claim
from otc_desktop.domain.matching.learning import FactKind, LearntFact
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.repositories.likely_items import items_named, items_of
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.matching import match_fact
from otc_desktop.persistence.tables.receivables import open_item

# Every one of them is read for a run over all lines: no more than matching looks at.
_CLAIM_COLUMNS = (
    open_item.c.id,
    open_item.c.number,
    open_item.c.customer_id,
    open_item.c.currency,
    open_item.c.open_minor,
    open_item.c.total_minor,
    open_item.c.issued_on,
    open_item.c.due_on,
    open_item.c.purchase_order,
    open_item.c.settled_on,
)


class SqlMatchMemory:
    """Facts of a database. A merged customer's count for its successor."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def payer_files(self) -> Sequence[PayerFile]:
        """Every customer's, in the order of codes."""
        columns = (
            customer.c.id,
            customer.c.code,
            customer.c.name,
            customer.c.iban,
            customer.c.siren,
            customer.c.customer_group,
            customer.c.parent_id,
            customer.c.merged_into_id,
        )
        rows = self._session.rows(select(*columns).order_by(customer.c.code))
        into = {row["id"]: row["merged_into_id"] for row in rows if row["merged_into_id"]}
        heads = {row["parent_id"] for row in rows if row["parent_id"]}
        return [
            PayerFile(
                id=CustomerId(_final(row["id"], into)),
                code=row["code"],
                name=row["name"],
                iban=row["iban"],
                siren=row["siren"],
                group=_group(row, heads),
            )
            for row in rows
        ]

    def claims(self, *, settled_since: date) -> Sequence[Claim]:
        """Everything open, and what was settled since that day, those due first."""
        query = select(*_CLAIM_COLUMNS).order_by(open_item.c.due_on)
        lately = open_item.c.is_open.is_(False) & (open_item.c.settled_on >= settled_since)
        rows = [
            *self._session.rows(query.where(open_item.c.is_open.is_(True))),
            *self._session.rows(query.where(lately)),
        ]
        return [_claim_of(row) for row in rows]

    def items_named(
        self, texts: Collection[str], amounts: Collection[Money], *, settled_since: date
    ) -> Sequence[OpenItem]:
        """Claims whose number may stand in a text, and open ones of these amounts."""
        return items_named(self._session, texts, amounts, settled_since=settled_since)

    def items_of(
        self, customers: Collection[CustomerId], *, settled_since: date
    ) -> Sequence[OpenItem]:
        """What customers owe, and what they settled since that day."""
        return items_of(self._session, customers, settled_since=settled_since)

    def facts(self, *, transaction_id: BankTransactionId | None = None) -> Sequence[LearntFact]:
        """All that is learnt, or what one movement taught last; removed facts are none."""
        query = (
            select(match_fact)
            .where(match_fact.c.removed.is_(False))
            .order_by(match_fact.c.learnt_at, match_fact.c.id)
        )
        if transaction_id is not None:
            query = query.where(match_fact.c.transaction_id == transaction_id)
        rows = self._session.rows(query)
        merged = select(customer.c.id, customer.c.merged_into_id).where(
            customer.c.merged_into_id.is_not(None)
        )
        into = {row["id"]: row["merged_into_id"] for row in self._session.rows(merged)}
        return [_fact_of(row, into) for row in rows]

    def learn(
        self, kind: FactKind, key: str, customer_id: CustomerId, transaction_id: BankTransactionId
    ) -> LearntFact:
        """A new fact, or one more confirmation of it."""
        row = self._find(kind, key, customer_id)
        told: dict[str, Any] = {
            "transaction_id": transaction_id,
            "learnt_at": self._session.now,
            "learnt_by": self._user,
            "removed": False,
        }
        if row is None:
            first = {
                **told,
                "id": uuid7(),
                "kind": kind.value,
                "key": key,
                "customer_id": customer_id,
                "confirmed": 1,
                "contradicted": 0,
                "version": 1,
            }
            if self._session.insert_new(match_fact, first):
                told = first
            else:  # somebody taught it at the same moment: this is one more confirmation
                row = self._find(kind, key, customer_id)
        if row is not None:
            told["confirmed"] = 1 if row["removed"] else row["confirmed"] + 1
            told["contradicted"] = 0 if row["removed"] else row["contradicted"]
            self._session.update_versioned(match_fact, row["id"], row["version"], told)
            told = {**row, **told}
        self._session.topics.add(Topic.BANK)
        return _fact_of(told, {})

    def contradict(self, kind: FactKind, key: str, customer_id: CustomerId) -> None:
        """A correction of a fact, if it is known."""
        row = self._find(kind, key, customer_id)
        if row is not None and not row["removed"]:
            more = {"contradicted": row["contradicted"] + 1}
            self._session.update_versioned(match_fact, row["id"], row["version"], more)

    def remove(self, fact_id: UUID) -> LearntFact:
        """Forget a fact; the next confirmation teaches it anew."""
        row = self._session.by_id(match_fact, fact_id, lock=True)
        if row is None or row["removed"]:
            raise NotFoundError("matching.fact_not_found", id=str(fact_id))
        self._session.update_versioned(match_fact, fact_id, row["version"], {"removed": True})
        self._session.topics.add(Topic.BANK)
        return _fact_of(row, {})

    def _find(self, kind: FactKind, key: str, customer_id: CustomerId) -> RowMapping | None:
        query = (
            select(match_fact)
            .where(match_fact.c.kind == kind.value)
            .where(match_fact.c.key == key)
            .where(match_fact.c.customer_id == customer_id)
        )
        return self._session.one(query, lock=True)


def _final(customer_id: UUID, into: dict[UUID, UUID]) -> UUID:
    while customer_id in into:
        customer_id = into[customer_id]
    return customer_id


def _group(row: RowMapping, heads: set[UUID]) -> str:
    """A group of companies by its head; else the name typed into the file."""
    if row["parent_id"]:
        return str(row["parent_id"])
    return str(row["id"]) if row["id"] in heads else str(row["customer_group"])


def _fact_of(row: Any, into: dict[UUID, UUID]) -> LearntFact:
    return LearntFact(
        id=row["id"],
        kind=FactKind(row["kind"]),
        key=row["key"],
        customer_id=CustomerId(_final(row["customer_id"], into)),
        confirmed=row["confirmed"],
        contradicted=row["contradicted"],
        version=row["version"],
    )


def _claim_of(row: RowMapping) -> Claim:
    currency = Currency(row["currency"])
    return Claim(
        id=OpenItemId(row["id"]),
        number=row["number"],
        customer_id=CustomerId(row["customer_id"]),
        open=Money.from_minor(row["open_minor"], currency),
        issued_on=row["issued_on"],
        due_on=row["due_on"],
        purchase_order=row["purchase_order"],
        total=Money.from_minor(row["total_minor"], currency),
        settled_on=row["settled_on"],
    )
