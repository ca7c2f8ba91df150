"""The demonstration company: believable, the same for a seed, and true to every invariant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from otc_desktop.application.kernel.paging import PageRequest, PageSource
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.bootstrap import House, open_house
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.errors import Cancelled, RuleError
from tests.support.console import Console

TODAY = date(2026, 11, 23)
KINDS_COUNTED = {"customers", "products", "orders", "invoices", "receipts", "disputes"}


def _file(folder: Path) -> str:
    return f"sqlite:///{folder}/demo.db"


@dataclass(frozen=True)
class Demo:
    """A house with a demonstration company, and what it was said to hold."""

    house: House
    counts: Mapping[str, int]

    def rows(self, source: PageSource[Any]) -> list[Any]:
        rows = list(source.page(PageRequest(limit=100_000)))
        assert len(rows) == source.count(PageRequest())
        return rows

    def story(self) -> list[tuple[Any, ...]]:
        """Everything a reader sees of invoices and bank, without the ids behind it."""
        queries = self.house.queries
        invoices = [
            (row.number, row.customer_name, row.issued_on, row.due_on, row.open_amount.amount)
            for row in self.rows(queries.invoices)
        ]
        bank = [
            (row.bank_reference, row.booked_on, row.amount.amount, row.label, row.status)
            for row in self.rows(queries.bank_transactions)
        ]
        return [*sorted(invoices), *sorted(bank)]

    def assert_sound(self) -> None:
        checks = self.house.queries.verification.run_checks(SilentTask())
        assert [check for check in checks if not check.ok] == []
        assert len(checks) > 10


def _demo(url: str, *, customers: int, invoices: int, seed: int = 1) -> Demo:
    house = open_house(database_url=url, today=TODAY, user="test")
    house.upgrade()
    counts = house.make_demo(customers=customers, invoices=invoices, seed=seed, task=SilentTask())
    return Demo(house, counts)


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The default size, made once."""
    demo = _demo(_file(tmp_path_factory.mktemp("ordinary")), customers=60, invoices=600)
    yield demo
    demo.house.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    demo = _demo(_file(tmp_path_factory.mktemp("small")), customers=8, invoices=30)
    yield demo
    demo.house.close()


def test_counts_are_what_was_asked_for_and_what_is_there(ordinary: Demo) -> None:
    counts, queries = ordinary.counts, ordinary.house.queries
    assert set(counts) == KINDS_COUNTED
    assert (counts["customers"], counts["invoices"]) == (60, 600)
    documents = ordinary.rows(queries.invoices)
    credit_notes = [row for row in documents if row.kind is InvoiceKind.CREDIT_NOTE]
    assert len(documents) - len(credit_notes) == 600
    assert len(credit_notes) >= 5
    assert len(ordinary.rows(queries.customers)) == 60
    assert len(ordinary.rows(queries.products)) == counts["products"] >= 20
    assert len(ordinary.rows(queries.orders)) == counts["orders"] >= 100
    assert len(ordinary.rows(queries.disputes)) == counts["disputes"] >= 8
    received = [row for row in ordinary.rows(queries.bank_transactions) if row.amount.amount > 0]
    # A few strangers, such as an insurance, pay too.
    assert len(received) >= counts["receipts"] >= 300


def test_the_books_of_the_default_size_are_sound(ordinary: Demo) -> None:
    ordinary.assert_sound()


def test_the_history_covers_eighteen_months_and_ends_today(ordinary: Demo) -> None:
    issued = [row.issued_on for row in ordinary.rows(ordinary.house.queries.invoices)]
    months = {(day.year, day.month) for day in issued}
    assert {(2025, month) for month in range(6, 13)} <= months
    assert {(2026, month) for month in range(1, 12)} <= months
    assert max(issued) <= TODAY
    by_month = [sum(1 for day in issued if day.month == month) for month in (8, 10)]
    assert by_month[0] < by_month[1]


