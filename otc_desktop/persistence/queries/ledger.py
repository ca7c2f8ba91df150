"""Lists of journal entries, of their lines, and of exports."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    Select,
    func,
    literal,
    select,
)

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.ledger.queries import BatchRow, EntryRow, LineRow
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import JournalEntryId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.reading import MANY, PagedQuery, Sorts, met_in_order, reading
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.ledger import (
    export_batch,
    export_batch_entry,
    journal_entry,
    journal_line,
)
from otc_desktop.persistence.tables.receivables import open_item


def _entry_filters(request: PageRequest) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if request.filters.get("journal"):
        found.append(journal_entry.c.journal == request.filters["journal"])
    if request.filters.get("from_on"):
        found.append(journal_entry.c.entry_on >= request.filters["from_on"])
    if request.filters.get("to_on"):
        found.append(journal_entry.c.entry_on <= request.filters["to_on"])
    return found


def _entry_choices(search: Search) -> list[ColumnElement[bool]]:
    if search.day is not None:
        return [journal_entry.c.entry_on == search.day]
    found = [starts_with(journal_entry.c.piece, search.text)]
    if search.amount_minor is not None:
        return [*found, journal_entry.c.total_minor == search.amount_minor]
    return [
        *found,
        starts_with(journal_entry.c.piece, search.text.upper()),
        starts_with(journal_entry.c.label, search.text),
        starts_with(journal_entry.c.label, search.text.upper()),
    ]


# Every entry has lines: the outer join only keeps SQLite from beginning with them, which
# would sort all lines ever posted.
_ENTRIES_AND_LINES = journal_entry.outerjoin(
    journal_line, journal_line.c.entry_id == journal_entry.c.id
)


class EntryList(PagedQuery[EntryRow]):
    """Posted entries, newest first. Filters: `journal`, `from_on`, `to_on`."""

    sorts: ClassVar[Sorts] = {"entry_on": journal_entry.c.entry_on}
    default_sort = "entry_on"
    default_descending = True
    tie = journal_entry.c.id

    def rows_query(self) -> Select[Any]:
        """Entries, and whether an export holds them."""
        return select(journal_entry, export_batch_entry.c.batch_id).outerjoin(
            export_batch_entry, export_batch_entry.c.entry_id == journal_entry.c.id
        )

    def counted(self) -> FromClause:
        """Entries."""
        return journal_entry

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Journal and period."""
        return _entry_filters(request)

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, an amount, or the beginning of a piece or label."""
        return _entry_choices(search)

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Debits, which equal credits."""
        query = select(sum_minor(journal_entry.c.total_minor))
        with reading(self._engine) as connection:
            narrowed = query.where(*self.narrowed(connection, request))
            return {"total": Money.from_minor(connection.execute(narrowed).scalar_one(), EUR)}

    def row(self, row: RowMapping) -> EntryRow:
        """An entry."""
        return EntryRow(
            id=JournalEntryId(row["id"]),
            number=row["number"],
            fiscal_year=row["fiscal_year"],
            entry_on=row["entry_on"],
            journal=row["journal"],
            piece=row["piece"],
            label=row["label"],
            total=Money.from_minor(row["total_minor"], EUR),
            exported=row["batch_id"] is not None,
        )


class LineList(PagedQuery[LineRow]):
    """Posted lines, newest entry first.

    Filters: `entry_id`, `journal`, `account` (its beginning), `auxiliary`, `from_on`, `to_on`.
    """

    sorts: ClassVar[Sorts] = {"entry_on": journal_entry.c.entry_on}
    default_sort = "entry_on"
    default_descending = True
    tie = journal_entry.c.id

    def rows_query(self) -> Select[Any]:
        """Lines with their entry and letter."""
        return (
            select(
                journal_line,
                journal_entry.c.number,
                journal_entry.c.entry_on,
                journal_entry.c.journal,
                journal_entry.c.piece,
                open_item.c.letter,
            )
            .select_from(_ENTRIES_AND_LINES)
            .outerjoin(open_item, open_item.c.id == journal_line.c.item_id)
        )

    def counted(self) -> FromClause:
        """Entries with their lines."""
        return _ENTRIES_AND_LINES

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """An entry, journal, period, account or customer account."""
        found = _entry_filters(request)
        if request.filters.get("entry_id"):
            found.append(journal_line.c.entry_id == request.filters["entry_id"])
        if request.filters.get("auxiliary"):
            found.append(journal_line.c.auxiliary == request.filters["auxiliary"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, an amount, or the beginning of a piece or label, of the entry."""
        return _entry_choices(search)

    def narrowed(self, connection: Connection, request: PageRequest) -> list[ColumnElement[bool]]:
        """Filters and search; an account with many lines is met while entries are read."""
        found = super().narrowed(connection, request)
        account = request.filters.get("account")
        if not account:
            return found
        on_account = starts_with(journal_line.c.account, str(account))
        some = select(literal(1)).where(on_account).offset(MANY).limit(1)
        is_busy = connection.execute(some).first() is not None
        return [*found, met_in_order(on_account) if is_busy else on_account]

    def page(self, request: PageRequest) -> Sequence[LineRow]:
        """The rows asked for; an entry's lines stay in their own order."""
        with reading(self._engine) as connection:
            query = (
                self.rows_query()
                .where(*self.narrowed(connection, request))
                .order_by(*self.order(request), journal_line.c.position)
                .limit(request.limit)
                .offset(request.offset)
            )
            return [self.row(each) for each in connection.execute(query).mappings()]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Debits and credits."""
        query = select(
            sum_minor(journal_line.c.debit_minor).label("debit"),
            sum_minor(journal_line.c.credit_minor).label("credit"),
        ).select_from(_ENTRIES_AND_LINES)
        with reading(self._engine) as connection:
            narrowed = query.where(*self.narrowed(connection, request))
            row = connection.execute(narrowed).mappings().one()
        return {
            "debit": Money.from_minor(row["debit"], EUR),
            "credit": Money.from_minor(row["credit"], EUR),
        }

    def row(self, row: RowMapping) -> LineRow:
        """A line."""
        return LineRow(
            id=(row["entry_id"], row["position"]),
            entry_number=row["number"],
            entry_on=row["entry_on"],
            journal=row["journal"],
            piece=row["piece"],
            account=row["account"],
            auxiliary=row["auxiliary"],
            label=row["label"],
            debit=Money.from_minor(row["debit_minor"], EUR),
            credit=Money.from_minor(row["credit_minor"], EUR),
            letter=row["letter"] or "",
        )


class BatchList(PagedQuery[BatchRow]):
    """Exports that hold their entries, newest first."""

    sorts: ClassVar[Sorts] = {"number": export_batch.c.number}
    default_sort = "number"
    default_descending = True
    tie = export_batch.c.id

    def rows_query(self) -> Select[Any]:
        """Batches with the count of their entries."""
        entries = (
            select(func.count())
            .where(export_batch_entry.c.batch_id == export_batch.c.id)
            .scalar_subquery()
        )
        return select(export_batch, entries.label("entries"))

    def counted(self) -> FromClause:
        """Batches."""
        return export_batch

    def row(self, row: RowMapping) -> BatchRow:
        """A batch."""
        return BatchRow(
            id=row["id"],
            number=row["number"],
            format=row["format"],
            from_on=row["from_on"],
            to_on=row["to_on"],
            entries=row["entries"],
            sha256=row["sha256"],
            made_at=row["made_at"],
            made_by=row["made_by"],
        )
