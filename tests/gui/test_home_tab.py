"""The home tab: what waits, and where it leads."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House
from otc_desktop.ui.home.tab import HomeTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.line import draft, house_on, issue
from tests.support.sales_window import DAY, house, places, program, program_of, show

__all__ = ["house", "places", "program", "show"]
Show = Callable[[HomeTab], HomeTab]
MOUSE = Qt.MouseButton.LeftButton


def _shown(tab: HomeTab) -> list[str]:
    return [name for name, line in tab.lines.items() if line.isVisible()]


def test_home_when_nothing_waits_then_says_so(
    services: WindowServices, program: Program, show: Show
) -> None:
    tab = show(HomeTab(services, program))
    assert _shown(tab) == []
    assert tab.nothing.isVisible()
    assert "0,00" in tab.figures["open"].text()


def test_home_when_books_are_empty_then_leads_to_the_customers(
    services: WindowServices, tmp_path: Path, show: Show, places: list[Place], qtbot: QtBot
) -> None:
    empty = house_on(f"sqlite:///{tmp_path / 'empty.db'}", DAY)
    empty.upgrade()
    tab = show(HomeTab(services, program_of(empty)))
    assert tab.welcome.isVisible()
    qtbot.mouseClick(tab.welcome.button, MOUSE)
    assert [place.tab for place in places] == ["customers"]
    empty.close()


def test_home_when_something_waits_then_counts_follow_and_lines_open_their_place(
    services: WindowServices, house: House, show: Show, places: list[Place], qtbot: QtBot
) -> None:
    tab = show(HomeTab(services, program_of(house)))
    issue(house, customer="C0001")
    draft(house, customer="C0002")
    line = LineInput(product="P-03", quantity=Decimal(10))
    run = house.use_cases.run
    order = run(create_order, CreateOrder(customer="C0003", lines=(line,)))
    run(confirm_order, ConfirmOrder(number=order.number))
    qtbot.waitUntil(lambda: _shown(tab) == ["orders_held", "drafts"])
    assert "▲ 1 Commandes bloquées" in tab.lines["orders_held"].text()
    assert "120,00\u00a0€" in tab.figures["open"].text()
    qtbot.mouseClick(tab.lines["orders_held"], MOUSE)
    tab.lines["drafts"].setFocus()
    qtbot.keyClick(tab.lines["drafts"], Qt.Key.Key_Return)
    qtbot.mouseClick(tab.figures["overdue"], MOUSE)
    assert [(place.tab, place.kind, dict(place.filters)) for place in places] == [
        ("orders", "held", {}),
        ("invoicing", "drafts", {}),
        ("invoicing", "issued", {"status": "overdue"}),
    ]


def test_home_when_an_invoice_falls_overdue_then_the_figure_says_so(
    services: WindowServices, house: House, show: Show
) -> None:
    issued = issue(house, customer="C0001")
    later = house_on(house.database_url, issued.invoice.due_on.replace(year=2027))
    tab = show(HomeTab(services, program_of(later)))
    assert "✕ 120,00\u00a0€" in tab.figures["overdue"].text()
    later.close()
