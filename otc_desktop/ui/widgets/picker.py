"""A search box that completes: a customer or product among a hundred thousand."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from otc_desktop.application.kernel.paging import PageRequest, PageSource
from otc_desktop.application.kernel.task import Task
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job

RowT = TypeVar("RowT")

_DEBOUNCE_MS = 150
_MOST_SHOWN = 12


class Picker(QLineEdit, Generic[RowT]):
    """Searches a page source while the user types; the choice is a row.

    Args:
        services: what the window offers.
        source: where rows come from; gets the typed text as `search`.
        describe: one line for a row, such as `C0001 · Atelier Lumen`.
        filters: choices of the source always in force, such as active customers only.
        keys: texts that name a row exactly, such as its code and barcode.

    Signals:
        picked (row or None): None when the text was changed away from the choice.
        named (row, text): Enter chose the row whose key was typed or scanned.
        not_found (text): Enter, and nothing is named so.
    """

    picked = Signal(object)
    named = Signal(object, str)
    not_found = Signal(str)

    def __init__(
        self,
        services: WindowServices,
        source: PageSource[RowT],
        *,
        describe: Callable[[RowT], str],
        filters: Mapping[str, Any] | None = None,
        keys: Callable[[RowT], Sequence[str]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._source = source
        self._describe = describe
        self._filters = dict(filters or {})
        self._keys = keys
        self._row: RowT | None = None
        self._found: Sequence[RowT] = ()
        self._job: Job | None = None
        self.setPlaceholderText(self.tr("Type to search…"))
        self.setClearButtonEnabled(True)
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self)
        by_index = self._completer.activated[QModelIndex]  # type: ignore[index]  # not in stubs
        by_index.connect(self._choose)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._search)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._on_return)

    def row(self) -> RowT | None:
        """The chosen row."""
        return self._row

    def set_row(self, row: RowT | None) -> None:
        """Choose a row, or none."""
        self.setText("" if row is None else self._describe(row))
        self._set(row)

    def offered(self) -> QListView:
        """The list of rows offered under the field."""
        return self._popup

    def _on_edited(self, text: str) -> None:
        self._set(None)
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._model.clear()
            self._completer.complete()  # nothing to offer closes the list

    def _search(self) -> None:
        if self._job is not None:
            self._services.tasks.cancel(self._job)
        request = PageRequest(limit=_MOST_SHOWN, search=self.text().strip(), filters=self._filters)
        source = self._source

        def work(task: Task) -> Sequence[RowT]:
            return source.page(request)

        self._job = self._services.tasks.submit(self, work, on_done=self._offer)

    def _on_return(self) -> None:
        """Enter without a choice from the list: the row that the text names, at once."""
        text = self.text().strip()
        is_chosen = self._popup.isVisible() and self._popup.currentIndex().isValid()
        if self._row is not None or not text or is_chosen:
            return
        self._timer.stop()
        if self._job is not None:
            self._services.tasks.cancel(self._job)
        request = PageRequest(limit=_MOST_SHOWN, search=text, filters=self._filters)
        source = self._source

        def work(task: Task) -> Sequence[RowT]:
            return source.page(request)

        def name(rows: Sequence[RowT]) -> None:
            self._job = None
            if self.text().strip() == text:
                self._name(text, rows)

        self._job = self._services.tasks.submit(self, work, on_done=name)

    def _name(self, text: str, rows: Sequence[RowT]) -> None:
        wanted = text.casefold()
        keys = self._keys
        exact = [
            row
            for row in rows
            if keys is not None and wanted in [key.casefold() for key in keys(row) if key]
        ]
        only = exact or (list(rows) if len(rows) == 1 else [])
        if len(only) == 1:
            self._popup.hide()
            self.set_row(only[0])
            self.named.emit(only[0], text)
        elif rows:
            self._offer(rows)
        else:
            self._popup.hide()
            self.not_found.emit(text)

    def _offer(self, rows: Sequence[RowT]) -> None:
        self._job = None
        self._found = rows
        self._model.clear()
        for row in rows:
            self._model.appendRow(QStandardItem(self._describe(row)))
        if not rows:
            nothing = QStandardItem(self.tr("Nothing found"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(nothing)
        if self.hasFocus():
            self._completer.complete()

    def _choose(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found):
            self.set_row(self._found[index.row()])

    def _set(self, row: RowT | None) -> None:
        if row != self._row:
            self._row = row
            self.picked.emit(row)
