"""Promises and what they are judged by, read alike by use cases and by lists."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, select

from otc_desktop.domain.dunning.promise import Promise, Settled
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId, PromiseId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import in_chunks
from otc_desktop.persistence.tables.contact_log import promise, promise_item
from otc_desktop.persistence.tables.receivables import allocation, receivable_movement


def read_promises(connection: Connection, *conditions: ColumnElement[bool]) -> list[Promise]:
    """The promises that meet the conditions, by promised date."""
    query = select(promise).where(*conditions).order_by(promise.c.promised_on, promise.c.id)
    rows = connection.execute(query).mappings().all()
    items: dict[UUID, set[OpenItemId]] = defaultdict(set)
    for some in in_chunks([row["id"] for row in rows]):
        named = select(promise_item).where(promise_item.c.promise_id.in_(some))
        for each in connection.execute(named).mappings():
            items[each["promise_id"]].add(OpenItemId(each["item_id"]))
    return [_promise(row, frozenset(items[row["id"]])) for row in rows]


def read_settled(connection: Connection, customer_ids: Collection[UUID]) -> Sequence[Settled]:
    """What the items of these customers were settled by, undone parts left out."""
    movement = receivable_movement
    undone = select(allocation.c.reverses_id).where(allocation.c.reverses_id.is_not(None))
    found: list[Settled] = []
    for some in in_chunks(set(customer_ids)):
        query = (
            select(movement, allocation.c.made_at)
            .join(allocation, allocation.c.id == movement.c.allocation_id)
            .where(movement.c.customer_id.in_(some))
            .where(allocation.c.reverses_id.is_(None))
            .where(allocation.c.id.not_in(undone))
        )
        found.extend(_settled(row) for row in connection.execute(query).mappings())
    return found


def _settled(row: RowMapping) -> Settled:
    return Settled(
        customer_id=CustomerId(row["customer_id"]),
        item_id=OpenItemId(row["item_id"]),
        on=row["moved_on"],
        noted_at=row["made_at"],
        # A movement is what it does to the claim: a receipt lowers it.
        amount=Money.from_minor(-row["amount_minor"], Currency(row["currency"])),
    )


def _promise(row: RowMapping, item_ids: frozenset[OpenItemId]) -> Promise:
    return Promise(
        id=PromiseId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        amount=Money.from_minor(row["amount_minor"], Currency(row["currency"])),
        promised_on=row["promised_on"],
        recorded_on=row["recorded_on"],
        recorded_at=row["recorded_at"],
        recorded_by=row["recorded_by"],
        item_ids=item_ids,
        made_by=row["made_by"],
        text=row["text"],
        cancelled_on=row["cancelled_on"],
        cancel_reason=row["cancel_reason"],
        version=row["version"],
    )