def test_a_newcomer_finds_something_waiting_of_every_sort(ordinary: Demo) -> None:
    queries = ordinary.house.queries
    waiting = queries.today()
    for number in (
        waiting.lines_to_confirm,
        waiting.reminders_waiting,
        waiting.orders_held,
        waiting.deliveries_to_invoice,
        waiting.drafts,
    ):
        assert 1 <= number <= 60
    assert waiting.mails_in_trouble == 0
    assert waiting.disputed_total.amount > 0
    assert 0 < waiting.overdue_total.amount < waiting.open_total.amount
    aged = queries.aged_balance(TODAY)
    for column in ("not_due", "days_1_30", "days_31_60", "days_61_90", "over_90"):
        assert any(getattr(row, column).amount > 0 for row in aged), column


def test_no_mail_has_left(ordinary: Demo) -> None:
    mails = ordinary.rows(ordinary.house.queries.outbox)
    assert mails
    assert {mail.status for mail in mails} == {"ready"}
    assert all(mail.recipient.endswith(".example") for mail in mails)


def test_receipts_settle_in_parts_in_groups_and_with_bank_charges(ordinary: Demo) -> None:
    queries = ordinary.house.queries
    by_label = [row.label for row in ordinary.rows(queries.bank_transactions)]
    assert any(label.startswith("FACTURES F20") for label in by_label)
    journal = ordinary.rows(queries.journal_lines)
    assert any(line.account.startswith("627") for line in journal)


@pytest.mark.parametrize(("customers", "invoices"), [(1, 1), (3, 12)])
def test_even_a_tiny_company_is_sound(
    empty_database_url: str, customers: int, invoices: int
) -> None:
    demo = _demo(empty_database_url, customers=customers, invoices=invoices)
    assert (demo.counts["customers"], demo.counts["invoices"]) == (customers, invoices)
    demo.assert_sound()
    demo.house.close()


def test_the_same_seed_tells_the_same_story(small: Demo, tmp_path: Path) -> None:
    small.assert_sound()
    assert (small.counts["customers"], small.counts["invoices"]) == (8, 30)
    again = _demo(_file(tmp_path), customers=8, invoices=30)
    assert again.counts == small.counts
    assert again.story() == small.story()
    again.house.close()


def test_another_seed_tells_another_story(small: Demo, tmp_path: Path) -> None:
    other = _demo(_file(tmp_path), customers=8, invoices=30, seed=2)
    assert other.story() != small.story()
    other.assert_sound()
    other.house.close()


def test_real_books_are_never_mixed_with_invented_ones(small: Demo) -> None:
    before = small.story()
    with pytest.raises(RuleError) as refusal:
        small.house.make_demo(customers=1, invoices=1, seed=1, task=SilentTask())
    assert refusal.value.code == "demo.not_empty"
    assert small.story() == before


class _Impatient(SilentTask):
    """Stops after some work, and remembers what it was told."""

    def __init__(self, after: int) -> None:
        self.left = after
        self.told: list[tuple[int, int]] = []

    def progress(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def check_cancelled(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_it_can_be_stopped_and_leaves_sound_books(tmp_path: Path) -> None:
    house = open_house(database_url=_file(tmp_path), today=TODAY, user="test")
    house.upgrade()
    task = _Impatient(after=60)
    with pytest.raises(Cancelled):
        house.make_demo(customers=8, invoices=60, seed=1, task=task)
    assert task.told == sorted(task.told)
    assert all(0 <= done < total for done, total in task.told)
    Demo(house, {}).assert_sound()
    house.close()


def test_the_command_makes_it_and_refuses_a_second(tmp_path: Path) -> None:
    otc = Console(_file(tmp_path), tmp_path, apart=True)
    day = TODAY.isoformat()
    made = otc(day, "demo", "--customers", "8", "--invoices", "20", "--seed", "3")
    assert set(made) >= KINDS_COUNTED
    assert made["invoices"] == 20
    assert otc.refused(day, "demo") == ["demo.not_empty"]
    assert otc(day, "verify")["ok"]
