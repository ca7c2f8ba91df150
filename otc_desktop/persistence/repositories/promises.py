"""Promises to pay."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.dunning.promise import Claim, Promise, PromiseState, Settled
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId, PromiseId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.promises import read_promises, read_settled
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.contact_log import promise as table
from otc_desktop.persistence.tables.contact_log import promise_item
from otc_desktop.persistence.tables.receivables import open_item

_MAY_CHANGE = ("", PromiseState.BROKEN.value, PromiseState.PARTLY.value)


class SqlPromiseRepository:
    """Promises of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, promise: Promise) -> None:
        """A new promise."""
        self._session.insert(
            table,
            {
                "id": promise.id,
                "customer_id": promise.customer_id,
                "currency": promise.amount.currency.code,
                "amount_minor": promise.amount.minor,
                "promised_on": promise.promised_on,
                "made_by": promise.made_by,
                "text": promise.text,
                "recorded_on": promise.recorded_on,
                # The database's instant, by which receipts are noted, too.
                "recorded_at": self._session.now,
                "recorded_by": promise.recorded_by,
                "cancelled_on": None,
                "version": 1,
            },
        )
        self._session.insert_many(
            promise_item,
            [{"promise_id": promise.id, "item_id": each} for each in sorted(promise.item_ids)],
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.DUNNING})

    def get(self, promise_id: PromiseId) -> Promise:
        """By id."""
        self._session.by_id(table, promise_id, lock=True)
        found = read_promises(self._session.connection, table.c.id == promise_id)
        if not found:
            raise NotFoundError("dunning.promise_not_found", id=str(promise_id))
        return found[0]

    def save(self, promise: Promise) -> None:
        """A cancelled promise; nothing else of it can change."""
        self._session.update_versioned(
            table,
            promise.id,
            promise.version,
            {"cancelled_on": promise.cancelled_on, "cancel_reason": promise.cancel_reason},
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.DUNNING})

    def not_due_before(self, day: date) -> Sequence[Promise]:
        """Promises, not cancelled, for that day or a later one."""
        return read_promises(
            self._session.connection, table.c.promised_on >= day, table.c.cancelled_on.is_(None)
        )

    def settled(self, customer_ids: Collection[CustomerId]) -> Sequence[Settled]:
        """What those customers' items were settled by, undone parts left out."""
        return read_settled(self._session.connection, customer_ids)

    def of_customers(self, customer_ids: Collection[CustomerId]) -> Sequence[Promise]:
        """All promises of those customers, by promised date."""
        return [
            each
            for some in in_chunks(set(customer_ids))
            for each in read_promises(self._session.connection, table.c.customer_id.in_(some))
        ]

    def customers_of(self, promise_ids: Collection[PromiseId]) -> Collection[CustomerId]:
        """Whose promises these are."""
        return {
            CustomerId(row["customer_id"])
            for some in in_chunks(set(promise_ids))
            for row in self._session.rows(
                select(table.c.customer_id).where(table.c.id.in_(some)).distinct()
            )
        }

    def due_between(self, first: date, last: date) -> Sequence[Promise]:
        """Promises, not cancelled, for a day of a period."""
        return read_promises(
            self._session.connection,
            table.c.promised_on.between(first, last),
            table.c.cancelled_on.is_(None),
        )

    def told(self) -> Mapping[PromiseId, str]:
        """What was told last of each promise that may still change."""
        query = select(table.c.id, table.c.told_state).where(
            table.c.told_state.in_(_MAY_CHANGE), table.c.cancelled_on.is_(None)
        )
        return {PromiseId(row["id"]): row["told_state"] for row in self._session.rows(query)}

    def tell(self, promise_id: PromiseId, state: str, *, on: date) -> None:
        """Write down what was told of a promise, and when."""
        values: Mapping[str, Any] = {"told_state": state, "told_on": on}
        self._session.connection.execute(
            update(table).where(table.c.id == promise_id).values(**values)
        )
        self._session.changes.append({"table": table.name, "id": promise_id, "after": values})
        self._session.topics.update({Topic.CUSTOMERS, Topic.DUNNING})

    def claims(self, numbers: Collection[str]) -> Sequence[Claim]:
        """Open items by document number."""
        rows = self._session.rows(select(open_item).where(open_item.c.number.in_(set(numbers))))
        missing = sorted(set(numbers) - {row["number"] for row in rows})
        if missing:
            raise NotFoundError("receivables.item_not_found", number=missing[0])
        return [
            Claim(
                id=OpenItemId(row["id"]),
                customer_id=CustomerId(row["customer_id"]),
                due_on=row["due_on"],
                open=Money.from_minor(row["open_minor"], Currency(row["currency"])),
            )
            for row in rows
        ]
