"""Promises and what became of them, computed from receipts at the time of asking."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import date

from sqlalchemy import Connection, Engine, select

from otc_desktop.application.dunning.promise_queries import PromiseBook, PromiseRow
from otc_desktop.domain.dunning.promise import (
    PromiseState,
    Standing,
    broken_by_customer,
    judge,
)
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.persistence.promises import read_promises, read_settled
from otc_desktop.persistence.queries.reading import reading
from otc_desktop.persistence.session import in_chunks
from otc_desktop.persistence.tables.contact_log import promise
from otc_desktop.persistence.tables.receivables import open_item


class PromiseQueries:
    """The promises of a database.

    Args:
        engine: the database.
        today: the business date.
    """

    def __init__(self, engine: Engine, today: Callable[[], date]) -> None:
        self._engine = engine
        self._today = today

    def of_customer(self, customer_id: CustomerId, *, as_of: date | None = None) -> PromiseBook:
        """All promises of a customer with their states on a date, today where none is named."""
        with reading(self._engine) as connection:
            standings = standings_of(connection, [customer_id], as_of=as_of or self._today())
            numbers = _numbers(connection, standings)
        counts = Counter(standing.state for standing in standings)
        return PromiseBook(
            promises=tuple(_row(standing, numbers) for standing in reversed(standings)),
            broken=sum(count for state, count in counts.items() if state.is_unkept),
            kept=counts[PromiseState.KEPT],
            pending=counts[PromiseState.PENDING],
        )

    def broken_counts(
        self, customer_ids: Collection[CustomerId] | None = None, *, as_of: date | None = None
    ) -> Mapping[CustomerId, int]:
        """Broken promises by customer, those without any left out; of all customers if None."""
        with reading(self._engine) as connection:
            return broken_by_customer(
                standings_of(connection, customer_ids, as_of=as_of or self._today())
            )


def standings_of(
    connection: Connection, customer_ids: Collection[CustomerId] | None, *, as_of: date
) -> list[Standing]:
    """Where the promises of these customers, or of all, stood on a date."""
    if customer_ids is None:
        promises = read_promises(connection)
    else:
        promises = [
            each
            for some in in_chunks(set(customer_ids))
            for each in read_promises(connection, promise.c.customer_id.in_(some))
        ]
    if not promises:
        return []
    settled = read_settled(connection, {each.customer_id for each in promises})
    return judge(promises, settled, as_of=as_of)


def _numbers(connection: Connection, standings: list[Standing]) -> Mapping[OpenItemId, str]:
    items = {item_id for standing in standings for item_id in standing.promise.item_ids}
    found = {}
    for some in in_chunks(items):
        query = select(open_item.c.id, open_item.c.number).where(open_item.c.id.in_(some))
        found.update({OpenItemId(row.id): row.number for row in connection.execute(query)})
    return found


def _row(standing: Standing, numbers: Mapping[OpenItemId, str]) -> PromiseRow:
    each = standing.promise
    return PromiseRow(
        id=each.id,
        customer_id=each.customer_id,
        amount=each.amount,
        received=standing.received,
        promised_on=each.promised_on,
        last_day=each.last_day,
        state=standing.state,
        numbers=tuple(sorted(numbers[item_id] for item_id in each.item_ids)),
        made_by=each.made_by,
        text=each.text,
        recorded_on=each.recorded_on,
        recorded_by=each.recorded_by,
        cancel_reason=each.cancel_reason,
    )
