"""A customer that was merged is an empty shell."""

from sqlalchemy import Connection, func, select

from otc_desktop.persistence.merged_rows import MOVED_TABLES
from otc_desktop.persistence.queries.verification.streaming import Offenders
from otc_desktop.persistence.tables.audit import event
from otc_desktop.persistence.tables.customers import customer


def rows_of_merged(connection: Connection) -> Offenders:
    """Kinds of rows that hang on a merged customer; facts of the merge itself may."""
    merged = select(customer.c.id).where(customer.c.merged_into_id.is_not(None))
    for table in MOVED_TABLES:
        if table is event:
            continue
        query = select(func.count()).select_from(table).where(table.c.customer_id.in_(merged))
        count = connection.execute(query).scalar_one()
        if count:
            yield f"{table.name}: {count}"
