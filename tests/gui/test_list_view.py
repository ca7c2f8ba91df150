"""The list as a user works with it."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from pytestqt.qtbot import QtBot

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.tables.clipboard import rows_as_text
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from tests.support.big_list import COLUMNS, BigList, InvoiceRow

Settle = Callable[[], None]
EMPTY = EmptyState(title="Aucune facture", hint="Émettez un brouillon.")
PARITY = FilterChoice(name="parity", title="Parité", options=((None, "Toutes"), ("even", "Paires")))


@pytest.fixture
def source() -> BigList:
    return BigList(100_000)


@pytest.fixture
def view(
    services: WindowServices,
    source: BigList,
    qtbot: QtBot,
    settle: Settle,
) -> Iterator[ListView[InvoiceRow]]:
    shown: ListView[InvoiceRow] = ListView(
        services,
        source,
        COLUMNS,
        name="test.list",
        empty=EMPTY,
        filters=[PARITY],
        sort="number",
    )
    qtbot.addWidget(shown)
    shown.resize(900, 500)
    shown.show()
    settle()
    yield shown


def _numbers(view: ListView[InvoiceRow]) -> list[str]:
    return [row.number for row in view.selected_rows()]


def test_list_when_first_shown_then_is_read_and_counted(view: ListView[InvoiceRow]) -> None:
    assert view.table.isVisible()
    assert "100\u202f000" in view.totals_bar.text()
    assert "Reste dû" in view.totals_bar.text()


def test_scroll_bar_when_moved_then_rows_in_sight_are_read(
    view: ListView[InvoiceRow], settle: Settle
) -> None:
    view.table.scrollTo(view.model.index(77_777, 0))
    settle()
    assert view.model.index(77_777, 0).data() == "F2026-077777"


def test_selection_when_the_list_is_read_again_then_follows_its_ids(
    view: ListView[InvoiceRow], source: BigList, settle: Settle
) -> None:
    view.table.selectRow(10)
    view.table.scrollTo(view.model.index(40, 0))
    place = view.table.verticalScrollBar().value()
    announced: list[list[UUID]] = []
    view.selection_changed.connect(announced.append)
    source.ranks = range(3, 100_000)  # three rows above are gone
    view.reload()
    settle()
    assert view.selected_ids() == [UUID(int=10)]
    assert [index.row() for index in view.table.selectionModel().selectedRows()] == [7]
    assert announced == []
    assert view.table.verticalScrollBar().value() == place


def test_selection_when_its_row_left_the_list_then_is_dropped_and_told(
    view: ListView[InvoiceRow], source: BigList, settle: Settle
) -> None:
    view.table.selectRow(10)
    announced: list[list[UUID]] = []
    view.selection_changed.connect(announced.append)
    source.ranks = range(50, 100_000)
    view.reload()
    settle()
    assert view.selected_ids() == []
    assert announced == [[]]


def test_last_row_when_selected_and_the_list_shrinks_above_it_then_stays_selected(
    view: ListView[InvoiceRow], source: BigList, settle: Settle
) -> None:
    source.ranks = range(30)
    view.reload()
    settle()
    view.table.selectRow(29)
    source.ranks = range(1, 30)
    view.reload()
    settle()
    assert _numbers(view) == ["F2026-000029"]
    assert view.model.rowCount() == 29


def test_select_all_when_the_list_is_short_then_every_id_is_known(
    view: ListView[InvoiceRow], source: BigList, settle: Settle
) -> None:
    source.ranks = range(1_500)
    view.reload()
    settle()
    view.table.selectAll()
    settle()
    assert len(view.selected_ids()) == 1_500
    assert "1\u202f500" in view.totals_bar.text().split("Sélection")[1]


def test_filter_when_typed_then_waits_for_the_end_of_typing(
    view: ListView[InvoiceRow], source: BigList, qtbot: QtBot, settle: Settle
) -> None:
    source.requests.clear()
    with qtbot.waitSignal(view.filter_bar.changed):
        qtbot.keyClicks(view.filter_bar.search_field, "01234", delay=5)
    settle()
    assert {request.search for request in source.requests} == {"01234"}
    assert view.model.index(0, 0).data() == "F2026-001234"


def test_filter_when_nothing_matches_then_offers_to_clear_it(
    view: ListView[InvoiceRow], settle: Settle, qtbot: QtBot
) -> None:
    view.show_filtered(search="zzz", filters={"parity": "even"})
    settle()
    assert not view.table.isVisible()
    assert view.empty_panel.text().startswith("Aucun résultat")
    qtbot.mouseClick(view.empty_panel.button, Qt.MouseButton.LeftButton)
    settle()
    assert view.table.isVisible()
    assert view.model.request.search == ""
    assert view.model.request.filters == {}


def test_list_when_empty_then_says_what_to_do(
    view: ListView[InvoiceRow], source: BigList, settle: Settle
) -> None:
    source.ranks = []
    view.reload()
    settle()
    assert view.empty_panel.isVisible()
    assert view.empty_panel.text() == "Aucune facture Émettez un brouillon."


def test_list_when_it_cannot_be_read_then_says_why_and_tries_again(
    services: WindowServices, source: BigList, qtbot: QtBot, settle: Settle
) -> None:
    source.problem = RuleError("database.away")
    view: ListView[InvoiceRow] = ListView(
        services, source, COLUMNS, name="test.failing", empty=EMPTY
    )
    qtbot.addWidget(view)
    view.show()
    settle()
    assert "database.away" in view.empty_panel.text()
    source.problem = None
    qtbot.mouseClick(view.empty_panel.button, Qt.MouseButton.LeftButton)
    settle()
    assert view.table.isVisible()


def test_header_when_clicked_then_sorts_only_sortable_columns(
    view: ListView[InvoiceRow], source: BigList, qtbot: QtBot, settle: Settle
) -> None:
    header = view.table.horizontalHeader()

    def click(column: int) -> None:
        x = header.sectionViewportPosition(column) + 20
        place = header.viewport().rect().center()
        place.setX(x)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle()

    click(0)
    assert view.model.request.descending
    assert view.model.index(0, 0).data() == "F2026-099999"
    source.requests.clear()
    click(1)
    assert source.requests == []
    click(2)
    assert (view.model.request.sort, view.model.request.descending) == ("due_on", False)


def test_row_when_entered_then_is_activated_by_id(view: ListView[InvoiceRow], qtbot: QtBot) -> None:
    view.table.selectRow(3)
    with qtbot.waitSignal(view.row_activated) as activated:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert activated.args == [UUID(int=3)]


def test_rows_when_copied_then_a_spreadsheet_reads_numbers_and_no_formula(
    view: ListView[InvoiceRow], services: WindowServices, qtbot: QtBot
) -> None:
    view.table.selectRow(3)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    header, row = QGuiApplication.clipboard().text().splitlines()
    assert header.split("\t")[0] == "Numéro"
    assert row == "F2026-000003\tMairie de Lyon\t04/01/2026\t-21,93\tEn litige"
    text = Column(name="imag", title="T", kind=ColumnKind.TEXT, value=lambda row: row)
    hostile = rows_as_text(["=cmd()|x", "@A1", "a\tb\nc"], [text], services.formats)
    assert hostile.splitlines()[1:] == ["'=cmd()|x", "'@A1", "a b c"]


def test_menu_when_opened_then_offers_the_actions_of_the_list_and_copy(
    view: ListView[InvoiceRow], qtbot: QtBot
) -> None:
    ran: list[list[UUID]] = []
    send = QAction("Envoyer", view)
    send.setShortcut("Ctrl+E")
    send.triggered.connect(lambda: ran.append(view.selected_ids()))
    view.add_actions([send])
    view.table.selectRow(2)
    with qtbot.waitSignal(view.context_menu_opening) as opening:
        view.table.customContextMenuRequested.emit(view.table.rect().center())
    menu, ids = opening.args
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert titles == ["Envoyer", "Copier"]
    assert ids == [UUID(int=2)]
    menu.close()
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert ran == [[UUID(int=2)]]


def test_what_is_on_show_is_told_with_its_search(
    view: ListView[InvoiceRow], source: BigList, settle: Settle
) -> None:
    view.show_filtered(search="77")
    settle()
    shown = view.shown()
    assert (shown.request.search, shown.columns, shown.source) == ("77", COLUMNS, source)


def test_column_widths_when_changed_then_are_there_next_time(
    view: ListView[InvoiceRow], services: WindowServices, source: BigList, qtbot: QtBot
) -> None:
    view.table.horizontalHeader().resizeSection(1, 333)
    qtbot.waitUntil(lambda: services.state.layout("test.list.5") is not None, timeout=2_000)
    again: ListView[InvoiceRow] = ListView(services, source, COLUMNS, name="test.list", empty=EMPTY)
    qtbot.addWidget(again)
    assert again.table.horizontalHeader().sectionSize(1) == 333
