"""Posted journal entries and export batches."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import Select, insert, literal, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.ledger_files import (
    FecLine,
)
from otc_desktop.domain.ledger.journal_entry import JournalEntry, JournalLine
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.ledger_lines import ledger_lines
from otc_desktop.persistence.number_series import SqlNumberSeries
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables import ledger as tables
from otc_desktop.persistence.types import Id

ENTRY_SERIES = "entry"
BATCH_SERIES = "export_batch"


class SqlJournalRepository:
    """Entries of a database: added once, never changed."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def get(self, entry_id: JournalEntryId) -> JournalEntry:
        """By id."""
        table = tables.journal_entry
        row = self._session.one(select(table).where(table.c.id == entry_id))
        if row is None:
            raise NotFoundError("ledger.entry_not_found", id=str(entry_id))
        lines = tables.journal_line
        line_rows = self._session.rows(
            select(lines).where(lines.c.entry_id == entry_id).order_by(lines.c.position)
        )
        return JournalEntry(
            id=JournalEntryId(row["id"]),
            journal=row["journal"],
            entry_on=row["entry_on"],
            piece=row["piece"],
            piece_on=row["piece_on"],
            label=row["label"],
            lines=tuple(
                JournalLine(
                    account=each["account"],
                    label=each["label"],
                    debit=Money.from_minor(each["debit_minor"], EUR),
                    credit=Money.from_minor(each["credit_minor"], EUR),
                    auxiliary=each["auxiliary"],
                    item_id=None if each["item_id"] is None else OpenItemId(each["item_id"]),
                )
                for each in line_rows
            ),
            number=str(row["number"]),
            reverses_id=None if row["reverses_id"] is None else JournalEntryId(row["reverses_id"]),
        )

    def add(self, entry: JournalEntry, *, fiscal_year: str, posted_on: date) -> str:
        """Post an entry; returns its number (EcritureNum), continuous in the fiscal year.

        Lines go first: the database refuses an entry whose lines don't balance, and any
        line that comes after it.
        """
        # The series is in order of validation, which is posting; entry dates may go back.
        number = SqlNumberSeries(self._session).take(ENTRY_SERIES, fiscal_year, date.min)
        self._session.insert_many(
            tables.journal_line,
            [
                {
                    "entry_id": entry.id,
                    "position": position,
                    "account": line.account,
                    "auxiliary": line.auxiliary,
                    "label": line.label,
                    "debit_minor": line.debit.minor,
                    "credit_minor": line.credit.minor,
                    "item_id": line.item_id,
                }
                for position, line in enumerate(entry.lines)
            ],
            audited=False,
        )
        self._session.insert(
            tables.journal_entry,
            {
                "id": entry.id,
                "fiscal_year": fiscal_year,
                "number": number,
                "journal": entry.journal,
                "entry_on": entry.entry_on,
                "piece": entry.piece,
                "piece_on": entry.piece_on,
                "label": entry.label,
                "total_minor": sum(line.debit.minor for line in entry.lines),
                "reverses_id": entry.reverses_id,
                "posted_on": posted_on,
                "posted_at": self._session.now,
            },
        )
        self._session.topics.add(Topic.LEDGER)
        return str(number)

    def export_lines(
        self,
        from_on: date,
        to_on: date,
        *,
        account_names: Mapping[str, str],
        journal_names: Mapping[str, str],
        unexported_only: bool,
    ) -> Iterable[FecLine]:
        """Posted lines of a period in order of entry, streamed."""
        return ledger_lines(
            self._session.connection,
            from_on,
            to_on,
            account_names=account_names,
            journal_names=journal_names,
            unexported_only=unexported_only,
        )

    def has_unexported(self, from_on: date, to_on: date) -> bool:
        """Whether the period holds an entry that no batch holds."""
        return self._session.one(_unexported(from_on, to_on).limit(1)) is not None

    def new_batch(
        self, batch_id: UUID, *, format: str, from_on: date, to_on: date, sha256: str
    ) -> int:
        """Mark the period's entries that no batch holds; returns the batch's number."""
        number = SqlNumberSeries(self._session).take(BATCH_SERIES, "all", date.min)
        self._session.insert(
            tables.export_batch,
            {
                "id": batch_id,
                "number": number,
                "format": format,
                "from_on": from_on,
                "to_on": to_on,
                "sha256": sha256,
                "made_at": self._session.now,
                "made_by": self._user,
            },
        )
        exported = tables.export_batch_entry
        entries = _unexported(from_on, to_on).add_columns(literal(batch_id, Id))
        self._session.connection.execute(
            insert(exported).from_select(["entry_id", "batch_id"], entries)
        )
        self._session.topics.add(Topic.LEDGER)
        return number


def _unexported(from_on: date, to_on: date) -> Select[tuple[UUID]]:
    entries, exported = tables.journal_entry, tables.export_batch_entry
    held = select(exported.c.entry_id).where(exported.c.entry_id == entries.c.id)
    return (
        select(entries.c.id).where(entries.c.entry_on.between(from_on, to_on)).where(~held.exists())
    )
