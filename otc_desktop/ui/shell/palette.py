"""Ctrl+K: any command, customer, document or amount by typing a few letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.text import fold
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job
from otc_desktop.ui.shell.commands import Command

_DEBOUNCE_MS = 120
_ENTRY_ROLE = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True, slots=True)
class Found:
    """A thing the search found, and where to show it."""

    title: str
    detail: str
    place: Place


Search = Callable[[str, Task], Sequence[Found]]


class CommandPalette(QDialog):
    """Commands match at once; things are searched off the GUI thread.

    Args:
        services: what the window offers.
        commands: asked for at each opening.
        search: finds things by text, called in a pool thread; None finds none.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        commands: Callable[[], Sequence[Command]],
        search: Search | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self._services = services
        self._commands = commands
        self._search = search
        self._job: Job | None = None
        self._found: Sequence[Found] = ()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Customer, document, amount or command…"))
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._run_current)
        self.field.installEventFilter(self)
        self.results = QListWidget(self)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.itemClicked.connect(self._run)
        hint = QLabel(self.tr("↑ ↓ choose    Enter open    Esc close"), self)
        hint.setProperty("muted", True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._start_search)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.results, 1)
        column.addWidget(hint)

    def open_over(self, window: QWidget) -> None:
        """Open at the top middle of a window, empty."""
        self.field.clear()
        self._found = ()
        self._fill()
        self.resize(min(640, window.width() - 40), min(420, window.height() - 80))
        middle = window.mapToGlobal(window.rect().topLeft())
        self.move(middle.x() + (window.width() - self.width()) // 2, middle.y() + 60)
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the results while the field keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _MOVES.get(Qt.Key(event.key()))
            if step is not None:
                row = self.results.currentRow() + step
                self.results.setCurrentRow(max(0, min(self.results.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)

    def _on_text(self) -> None:
        self._found = ()
        self._fill()
        self._timer.start()

    def _start_search(self) -> None:
        text, search = self.field.text().strip(), self._search
        if self._job is not None:
            self._services.tasks.cancel(self._job)
        if search is None or not text:
            return

        def work(task: Task) -> tuple[str, Sequence[Found]]:
            return text, search(text, task)

        self._job = self._services.tasks.submit(self, work, on_done=self._offer)

    def _offer(self, answer: tuple[str, Sequence[Found]]) -> None:
        text, found = answer
        if text == self.field.text().strip():
            self._found = found
            self._fill()

    def _fill(self) -> None:
        words = fold(self.field.text()).split()
        self.results.clear()
        for found in self._found:
            self._add(f"{found.title}    {found.detail}".strip(), found)
        for command in self._commands():
            title = fold(command.title)
            if all(word in title for word in words):
                self._add(f"{command.title}    {command.shortcut}".strip(), command)
        self.results.setCurrentRow(0)

    def _add(self, text: str, entry: Command | Found) -> None:
        item = QListWidgetItem(text)
        item.setData(_ENTRY_ROLE, entry)
        self.results.addItem(item)

    def _run_current(self) -> None:
        item = self.results.currentItem()
        if item is not None:
            self._run(item)

    def _run(self, item: QListWidgetItem) -> None:
        entry = item.data(_ENTRY_ROLE)
        self.close()
        if isinstance(entry, Found):
            self._services.navigator.open(entry.place)
        elif isinstance(entry, Command):
            entry.run()
