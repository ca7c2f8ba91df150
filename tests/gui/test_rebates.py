"""A year-end rebate agreed, accrued and credited on the customer's page."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.invoicing.list_drafts import ListDrafts, list_drafts
from otc_desktop.application.invoicing.read_rebates import ReadRebates, RebateState, read_rebates
from otc_desktop.bootstrap import House
from otc_desktop.domain.invoicing.rebate import RebateStatus
from otc_desktop.ui.customers.dialogs.rebate_form import RebateForm
from otc_desktop.ui.customers.rebates_box import RebatesBox
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.line import house_on, issue, set_up
from tests.support.sales_window import column_of, opened, program_of, show

__all__ = ["show"]
Settle = Callable[[], None]
MOUSE = Qt.MouseButton.LeftButton
SOLD, AFTER = date(2026, 11, 20), date(2027, 1, 15)
_REBATES_PAGE = 6


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    """C0001 was invoiced 1,000.00 in 2026; it is January."""
    url = f"sqlite:///{tmp_path / 'books.db'}"
    sold = set_up(url, tmp_path, SOLD)
    issue(sold, price="1000.00")
    sold.close()
    made = house_on(url, AFTER)
    made.use_cases.subscribe(services.changes.publish)
    yield made
    services.tasks.shutdown()
    made.close()


@pytest.fixture
def program(house: House) -> Program:
    return program_of(house)


@pytest.fixture
def box(
    services: WindowServices,
    program: Program,
    show: Callable[[CustomersTab], CustomersTab],
    settle: Settle,
) -> RebatesBox:
    tab = show(CustomersTab(services, program))
    tab.list.table.selectRow(0)
    settle()
    tab.panel.tabs.show_number(_REBATES_PAGE)
    settle()
    return tab.panel.rebates_page.box


def _agree(box: RebatesBox, qtbot: QtBot, settle: Settle, percent: str) -> RebateForm:
    box.new.trigger()
    form = opened(qtbot, box, RebateForm)
    form.first.set_date(date(2026, 1, 1))
    form.last.set_date(date(2026, 12, 31))
    for row, (turnover, rate) in enumerate((("500", percent), ("2 000,00 €", "5 %"))):
        for column, text in enumerate((turnover, rate)):
            item = form.tiers.item(row, column)
            assert item is not None
            item.setText(text)
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    return form


def _state(house: House) -> RebateState:
    [state] = house.use_cases.run(read_rebates, ReadRebates())
    return state


def test_a_rebate_is_agreed_accrued_and_credited(
    box: RebatesBox, house: House, qtbot: QtBot, settle: Settle
) -> None:
    _agree(box, qtbot, settle, "2,5")
    qtbot.waitUntil(lambda: len(column_of(box.list.model, "reference")) == 1)
    [missing] = column_of(box.list.model, "missing")
    assert missing.replace("\u202f", " ").replace("\xa0", " ") == "1 000,00 €"
    assert column_of(box.list.model, "earned")[0].startswith("25,00")
    box.accrue.trigger()
    settle()
    qtbot.waitUntil(lambda: column_of(box.list.model, "accrued")[0].startswith("30,00"))
    box.list.table.selectRow(0)
    settle()
    assert box.settle.isEnabled()
    box.settle.trigger()
    settle()
    state = _state(house)
    assert state.agreement.status is RebateStatus.NOTED
    assert house.use_cases.run(list_drafts, ListDrafts()) == [state.agreement.note_id]
    box.list.table.selectRow(0)
    settle()
    assert not box.settle.isEnabled()


def test_a_percentage_that_is_no_number_is_told_and_nothing_is_kept(
    box: RebatesBox, house: House, qtbot: QtBot, settle: Settle
) -> None:
    form = _agree(box, qtbot, settle, "beaucoup")
    assert form.isVisible()
    assert house.use_cases.run(read_rebates, ReadRebates()) == ()
    item = form.tiers.item(0, 1)
    assert item is not None
    item.setText("2")
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert _state(house).agreement.tiers[0].percent == Decimal(2)
