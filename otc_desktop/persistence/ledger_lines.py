"""Posted lines as the bookkeeper's files want them, streamed in order of entry."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, Select, func, select

from otc_desktop.application.kernel.ledger_files import (
    FecLine,
)
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.ledger import (
    export_batch_entry,
    journal_entry,
    journal_line,
)
from otc_desktop.persistence.tables.receivables import open_item

_ROWS_A_FETCH = 5_000


def ledger_lines(
    connection: Connection,
    from_on: date,
    to_on: date,
    *,
    account_names: Mapping[str, str],
    journal_names: Mapping[str, str],
    unexported_only: bool,
) -> Iterator[FecLine]:
    """Lines of a period by fiscal year, entry number and position.

    A line carries its matching letter once everything that shares the letter is settled:
    a letter on one side only would tell the bookkeeper of a match that isn't one.
    """
    half_settled = _letters_still_open(connection)
    names = _AccountNames(account_names)
    # Options of the statement alone: set on the connection they would outlive this reading.
    result = connection.execute(
        _query(from_on, to_on, unexported_only=unexported_only),
        execution_options={"stream_results": True, "yield_per": _ROWS_A_FETCH},
    )
    for row in result.mappings():
        letter = row["letter"] or ""
        settled = letter.isupper() and (row["customer_id"], letter) not in half_settled
        yield FecLine(
            journal_code=row["journal"],
            journal_name=journal_names.get(row["journal"], row["journal"]),
            entry_number=str(row["number"]),
            entry_on=row["entry_on"],
            account=row["account"],
            account_name=names.of(row["account"]),
            auxiliary=row["auxiliary"],
            auxiliary_name=(row["customer_name"] or "") if row["auxiliary"] else "",
            piece=row["piece"],
            piece_on=row["piece_on"],
            label=row["label"],
            debit_minor=row["debit_minor"],
            credit_minor=row["credit_minor"],
            letter=letter if settled else "",
            lettered_on=row["settled_on"] if settled else None,
            posted_on=row["posted_on"],
            currency_minor=None,
            currency="",
        )


def _query(from_on: date, to_on: date, *, unexported_only: bool) -> Select[tuple[object, ...]]:
    query = (
        select(
            journal_entry.c.journal,
            journal_entry.c.number,
            journal_entry.c.entry_on,
            journal_entry.c.piece,
            journal_entry.c.piece_on,
            journal_entry.c.posted_on,
            journal_line.c.account,
            journal_line.c.auxiliary,
            journal_line.c.label,
            journal_line.c.debit_minor,
            journal_line.c.credit_minor,
            customer.c.name.label("customer_name"),
            open_item.c.customer_id,
            open_item.c.letter,
            open_item.c.settled_on,
        )
        .join(journal_line, journal_line.c.entry_id == journal_entry.c.id)
        .outerjoin(open_item, open_item.c.id == journal_line.c.item_id)
        .outerjoin(customer, customer.c.code == journal_line.c.auxiliary)
        .where(journal_entry.c.entry_on.between(from_on, to_on))
        .order_by(journal_entry.c.fiscal_year, journal_entry.c.number, journal_line.c.position)
    )
    if unexported_only:
        exported = select(export_batch_entry.c.entry_id).where(
            export_batch_entry.c.entry_id == journal_entry.c.id
        )
        query = query.where(~exported.exists())
    return query


def _letters_still_open(connection: Connection) -> set[tuple[object, str]]:
    query = select(open_item.c.customer_id, func.upper(open_item.c.letter)).where(
        open_item.c.is_open.is_(True) & (open_item.c.letter != "")
    )
    return {(customer_id, letter) for customer_id, letter in connection.execute(query)}


class _AccountNames:
    """The name of an account: that of the longest known beginning of its number."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._found: dict[str, str] = {}

    def of(self, account: str) -> str:
        if account not in self._found:
            beginnings = (account[:width] for width in range(len(account), 0, -1))
            self._found[account] = next(
                (self._names[each] for each in beginnings if each in self._names), account
            )
        return self._found[account]
