"""Indicators on the customer's file, and the page about an unpaid invoice."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.bootstrap import House
from otc_desktop.ui.customers.pages.figures_page import FiguresPage
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.unpaid_dialog import UnpaidDialog
from tests.support.line import house_on, issue
from tests.support.sales_window import (
    house,
    opened,
    places,
    press,
    program,
    program_of,
    show,
)

__all__ = ["house", "places", "program", "show"]
Settle = Callable[[], None]


def shown_page(tab: CustomersTab, settle: Settle) -> FiguresPage:
    tab.panel.show_page(tab.panel.figures_page)
    settle()
    return tab.panel.figures_page


def test_customer_without_history_is_not_graded(
    services: WindowServices, program: Program, show: Callable[..., CustomersTab], settle: Settle
) -> None:
    page = shown_page(show(CustomersTab(services, program)), settle)
    assert "non noté" in page.grade.text()
    assert not page.balances.months()
    assert "Rien d'ouvert" in page.facts.text()


def test_customer_with_an_overdue_invoice_shows_rate_reasons_and_months(
    services: WindowServices, house: House, show: Callable[..., CustomersTab], settle: Settle
) -> None:
    issued = issue(house, customer="C0001")
    later = house_on(house.database_url, issued.invoice.due_on.replace(year=2027, month=2, day=10))
    page = shown_page(show(CustomersTab(services, program_of(later))), settle)
    assert "100\u00a0%" in page.overdue.text()
    assert "F2026-00001" in page.reasons.text()
    assert page.balances.months()[0].label == "11/26"
    assert [month.value for month in page.balances.months()] == [Decimal("120.00")] * 4
    assert page.balances.months()[-1].part == Decimal("120.00")
    image = page.balances.grab().toImage()
    assert len({image.pixel(x, 60) for x in range(image.width())}) > 2, "bars are drawn"
    later.close()


@pytest.fixture
def invoicing(
    services: WindowServices,
    house: House,
    program: Program,
    show: Callable[..., InvoicingTab],
    settle: Settle,
) -> InvoicingTab:
    issue(house, customer="C0001")
    tab = show(InvoicingTab(services, program))
    tab.show_place(Place(tab="invoicing", kind="issued"))
    settle()
    return tab


def test_why_unpaid_by_keyboard_says_it_was_never_sent_and_leads_there(
    invoicing: InvoicingTab, qtbot: QtBot, settle: Settle, places: list[Place]
) -> None:
    invoicing.issued.list.table.selectRow(0)
    settle()
    press(qtbot, invoicing, Qt.Key.Key_U)
    dialog = opened(qtbot, invoicing, UnpaidDialog)
    settle()
    assert "Jamais envoyée au client" in dialog.text()
    assert "Envoyer la facture" in dialog.next_step.text()
    assert "120,00" in dialog.open_amount.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    [place] = places
    assert (place.tab, place.kind, place.search) == ("invoicing", "issued", "F2026-00001")
