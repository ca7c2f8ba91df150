"""What is open follows from dated movements, and receipts from what was laid on items."""

from sqlalchemy import Connection, and_, func, or_, select

from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.bank_postings import bank_posting
from otc_desktop.persistence.tables.banking import bank_transaction
from otc_desktop.persistence.tables.receivables import (
    allocation,
    allocation_part,
    open_item,
    receivable_movement,
)


def items_against_movements(connection: Connection) -> Offenders:
    """Open items whose balance is not the sum of their movements."""
    moved = sum_minor(receivable_movement.c.amount_minor)
    query = (
        select(open_item.c.number)
        .outerjoin(receivable_movement, receivable_movement.c.item_id == open_item.c.id)
        .group_by(open_item.c.id, open_item.c.number, open_item.c.open_minor, open_item.c.is_open)
        .having(
            or_(
                moved != open_item.c.open_minor,
                open_item.c.is_open != (open_item.c.open_minor != 0),
            )
        )
        .order_by(open_item.c.number)
    )
    return (number for (number,) in stream(connection, query))


def receipts_against_allocations(connection: Connection) -> Offenders:
    """Bank lines whose explained part is not what was laid on items or posted, or exceeds them."""
    parts = (
        select(
            allocation.c.transaction_id,
            sum_minor(allocation_part.c.amount_minor).label("minor"),
        )
        .join(allocation_part, allocation_part.c.allocation_id == allocation.c.id)
        .group_by(allocation.c.transaction_id)
        .subquery()
    )
    differences = (
        select(allocation.c.transaction_id, sum_minor(allocation.c.difference_minor).label("minor"))
        .group_by(allocation.c.transaction_id)
        .subquery()
    )
    posted = (
        select(bank_posting.c.transaction_id, sum_minor(bank_posting.c.amount_minor).label("minor"))
        .group_by(bank_posting.c.transaction_id)
        .subquery()
    )
    movement = bank_transaction.c
    laid = func.coalesce(parts.c.minor, 0) - func.coalesce(differences.c.minor, 0)
    explained = laid + func.coalesce(posted.c.minor, 0)
    query = (
        select(movement.booked_on, movement.amount_minor)
        .outerjoin(parts, parts.c.transaction_id == movement.id)
        .outerjoin(differences, differences.c.transaction_id == movement.id)
        .outerjoin(posted, posted.c.transaction_id == movement.id)
        .where(
            or_(
                explained != movement.allocated_minor,
                func.abs(movement.allocated_minor) > func.abs(movement.amount_minor),
            )
        )
        .order_by(movement.booked_on, movement.id)
    )
    return (f"{day} {minor}" for day, minor in stream(connection, query))


def released_vat(connection: Connection) -> Offenders:
    """Items that released more VAT than they carry, or of the other sign."""
    released, carried = open_item.c.vat_released_minor, open_item.c.vat_minor
    query = (
        select(open_item.c.number)
        .where(
            or_(
                func.abs(released) > func.abs(carried),
                and_(released < 0, carried > 0),
                and_(released > 0, carried < 0),
            )
        )
        .order_by(open_item.c.number)
    )
    return (number for (number,) in stream(connection, query))
