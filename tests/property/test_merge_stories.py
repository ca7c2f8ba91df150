"""Random lives of two customers that are merged and parted again: books and ledger agree."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from otc_desktop.application.customers.merge_customers import MergeCustomers, merge_customers
from otc_desktop.application.customers.undo_merge import UndoMerge, undo_merge
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.receivables.undo_allocation import UndoAllocation, undo_allocation
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import AllocationId
from tests.support.goods import failed_checks
from tests.support.line import house_on, issue, set_up
from tests.support.payments import pay

DAY = date(2026, 11, 20)
PAIR = ("C0001", "C0002")
ACTIONS = ("issue", "pay", "unpay", "credit", "merge", "undo")
steps = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9), st.integers(1, 60)),
    min_size=4,
    max_size=10,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small company's books, to be copied for each story."""
    folder = tmp_path_factory.mktemp("merges")
    set_up(f"sqlite:///{folder / 'books.db'}", folder, DAY).close()
    return folder / "books.db"


@contextmanager
def _books(template: Path) -> Iterator[tuple[House, Path]]:
    with TemporaryDirectory() as name:
        path = Path(name) / "books.db"
        shutil.copy(template, path)
        house = house_on(f"sqlite:///{path}", DAY)
        yield house, Path(name)
        house.close()


def _owed(house: House) -> int:
    with house.engine.connect() as connection:
        total = connection.execute(text("SELECT COALESCE(SUM(open_minor), 0) FROM open_item"))
        return int(total.scalar_one())


class _Story:
    """What a clerk does, one step after another; what is refused is left out."""

    def __init__(self, house: House, folder: Path) -> None:
        self._house = house
        self._folder = folder
        self._numbers: list[str] = []
        self._payments: list[AllocationId] = []
        self._made = 0

    def do(self, action: str, which: int, amount: int) -> None:
        """One step."""
        with suppress(RuleError):
            getattr(self, f"_{action}")(which, amount)

    def _issue(self, which: int, amount: int) -> None:
        price = str(Decimal(amount))
        self._numbers.append(
            issue(self._house, customer=PAIR[which % 2], price=price).invoice.number
        )

    def _pay(self, which: int, amount: int) -> None:
        if not self._numbers:
            return
        self._made += 1
        # One receipt may pay documents of both, once they are one customer.
        chosen = {self._numbers[(which + step) % len(self._numbers)] for step in (0, which % 2)}
        parts = dict.fromkeys(sorted(chosen), str(Decimal(amount) / 2))
        self._payments.append(pay(self._house, self._folder, parts, name=f"P{self._made}Z"))

    def _unpay(self, which: int, _amount: int) -> None:
        if self._payments:
            allocation = self._payments.pop(which % len(self._payments))
            self._house.use_cases.run(undo_allocation, UndoAllocation(allocation_id=allocation))

    def _credit(self, which: int, _amount: int) -> None:
        if self._numbers:
            number = self._numbers[which % len(self._numbers)]
            made = self._house.use_cases.run(credit_invoice, CreditInvoice(number=number))
            self._house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=made.id))

    def _merge(self, which: int, _amount: int) -> None:
        before = _owed(self._house)
        keep, lose = PAIR if which % 2 else PAIR[::-1]
        self._house.use_cases.run(merge_customers, MergeCustomers(keep=keep, lose=lose))
        assert _owed(self._house) == before

    def _undo(self, which: int, _amount: int) -> None:
        before = _owed(self._house)
        for keep, lose in (PAIR, PAIR[::-1]):
            with suppress(RuleError):
                self._house.use_cases.run(undo_merge, UndoMerge(keep=keep, lose=lose))
        assert _owed(self._house) == before


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(story=steps)
def test_any_story_of_merges_leaves_books_that_agree(
    template: Path, story: list[tuple[str, int, int]]
) -> None:
    with _books(template) as (house, folder):
        clerk = _Story(house, folder)
        clerk.do("issue", 0, 50)
        clerk.do("issue", 1, 30)
        clerk.do("pay", 1, 12)
        for step in story:
            clerk.do(*step)
        assert failed_checks(house) == []
