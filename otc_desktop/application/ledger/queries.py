"""Rows of the accounting screen."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otc_desktop.domain.shared.ids import JournalEntryId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """A posted entry in the list."""

    id: JournalEntryId
    number: int
    fiscal_year: str
    entry_on: date
    journal: str
    piece: str
    label: str
    total: Money
    exported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """A posted line; `id` is its entry's with its position."""

    id: tuple[UUID, int]
    entry_number: int
    entry_on: date
    journal: str
    piece: str
    account: str
    auxiliary: str
    label: str
    debit: Money
    credit: Money
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRow:
    """An export that holds its entries for good."""

    id: UUID
    number: int
    format: str
    from_on: date
    to_on: date
    entries: int
    sha256: str
    made_at: datetime
    made_by: str
