"""Credit in the window: the customer's page, held orders, alerts, the rules."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otc_desktop.application.credit.credit_rules import ReadCreditRules, read_credit_rules
from otc_desktop.application.credit.set_credit_grade import SetCreditGrade, set_credit_grade
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.read_order import ReadOrder, read_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.credit.policy import Action, Rule, Situation
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.ui.customers.dialogs.credit_forms import LimitForm
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.home.tab import CREDIT_ALERTS, HomeTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.orders.dialogs.credit_decision_form import CreditDecisionForm
from otc_desktop.ui.orders.tab import ALERTS, HELD, OrdersTab
from otc_desktop.ui.settings.credit_rules import CreditRulesDialog
from tests.support.credit import confirm, deliver, euros, limit, sell, take
from tests.support.sales_window import (
    CTRL,
    column_of,
    house,
    opened,
    places,
    program,
    show,
)

__all__ = ["house", "places", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[Any], Any]


@pytest.fixture
def held(
    house: House, services: WindowServices, program: Program, show: Show, settle: Settle
) -> OrdersTab:
    """The queue with one order of 1,200 against a limit of 1,000 with 300 delivered."""
    limit(house, "C0001", "1000", insured="500")
    deliver(house, sell(house, "C0001", "300"))
    sell(house, "C0001", "1200")
    tab: OrdersTab = show(OrdersTab(services, program))
    tab.show_place(Place(tab="orders", kind=HELD))
    settle()
    return tab


def _status(house: House) -> OrderStatus:
    [row] = house.queries.orders.page(PageRequest(search="CO2026-00002"))
    return house.use_cases.run(read_order, ReadOrder(order_id=row.id)).status


def _decide(
    qtbot: QtBot, tab: OrdersTab, settle: Settle, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL
) -> CreditDecisionForm:
    settle()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    qtbot.keyClick(tab, key, modifier)
    return opened(qtbot, tab, CreditDecisionForm)


def test_a_held_order_shows_why_and_what_it_would_come_to(held: OrdersTab, settle: Settle) -> None:
    page = held.held
    assert column_of(page.list.model, "number") == ["CO2026-00002"]
    assert "500,00\u00a0€" in column_of(page.list.model, "overrun")[0]
    assert "Encours autorisé dépassé" in page.panel.reasons.text()
    assert "300,00\u00a0€" in page.panel.bar.text()
    assert "700,00\u00a0€" in page.panel.bar.text(), "available without the order"
    assert "1\u202f200,00\u00a0€" in page.panel.bar_with.text()
    assert "✕" in page.panel.bar_with.text()
    assert held.sections.chip(HELD).text().endswith("1")


def test_agreeing_by_keyboard_releases_the_order(
    qtbot: QtBot, house: House, held: OrdersTab, settle: Settle
) -> None:
    form = _decide(qtbot, held, settle, Qt.Key.Key_Return)
    assert form.figure() == Decimal("1200.00")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settle()
    assert form.message_bar.isVisible(), "a reason is asked for"
    qtbot.keyClicks(form.reason, "Virement annonce")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: _status(house) is OrderStatus.CONFIRMED)
    settle()
    qtbot.waitUntil(lambda: held.held.list.model.rowCount() == 0)
    request = PageRequest(filters={"order_id": _order_id(house)}, descending=True)
    newest = house.queries.credit_decisions.page(request)[0]
    assert (newest.kind, newest.reason, newest.decided_by) == (
        "approved",
        "Virement annonce",
        "test",
    )


def _order_id(house: House) -> object:
    [row] = house.queries.orders.page(PageRequest(search="CO2026-00002"))
    return row.id


def test_refusing_takes_the_order_off_the_queue_and_keeps_it_held(
    qtbot: QtBot, house: House, held: OrdersTab, settle: Settle
) -> None:
    both = CTRL | Qt.KeyboardModifier.ShiftModifier
    form = _decide(qtbot, held, settle, Qt.Key.Key_R, both)
    assert not form.amount.isVisible()
    qtbot.keyClicks(form.reason, "Trop de risque")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return, CTRL)
    settle()
    qtbot.waitUntil(lambda: held.held.list.model.rowCount() == 0)
    assert _status(house) is OrderStatus.HELD


def test_a_deposit_is_asked_for_and_the_order_is_looked_at_again(
    qtbot: QtBot, house: House, held: OrdersTab, settle: Settle
) -> None:
    form = _decide(qtbot, held, settle, Qt.Key.Key_D)
    assert form.figure() == Decimal("500.00"), "what goes beyond the limit"
    qtbot.keyClicks(form.reason, "Acompte")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return, CTRL)
    settle()
    [row] = house.queries.credit_requests.page(PageRequest())
    assert (row.status.value, row.deposit) == ("deposit", euros("500"))
    held.held.recheck.trigger()
    settle()
    assert _status(house) is OrderStatus.HELD
    limit(house, "C0001", None)
    settle()
    held.held.recheck.trigger()
    qtbot.waitUntil(lambda: _status(house) is OrderStatus.CONFIRMED)


def test_alerts_open_the_customer(
    house: House,
    services: WindowServices,
    program: Program,
    show: Show,
    settle: Settle,
    places: list[Place],
) -> None:
    limit(house, "C0001", "1000")
    sell(house, "C0001", "900")
    tab: OrdersTab = show(OrdersTab(services, program))
    tab.show_place(Place(tab="orders", kind=ALERTS))
    settle()
    assert column_of(tab.alerts.list.model, "customer_code") == ["C0001"]
    assert column_of(tab.alerts.list.model, "alerts") == ["Limite bientôt atteinte"]
    [row] = house.queries.credit.alerts()
    tab.alerts.list.row_activated.emit(row.id)
    assert places[-1] == Place(tab="customers", id=row.id)


def test_today_counts_held_orders_and_alerts(
    qtbot: QtBot,
    house: House,
    services: WindowServices,
    program: Program,
    show: Show,
    places: list[Place],
) -> None:
    limit(house, "C0001", "1000")
    sell(house, "C0001", "900")
    sell(house, "C0001", "900")
    tab: HomeTab = show(HomeTab(services, program))
    for name in ("orders_held", CREDIT_ALERTS):
        line = tab.lines[name]
        qtbot.waitUntil(line.isVisible)
        assert "1" in line.text()
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert [place.kind for place in places] == [HELD, ALERTS]


@pytest.fixture
def customer_page(
    house: House, services: WindowServices, program: Program, show: Show, settle: Settle
) -> CustomersTab:
    limit(house, "C0001", "1000", insured="250")
    deliver(house, sell(house, "C0001", "300"))
    sell(house, "C0001", "400")
    for grade in (CreditGrade.B, CreditGrade.C):
        house.use_cases.run(set_credit_grade, SetCreditGrade(customer="C0001", grade=grade))
    tab: CustomersTab = show(CustomersTab(services, program))
    customer_id = house.queries.credit_situation("C0001").file.customer_id
    tab.show_place(Place(tab="customers", id=customer_id))
    settle()
    tab.panel.show_page(tab.panel.credit_page)
    settle()
    return tab


def test_the_customer_page_shows_exposure_in_words(customer_page: CustomersTab) -> None:
    page = customer_page.panel.credit_page
    bar = page.exposure.text()
    assert "300,00\u00a0€" in bar, "delivered, not invoiced"
    assert "400,00\u00a0€" in bar, "on order"
    facts = page.facts.text()
    for amount in ("700,00\u00a0€", "1\u202f000,00\u00a0€", "450,00\u00a0€"):
        assert amount in facts
    assert "▲" in facts, "the grade fell"
    told = " ".join(column_of(page.list.model, "reason"))
    assert "– → 1\u202f000,00\u00a0€" in told
    assert "inconnue → B" in told
    assert "Couverture d’assurance dépassée" in page.alerts.text()
    assert "300,00\u00a0€" in customer_page.panel.limit_figure.text(), "left of the limit"


def test_the_limit_is_set_with_a_reason(
    qtbot: QtBot, house: House, customer_page: CustomersTab, settle: Settle
) -> None:
    page = customer_page.panel.credit_page
    page.limit.trigger()
    form = opened(qtbot, page, LimitForm)
    form.limit.clear()
    qtbot.keyClicks(form.limit, "2500")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settle()
    assert form.message_bar.isVisible(), "a reason is asked for"
    qtbot.keyClicks(form.reason, "Revue")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: house.queries.credit_situation("C0001").file.limit == euros("2500"))
    settle()
    qtbot.waitUntil(lambda: "2\u202f500,00\u00a0€" in page.facts.text())


def test_rules_are_changed_and_hold_the_next_order(
    qtbot: QtBot, house: House, services: WindowServices, program: Program, settle: Settle
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    dialog = CreditRulesDialog(services, program, parent=owner)
    dialog.open()
    settle()
    cell = dialog.cells[Situation.WITHIN_LIMIT, CreditGrade.UNKNOWN]
    cell.set_rule(Rule(Action.DEPOSIT, Decimal(35)))
    dialog.overdue_days.setValue(15)
    dialog.approvals.rows[1].percent.setText("12,5")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    settle()
    rules = house.use_cases.run(read_credit_rules, ReadCreditRules())
    assert rules.policy.rule(CreditGrade.UNKNOWN, Situation.WITHIN_LIMIT) == cell.rule()
    assert (rules.policy.overdue_days, rules.policy.version) == (15, 1)
    assert rules.approval_limits[1].most_percent == Decimal("12.5")
    assert confirm(house, take(house, "C0002", "100")).holds == ("credit.grade_too_low",)
