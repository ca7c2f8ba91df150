"""Every row that points to another finds it."""

from sqlalchemy import Connection, and_, func, select

from otc_desktop.persistence.queries.verification.streaming import Offenders
from otc_desktop.persistence.tables import metadata


def orphans(connection: Connection) -> Offenders:
    """Columns that point to nothing, with the count of their rows.

    A foreign key refuses them, unless a tool switched it off.
    """
    for table in metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            parent = key.referred_table.alias("parent")
            found = select(parent).where(
                and_(*(parent.c[each.column.name] == each.parent for each in key.elements))
            )
            given = [each.parent.is_not(None) for each in key.elements]
            query = select(func.count()).select_from(table).where(*given, ~found.exists())
            count = connection.execute(query).scalar_one()
            if count:
                columns = ", ".join(key.column_keys)
                yield f"{table.name}.{columns} → {key.referred_table.name}: {count}"
