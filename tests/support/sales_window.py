"""A real program behind a tab of the window, for the tests of the sales side's tabs.

Register the fixtures by importing them in a test module.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from otc_desktop.bootstrap import House
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from tests.support.line import set_up

DAY = date(2026, 11, 20)
CTRL = Qt.KeyboardModifier.ControlModifier
WidgetT = TypeVar("WidgetT", bound=QWidget)
TabT = TypeVar("TabT", bound=TabPage)


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    """The small company on SQLite, its changes heard by the window."""
    made = set_up(f"sqlite:///{tmp_path / 'books.db'}", tmp_path, DAY)
    made.use_cases.subscribe(services.changes.publish)
    yield made
    services.tasks.shutdown()
    made.close()


@pytest.fixture
def program(house: House) -> Program:
    """What the tabs are given."""
    return program_of(house)


def program_of(house: House) -> Program:
    """The program behind a window."""
    return Program(
        use_cases=house.use_cases,
        queries=house.queries,
        messages=house.messages,
        today=house.today,
        jobs=house.jobs,
        planner=house.planner,
        copies=house.copies,
    )


@pytest.fixture
def places(services: WindowServices) -> list[Place]:
    """The places that were asked for."""
    asked: list[Place] = []
    services.navigator.requested.connect(asked.append)
    return asked


@pytest.fixture
def show(qtbot: QtBot, settle: Callable[[], None]) -> Callable[[TabT], TabT]:
    """Shows a tab in a window of the size of a small laptop."""

    def shown(tab: TabT) -> TabT:
        qtbot.addWidget(tab)
        tab.resize(1320, 640)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        settle()
        return tab

    return shown


def child(parent: QWidget, kind: type[WidgetT]) -> WidgetT:
    """The one visible child of a kind, such as an open dialog."""
    [found] = [each for each in parent.findChildren(kind) if each.isVisible()]
    return found


def opened(qtbot: QtBot, parent: QWidget, kind: type[WidgetT]) -> WidgetT:
    """The dialog of a kind that has just opened, ready for keys."""
    found = child(parent, kind)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def choose_file(qtbot: QtBot, parent: QWidget, path: Path) -> None:
    """Answer the file dialog that has just opened."""
    dialog = opened(qtbot, parent, QFileDialog)
    [name] = dialog.findChildren(QLineEdit)
    name.setText(str(path))
    qtbot.keyClick(name, Qt.Key.Key_Return)


def press(qtbot: QtBot, tab: QWidget, key: Qt.Key) -> None:
    """Press Ctrl and a key once the tab's window has the keyboard."""
    tab.activateWindow()  # without a window manager nobody gives it back after a dialog
    qtbot.waitUntil(tab.isActiveWindow)
    qtbot.keyClick(tab, key, CTRL)


def cells(model: Any, row: int) -> list[str]:
    """What a list shows in a row."""
    return [str(model.index(row, column).data() or "") for column in range(model.columnCount())]


def column_of(model: Any, name: str) -> list[str]:
    """What a list shows in a column, from the top."""
    names = [column.name for column in model.columns]
    place = names.index(name)
    return [str(model.index(row, place).data() or "") for row in range(model.rowCount())]


def pick(qtbot: QtBot, settle: Callable[[], None], picker: Any, text: str) -> None:
    """Type into a picker and take the first row offered."""
    field: QLineEdit = picker
    field.setFocus()
    qtbot.keyClicks(field, text)
    offered: QListView = picker.offered()
    qtbot.waitUntil(lambda: offered.isVisible() and offered.model().rowCount() > 0)
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: picker.row() is not None)
    settle()
