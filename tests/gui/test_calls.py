"""The day's calls by keys, payment plans and pauses in the window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.dunning.pause_list import ReadPauseList, read_pause_list
from otc_desktop.application.dunning.pause_reminders import PauseReminders, pause_reminders
from otc_desktop.application.dunning.read_payment_plans import (
    ReadPaymentPlans,
    read_payment_plans,
)
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.dunning.payment_plan import PlanState
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.ui.collections.dialogs.call_outcome import CallOutcomeForm
from otc_desktop.ui.collections.dialogs.pauses import PausesDialog
from otc_desktop.ui.collections.dialogs.payment_plan_form import PaymentPlanForm
from otc_desktop.ui.collections.tab import CALLS, PAYMENT_PLANS, CollectionsTab
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.books import invoice_on, open_books, program_of, settling
from tests.support.sales_window import opened

Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    with open_books(tmp_path, services) as books:
        yield books


@pytest.fixture
def tab(house: House, services: WindowServices, tmp_path: Path, settle: Settle) -> CollectionsTab:
    invoice_on(tmp_path, date(2026, 9, 8), customer="C0001")
    made = CollectionsTab(services, program_of(house))
    made.resize(1300, 760)
    made.show()
    settle()
    return made


def test_an_outcome_takes_two_keys_and_the_customer_leaves_the_list(
    tab: CollectionsTab, house: House, settle: Settle, qtbot: QtBot
) -> None:
    tab.sections.show_section(CALLS)
    settle()
    page = tab.calls
    assert [row.task.customer_code for row in page.list.selected_rows()] == ["C0001"]
    assert page.panel.script.toPlainText()
    page.list.setFocus()
    # The shortcut is the digit; the form stands ready to be agreed to.
    action = next(iter(page.outcomes.values()))
    assert action.shortcut().toString() == "1"
    action.trigger()
    form = opened(qtbot, tab, CallOutcomeForm)
    assert form.amount.money() == page.list.selected_rows()[0].task.asked
    qtbot.keyClick(form, Qt.Key.Key_Return)
    settle()
    customer = CustomerId(house.queries.customers.page(PageRequest(search="C0001"))[0].id)
    assert house.queries.promises.of_customer(customer).pending == 1
    assert page.list.model.rowCount() == 0


def test_a_payment_plan_is_agreed_with_an_instalment_written_by_hand(
    tab: CollectionsTab, house: House, settle: Settle, qtbot: QtBot
) -> None:
    tab.sections.show_section(PAYMENT_PLANS)
    settle()
    page = tab.payment_plans
    page.ask_for_plan()
    form = opened(qtbot, tab, PaymentPlanForm)
    (row,) = house.queries.customers.page(PageRequest(search="C0001"))
    form.customer.set_row(row)
    form.customer.picked.emit(row)
    settle()
    assert form.table.rowCount() == 3
    amounts = [part for _, part in form.command().instalments]
    form.count.setValue(2)
    assert sum(part for _, part in form.command().instalments) == sum(amounts)
    form.table.item(0, 1).setText("1,00")
    form.accept_button.click()
    settle()
    assert form.isVisible()  # the instalments no longer come to the debt
    form.count.setValue(4)
    form.accept_button.click()
    settle()
    (kept,) = house.use_cases.run(read_payment_plans, ReadPaymentPlans())
    assert (kept.standing.state, len(kept.standing.instalments)) == (PlanState.KEPT, 4)
    assert page.instalments.model.rowCount() == 4
    assert page.send.isEnabled() and not page.approve.isEnabled()


def test_the_end_of_a_pause_is_moved_and_brought_about(
    tab: CollectionsTab, house: House, settle: Settle, qtbot: QtBot
) -> None:
    customer = CustomerId(house.queries.customers.page(PageRequest(search="C0001"))[0].id)
    house.use_cases.run(
        pause_reminders, PauseReminders(customer_id=customer, until=date(2026, 12, 1))
    )
    tab.planned.pauses.trigger()
    dialog = opened(qtbot, tab, PausesDialog)
    settle()
    assert len(dialog.list.selected_ids()) == 1
    assert dialog.until.date() == date(2026, 12, 1)
    dialog.until.set_date(date(2026, 12, 15))
    dialog.accept_button.click()
    settle()
    (row,) = house.use_cases.run(read_pause_list, ReadPauseList())
    assert row.pause.until_on == date(2026, 12, 15)
    dialog.list.select_ids([row.pause.id])
    dialog.end_now.click()
    settle()
    assert house.use_cases.run(read_pause_list, ReadPauseList()) == []
    dialog.reject()
