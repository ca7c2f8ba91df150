"""Five lines of an order without a mouse, and rows of a spreadsheet pasted."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.orders.dialogs.order_form import OrderForm
from otc_desktop.ui.orders.tab import OrdersTab
from otc_desktop.ui.widgets.pasted_lines import read_pasted
from tests.support.sales_window import house, opened, press, program, show

__all__ = ["house", "program", "show"]
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def test_order_when_five_lines_are_typed_by_keys_only_then_taken(
    qtbot: QtBot,
    services: WindowServices,
    program: Program,
    house: House,
    show: Callable[[OrdersTab], OrdersTab],
    settle: Callable[[], None],
) -> None:
    tab = show(OrdersTab(services, program))
    press(qtbot, tab, Qt.Key.Key_N)
    form = opened(qtbot, tab, OrderForm)

    def type_keys(text: str, *, enter: bool = True) -> None:
        qtbot.keyClicks(form.focusWidget(), text)
        if enter:
            qtbot.keyClick(form.focusWidget(), ENTER)
            settle()

    type_keys("C0001")
    type_keys("PO-1")
    for quantity in ("1", "2", "3", "4"):
        type_keys("P-01")
        type_keys(quantity)
        type_keys("")
        type_keys("5" if quantity == "2" else "")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_D, CTRL)
    settle()
    lines = form.lines.lines()
    assert [line.quantity for line in lines] == [Decimal(n) for n in (1, 2, 3, 4, 4)]
    assert lines[1].discount_percent == Decimal(5)
    qtbot.keyClick(form.focusWidget(), ENTER, CTRL)
    settle()
    [row] = house.queries.orders.page(PageRequest())
    assert (row.customer_code, row.purchase_order) == ("C0001", "PO-1")


def test_paste_when_rows_are_not_understood_then_said_and_not_dropped(
    qtbot: QtBot,
    services: WindowServices,
    program: Program,
    show: Callable[[OrdersTab], OrdersTab],
    settle: Callable[[], None],
) -> None:
    tab = show(OrdersTab(services, program))
    tab.orders.open_new()
    form = opened(qtbot, tab, OrderForm)
    QGuiApplication.clipboard().setText("P-01\t12\t1 234,50 €\t5 %\r\nP-01\tdouze\r\n")
    form.lines.product.setFocus()
    qtbot.keyClick(form.lines.product, Qt.Key.Key_V, CTRL)
    settle()
    [line] = form.lines.lines()
    assert (line.quantity, line.unit_price) == (Decimal(12), Decimal("1234.50"))
    assert "douze" in form.lines.report.text()


def test_pasted_rows_when_code_is_missing_or_cells_too_many_then_refused() -> None:
    pasted = read_pasted("\t3\nP-01\t1\t2\t3\tmore\nP-02\n")
    assert [number for number, _ in pasted.refused] == [1, 2]
    assert [line.product for line in pasted.lines] == ["P-02"]
