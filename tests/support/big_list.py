"""A list in memory, as long as wanted, that counts what it is asked."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind

_STATES = [
    StatusMark(Tone.GOOD, "Payée"),
    StatusMark(Tone.INFO, "Ouverte"),
    StatusMark(Tone.WARNING, "Échue"),
    StatusMark(Tone.BAD, "En litige"),
    StatusMark(Tone.NEUTRAL, "Brouillon"),
]
_NAMES = [
    "Atelier Durand",
    "Boulangerie Lefèvre",
    "Transports Nord-Est",
    "Mairie de Lyon",
    "SCI Les Tilleuls",
]


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """A made-up invoice; its place in the list follows from its rank."""

    id: UUID
    rank: int

    @property
    def number(self) -> str:
        return f"F2026-{self.rank:06d}"

    @property
    def customer(self) -> str:
        return _NAMES[self.rank % len(_NAMES)]

    @property
    def due_on(self) -> date:
        return date(2026, 1, 1) + timedelta(days=self.rank % 365)

    @property
    def open_amount(self) -> Money:
        sign = -1 if self.rank % 7 == 3 else 1
        return Money.of(Decimal(self.rank * 731 % 2_000_000 * sign) / 100, EUR)

    @property
    def status(self) -> StatusMark:
        return _STATES[self.rank % len(_STATES)]


COLUMNS = (
    Column(name="number", title="Numéro", sortable=True, width=150),
    Column(name="customer", title="Client", width=260),
    Column(name="due_on", title="Échéance", kind=ColumnKind.DATE, sortable=True),
    Column(name="open_amount", title="Reste dû", kind=ColumnKind.MONEY, width=150),
    Column(name="status", title="État", kind=ColumnKind.STATUS, width=140),
)


class BigList:
    """A `PageSource` over ranks 0 … `length`−1; `gate` holds back answers until opened."""

    def __init__(self, length: int) -> None:
        self.ranks: Sequence[int] = range(length)
        self.requests: list[PageRequest] = []
        self.counted = 0
        self.gate = threading.Event()
        self.gate.set()
        self.problem: Exception | None = None

    def rows(self, request: PageRequest) -> Sequence[int]:
        ranks = self.ranks
        if request.search:
            ranks = [
                rank for rank in ranks if request.search in InvoiceRow(UUID(int=rank), rank).number
            ]
        if request.filters.get("parity") == "even":
            ranks = [rank for rank in ranks if rank % 2 == 0]
        return ranks[::-1] if request.descending else ranks

    def page(self, request: PageRequest) -> Sequence[InvoiceRow]:
        self.requests.append(request)
        ranks = self.rows(request)  # what the database holds when it is asked
        self.gate.wait(5)
        if self.problem is not None:
            raise self.problem
        chosen = ranks[request.offset : request.offset + request.limit]
        return [InvoiceRow(UUID(int=rank), rank) for rank in chosen]

    def count(self, request: PageRequest) -> int:
        self.counted += 1
        return len(self.rows(request))

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        first = [InvoiceRow(UUID(int=rank), rank).open_amount for rank in self.rows(request)[:500]]
        return {"open_amount": total(first, EUR)}
