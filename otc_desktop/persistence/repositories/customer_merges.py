"""Merges of customers: what hangs on one file is hung on another, and back again."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.customer_merges import MergeRecord
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.ids import CustomerId, JournalEntryId
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.merged_rows import (
    MOVED_TABLES,
    follow_items,
    hang_back,
    hang_on,
    move_particulars,
    move_particulars_back,
    name_of_kind,
    numbers_grown,
)
from otc_desktop.persistence.repositories.customers import customer_values
from otc_desktop.persistence.repositories.receivables import item_of
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.merges import customer_merge, customer_merge_move
from otc_desktop.persistence.tables.receivables import open_item

_IDS = ("parent_id", "merged_into_id")


class SqlCustomerMerges:
    """Merges of a database; what moved is written down row by row."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def lock(self, customer_ids: Collection[CustomerId]) -> None:
        """Lock several files in the order of ids; a new document for them waits."""
        query = select(customer.c.id).where(customer.c.id.in_(customer_ids)).order_by(customer.c.id)
        if self._session.is_postgresql:
            query = query.with_for_update()
        self._session.rows(query)

    def counts(self, customer_id: CustomerId) -> Mapping[str, int]:
        """What hangs on a file, by kind."""
        counted = {
            name_of_kind(table): self._count(
                select(func.count().label("rows")).where(table.c.customer_id == customer_id)
            )
            for table in MOVED_TABLES
        }
        return {name: count for name, count in counted.items() if count}

    def start(self, merge: MergeRecord, *, keeper: Customer, loser: Customer) -> None:
        """A new merge, which lets what is issued move."""
        self._session.insert(
            customer_merge,
            {
                "id": merge.id,
                "keeper_id": keeper.id,
                "loser_id": loser.id,
                "merged_on": merge.merged_on,
                "merged_at": self._session.now,
                "merged_by": merge.merged_by,
                "taken": _json(customer_values(keeper)),
                "loser_before": _json(customer_values(loser)),
                "version": 1,
            },
            audited=False,
        )
        self._session.changes.append(
            {
                "table": customer_merge.name,
                "id": merge.id,
                "keeper": keeper.code,
                "loser": loser.code,
            }
        )

    def move(self, merge: MergeRecord) -> Mapping[str, int]:
        """Hang everything of the loser on the keeper."""
        name = self._name(merge.keeper_id)
        moved: dict[str, int] = {}
        for table in MOVED_TABLES:
            count = hang_on(self._session, table, merge, name_folded=name)
            if count:
                moved[name_of_kind(table)] = count
        move_particulars(self._session, merge)
        self._tell(merge, moved, "moved")
        return moved

    def keep_files(self, merge: MergeRecord, *, keeper: Customer, loser: Customer) -> None:
        """Save both files, and what changed of them."""
        row = self._row(merge)
        for column, after in (("taken", keeper), ("loser_before", loser)):
            before, values = json.loads(row[column]), _plain(customer_values(after))
            changed = {
                name: [before[name], value]
                for name, value in values.items()
                if before[name] != value
            }
            self._session.connection.execute(
                update(customer_merge)
                .where(customer_merge.c.id == merge.id)
                .values({column: json.dumps(changed, sort_keys=True)})
            )
            self._session.update_versioned(
                customer, after.id, after.version, customer_values(after)
            )
        self._session.topics.update(Topic)

    def moved_open_items(self, merge: MergeRecord) -> Sequence[OpenItem]:
        """Of the items that moved, those with something open now, by number."""
        query = (
            select(open_item)
            .join(
                customer_merge_move,
                and_(
                    customer_merge_move.c.row_id == open_item.c.id,
                    customer_merge_move.c.kind == open_item.name,
                    customer_merge_move.c.merge_id == merge.id,
                ),
            )
            .where(open_item.c.is_open.is_(True))
            .order_by(open_item.c.number)
        )
        return [item_of(row) for row in self._session.rows(query)]

    def find(self, keeper_id: CustomerId, loser_id: CustomerId) -> MergeRecord | None:
        """The merge of these two that stands, locked."""
        query = select(customer_merge).where(
            customer_merge.c.loser_id == loser_id,
            customer_merge.c.keeper_id == keeper_id,
            customer_merge.c.undone_at.is_(None),
        )
        row = self._session.one(query, lock=True)
        return None if row is None else _record(row)

    def standing(self, customer_id: CustomerId) -> Sequence[MergeRecord]:
        """Merges into a file that stand, the last first."""
        query = (
            select(customer_merge)
            .where(
                customer_merge.c.keeper_id == customer_id,
                customer_merge.c.undone_at.is_(None),
            )
            .order_by(customer_merge.c.merged_at.desc())
        )
        return [_record(row) for row in self._session.rows(query)]

    def grown(self, merge: MergeRecord) -> Sequence[str]:
        """Numbers of later documents that continue one that moved."""
        return numbers_grown(self._session, merge)

    def move_back(self, merge: MergeRecord) -> Mapping[str, int]:
        """Hang back what moved, and set both files as they were where nobody changed them since."""
        move_particulars_back(self._session, merge)
        moved: dict[str, int] = {}
        for table in MOVED_TABLES:
            count = hang_back(self._session, table, merge)
            if count:
                moved[name_of_kind(table)] = count
        follow_items(self._session, merge, name_folded=self._name(merge.loser_id))
        row = self._row(merge)
        for column, customer_id in (("taken", merge.keeper_id), ("loser_before", merge.loser_id)):
            self._restore(customer_id, json.loads(row[column]))
        self._forget_codes(merge)
        self._tell(merge, moved, "moved_back")
        self._session.topics.update(Topic)
        return moved

    def set_entry(self, merge: MergeRecord, entry_id: JournalEntryId) -> None:
        """The entry that carried the balance over."""
        self._session.connection.execute(
            update(customer_merge).where(customer_merge.c.id == merge.id).values(entry_id=entry_id)
        )

    def finish(self, merge: MergeRecord, *, by: str, entry_id: JournalEntryId | None) -> None:
        """The merge no longer stands."""
        self._session.update_versioned(
            customer_merge,
            merge.id,
            merge.version,
            {"undone_at": self._session.now, "undone_by": by, "undo_entry_id": entry_id},
        )

    def _restore(self, customer_id: CustomerId, changed: Mapping[str, Sequence[Any]]) -> None:
        row = self._session.by_id(customer, customer_id, lock=True)
        if row is None:
            raise AssertionError("customers are never deleted")
        now = _plain(dict(row))
        values = {
            name: _restored(name, before)
            for name, (before, after) in changed.items()
            if now[name] == after
        }
        if values:
            self._session.update_versioned(customer, customer_id, row["version"], values)

    def _forget_codes(self, merge: MergeRecord) -> None:
        """The kept file is no longer found by the other's codes, whatever was merged since."""
        keeper = self._session.by_id(customer, merge.keeper_id, lock=True)
        loser = self._session.by_id(customer, merge.loser_id)
        if keeper is None or loser is None:
            raise AssertionError("customers are never deleted")
        gone = {loser["code"], *loser["former_codes"].splitlines()}
        known = keeper["former_codes"].splitlines()
        left = [code for code in known if code not in gone]
        if left != known:
            values = {"former_codes": "\n".join(left)}
            self._session.update_versioned(customer, merge.keeper_id, keeper["version"], values)

    def _tell(self, merge: MergeRecord, moved: Mapping[str, int], what: str) -> None:
        self._session.changes.append(
            {"table": customer_merge_move.name, "id": merge.id, what: dict(moved)}
        )

    def _row(self, merge: MergeRecord) -> Mapping[str, Any]:
        row = self._session.by_id(customer_merge, merge.id)
        if row is None:
            raise AssertionError("merges are never deleted")
        return dict(row)

    def _name(self, customer_id: CustomerId) -> str:
        row = self._session.by_id(customer, customer_id)
        return "" if row is None else fold(row["name"])

    def _count(self, query: Select[Any]) -> int:
        row = self._session.one(query)
        return 0 if row is None else int(row["rows"])


def _record(row: Mapping[str, Any] | Any) -> MergeRecord:
    return MergeRecord(
        id=row["id"],
        keeper_id=CustomerId(row["keeper_id"]),
        loser_id=CustomerId(row["loser_id"]),
        merged_on=row["merged_on"],
        merged_by=row["merged_by"],
        version=row["version"],
    )


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as JSON holds them: ids and dates as texts."""
    return {
        name: value if value is None or isinstance(value, str | int) else str(value)
        for name, value in values.items()
    }


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(_plain(values), sort_keys=True)


def _restored(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _IDS:
        return UUID(value)
    if name == "archived_on":
        return date.fromisoformat(value)
    return value
