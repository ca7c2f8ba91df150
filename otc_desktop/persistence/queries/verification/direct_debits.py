"""Collections of direct debits are whole: their numbers, their sums, their slips."""

from sqlalchemy import Connection, func, or_, select

from otc_desktop.domain.direct_debits.collection import CollectionStatus
from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.direct_debits import debit, debit_collection, debit_part
from otc_desktop.persistence.tables.papers import deposit_slip


def number_gaps(connection: Connection) -> Offenders:
    """Years in which a collection's number is missing: those given up keep theirs."""
    year = func.substr(debit_collection.c.number, 1, 8)
    query = (
        select(year, func.count(), func.max(debit_collection.c.number))
        .group_by(year)
        .order_by(year)
    )
    return (
        last
        for prefix, count, last in stream(connection, query)
        if int(last.removeprefix(f"{prefix}-")) != count
    )


def wrong_collections(connection: Connection) -> Offenders:
    """Collections that are not the sum of their debits, their debits' claims, or their slip."""
    whole = debit_collection.c
    debits = (
        select(sum_minor(debit.c.amount_minor))
        .where(debit.c.collection_id == whole.id)
        .scalar_subquery()
    )
    claims = (
        select(sum_minor(debit_part.c.amount_minor))
        .join(debit, debit.c.id == debit_part.c.debit_id)
        .where(debit.c.collection_id == whole.id)
        .scalar_subquery()
    )
    handed_over = whole.status == CollectionStatus.HANDED_OVER.value
    query = (
        select(whole.number)
        .outerjoin(deposit_slip, deposit_slip.c.id == whole.slip_id)
        .where(
            or_(
                debits != whole.total_minor,
                claims != whole.total_minor,
                handed_over & deposit_slip.c.id.is_(None),
                handed_over & (deposit_slip.c.total_minor != whole.total_minor),
                handed_over & (whole.sha256 == ""),
            )
        )
        .order_by(whole.number)
    )
    return (number for (number,) in stream(connection, query))
