"""What Ctrl+K finds: customers, documents by number, amount or date, orders, bank lines."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from otc_desktop.application.kernel.paging import PageRequest, PageSource
from otc_desktop.application.kernel.task import Task
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.shell.palette import Found

_MOST_OF_A_KIND = 5
_SHORTEST = 2


class Finder:
    """Searches the lists of the program; called in a pool thread.

    Args:
        program: whose lists are searched.
        formats: how amounts and dates read on screen.
    """

    def __init__(self, program: Program, formats: Formats) -> None:
        self._formats = formats
        queries = program.queries
        self._kinds: tuple[tuple[PageSource[Any], Callable[[Any], Found]], ...] = (
            (queries.customers, self._customer),
            (queries.invoices, self._invoice),
            (queries.orders, self._order),
            (queries.bank_transactions, self._bank_line),
        )

    def __call__(self, text: str, task: Task) -> Sequence[Found]:
        """The first few of each kind; nothing for a single letter."""
        return list(self._search(text.strip(), task)) if len(text.strip()) >= _SHORTEST else []

    def _search(self, text: str, task: Task) -> Iterator[Found]:
        for source, found in self._kinds:
            task.check_cancelled()
            request = PageRequest(limit=_MOST_OF_A_KIND, search=text)
            yield from (found(row) for row in source.page(request))

    def _customer(self, row: Any) -> Found:
        detail = " · ".join(part for part in (row.code, row.city) if part)
        return Found(row.name, detail, Place(tab="customers", id=row.id))

    def _invoice(self, row: Any) -> Found:
        money, day = self._formats.money, self._formats.date
        detail = f"{row.customer_name} · {day(row.issued_on)} · {money(row.total_incl_tax)}"
        return Found(row.number, detail, Place(tab="invoicing", kind="issued", search=row.number))

    def _order(self, row: Any) -> Found:
        detail = f"{row.customer_name} · {self._formats.money(row.total_incl_tax)}"
        return Found(row.number, detail, Place(tab="orders", kind="order", id=row.id))

    def _bank_line(self, row: Any) -> Found:
        detail = f"{self._formats.date(row.booked_on)} · {self._formats.money(row.amount)}"
        title = row.counterparty or row.label
        return Found(title, detail, Place(tab="bank", search=row.label[:40]))
