"""A long statement is worked through with Enter alone; what was learnt is looked at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, event

from otc_desktop.application.company.difference_limits import (
    ReadDifferenceLimits,
    read_difference_limits,
)
from otc_desktop.application.receivables.import_open_items import (
    ImportOpenItems,
    import_open_items,
)
from otc_desktop.application.receivables.learnt_facts import ListLearntFacts, list_learnt_facts
from otc_desktop.bootstrap import House
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.shared.difference_limits import DEFAULT_LIMITS
from otc_desktop.ui.bank.dialogs.learnt_facts import LearntFactsDialog
from otc_desktop.ui.bank.tab import BankTab
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.settings.difference_limits import DifferenceLimitsDialog
from tests.support.books import open_books, program_of, receive, settling
from tests.support.company_files import Movement

Settle = Callable[[], None]
_LINES = 30
# Reading the line, its proposals, the list and the counter; writing and auditing one allocation.
_MOST_STATEMENTS_A_LINE = 120


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    with open_books(tmp_path, services) as opened:
        yield opened


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


def _take_over(house: House, folder: Path, count: int) -> None:
    rows = ["number;customer_code;kind;issue_date;due_date;currency;total_excl_tax;total_vat;"]
    rows[0] += "total_incl_tax;open_amount"
    for place in range(count):
        amount = f"{1000 + 37 * place}.00"
        rows.append(
            f"F{place:05d};C0001;invoice;2026-10-01;2026-10-31;EUR;{amount};0.00;{amount};{amount}"
        )
    path = folder / "bills.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    house.use_cases.run(import_open_items, ImportOpenItems(path=path))


def _open(house: House, services: WindowServices, qtbot: QtBot, settle: Settle) -> BankTab:
    tab = BankTab(services, program_of(house))
    qtbot.addWidget(tab)
    tab.resize(1340, 660)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    settle()
    return tab


def test_suggested_lines_are_accepted_with_enter_alone(
    house: House, services: WindowServices, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    _take_over(house, tmp_path, _LINES)
    receive(
        house,
        tmp_path,
        # No number and a payer nobody knows: each is a suggestion that a person looks at.
        *(Movement(f"{1000 + 37 * place}.00", "VIREMENT", f"P{place}") for place in range(_LINES)),
    )
    tab = _open(house, services, qtbot, settle)
    page = tab.reconciliation
    told: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        told.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        counts = []
        for _ in range(_LINES):
            qtbot.waitUntil(lambda: page.desk.form.settlement() is not None, timeout=10_000)
            line = page.desk.line_id
            before = len(told)
            qtbot.keyClick(QApplication.focusWidget() or page.lines.table, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda line=line: page.desk.line_id != line, timeout=10_000)
            counts.append(len(told) - before)
        settle()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    counters = house.queries.bank_transactions.counters()
    assert counters == {TransactionStatus.MATCHED: _LINES}
    assert "1" not in page.remaining.text()
    assert max(counts) < _MOST_STATEMENTS_A_LINE
    # Work does not grow along the statement.
    assert max(counts[-5:]) <= max(counts[:5]) + 5


def test_what_was_learnt_is_shown_and_forgotten(
    house: House, services: WindowServices, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    _take_over(house, tmp_path, 2)
    receive(house, tmp_path, Movement("1000.00", "VIREMENT", "COUSIN DU PATRON"))
    tab = _open(house, services, qtbot, settle)
    qtbot.keyClick(tab.reconciliation.lines.table, Qt.Key.Key_Return)
    settle()
    tab.reconciliation.show_learnt()
    settle()
    (dialog,) = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, LearntFactsDialog)
    ]
    cells = [dialog.table.item(0, column).text() for column in range(4)]
    assert cells[0] == "C0001 · Durand Éclairage SARL"
    assert "cousin patron" in cells[1]
    assert cells[2] == "1 / 0"
    assert dialog.remove.isEnabled()
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.table.rowCount() == 0
    assert not dialog.remove.isEnabled()
    assert house.use_cases.run(list_learnt_facts, ListLearntFacts()) == []
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_limits_of_differences_are_kept_by_keys(
    house: House, services: WindowServices, qtbot: QtBot, settle: Settle
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = DifferenceLimitsDialog(services, program_of(house), parent=owner)
    kept: list[bool] = []
    dialog.accepted.connect(lambda: kept.append(True))
    dialog.open()
    settle()
    assert dialog.limits() == DEFAULT_LIMITS
    dialog.rounding.clear()
    qtbot.keyClicks(dialog.rounding, "9,00")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert kept == []
    assert dialog.rounding.property("invalid")
    dialog.rounding.clear()
    qtbot.keyClicks(dialog.rounding, "0,50")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert kept == [True]
    limits = house.use_cases.run(read_difference_limits, ReadDifferenceLimits())
    assert str(limits.rounding) == "0.50"
