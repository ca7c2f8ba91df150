"""A list of any length on screen, read from its source a page at a time."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from otc_desktop.application.kernel.paging import PageRequest, PageSource
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.tasks import Job, TaskRunner
from otc_desktop.ui.tables.columns import Column, display_text

RowT = TypeVar("RowT")
AnswerT = TypeVar("AnswerT")

PAGE_ROWS = 200
KEPT_PAGES = 50
PLACEHOLDER = "…"
VALUE_ROLE = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()

_Index = QModelIndex | QPersistentModelIndex


class PagedModel(QAbstractTableModel, Generic[RowT]):
    """Shows `…` for rows not yet here, asks for the visible page and its neighbours off the
    GUI thread, and keeps the 50 pages used last.

    A page that answers after the list was reloaded is dropped: each reload has its own
    generation. While a reload is on its way the old rows stay readable.

    Signals:
        loaded (bool): a reload's rows are here; True when they belong to another request
            (filter, sort) than the rows before.
        page_loaded (int, int): rows first to last arrived by scrolling.
        count_changed (int): the number of rows in all is known.
        totals_changed (dict): sums by column name.
        load_failed (OtcError).
    """

    loaded = Signal(bool)
    page_loaded = Signal(int, int)
    count_changed = Signal(int)
    totals_changed = Signal(object)
    load_failed = Signal(object)

    def __init__(
        self,
        source: PageSource[RowT],
        columns: Sequence[Column],
        *,
        tasks: TaskRunner,
        formats: Formats,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._columns = tuple(columns)
        self._tasks = tasks
        self._formats = formats
        self._request = PageRequest(limit=PAGE_ROWS)
        self._pages: OrderedDict[int, Sequence[RowT]] = OrderedDict()
        self._loading: dict[int, Job] = {}
        self._list_jobs: list[Job] = []
        self._generation = 0
        self._reloading = False
        self._reload_is_new = False
        self._rows = 0
        self._count: int | None = None
        self._visible = range(1)
        self._wanted: set[int] = set()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in model order."""
        return self._columns

    @property
    def request(self) -> PageRequest:
        """The search, filters and sorting now in force."""
        return self._request

    @property
    def count(self) -> int | None:
        """How many rows there are in all; None until known."""
        return self._count

    def set_request(
        self,
        *,
        search: str | None = None,
        filters: Mapping[str, Any] | None = None,
        sort: str | None = None,
        descending: bool | None = None,
    ) -> None:
        """Change what is given, keep the rest, and read the list again from its top."""
        current = self._request
        self._request = replace(
            current,
            search=current.search if search is None else search,
            filters=current.filters if filters is None else dict(filters),
            sort=current.sort if sort is None else sort,
            descending=current.descending if descending is None else descending,
        )
        self._visible = range(1)
        self._wanted = set()
        self._start_reload([0], as_new=True)

    def reload(self, *, keep_rows: Iterable[int] = ()) -> None:
        """Read again what is visible, and the pages of `keep_rows` (the selected ones)."""
        pages = self._pages_around_visible()
        pages += sorted({row // PAGE_ROWS for row in keep_rows} - set(pages))
        self._start_reload(pages[:KEPT_PAGES], as_new=not self._pages)

    def show_rows(self, first: int, last: int) -> None:
        """The view now shows these rows: fetch what is missing, give up what is out of sight."""
        self._visible = range(first // PAGE_ROWS, last // PAGE_ROWS + 1)
        if not self._reloading:
            self._fetch_missing()

    def want_rows(self, rows: Iterable[int]) -> None:
        """Fetch these rows too, wherever they are; replaces what was wanted before."""
        self._wanted = {row // PAGE_ROWS for row in rows}
        if not self._reloading:
            self._fetch_missing()

    def row(self, number: int) -> RowT | None:
        """The row at a position, or None while it is not here."""
        page = self._pages.get(number // PAGE_ROWS)
        offset = number % PAGE_ROWS
        return page[offset] if page is not None and offset < len(page) else None

    def id_at(self, number: int) -> UUID | None:
        """The id of the row at a position, or None while it is not here."""
        row = self.row(number)
        return None if row is None else _id_of(row)

    def positions(self, ids: Iterable[UUID]) -> dict[UUID, int]:
        """Where these ids stand, as far as their rows are here."""
        wanted = set(ids)
        found: dict[UUID, int] = {}
        for page, rows in self._pages.items():
            for offset, row in enumerate(rows):
                row_id = _id_of(row)
                if row_id in wanted:
                    found[row_id] = page * PAGE_ROWS + offset
        return found

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """All rows once counted; before that, those known to exist."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """The columns the list was made with."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell in words; the value itself under `VALUE_ROLE`."""
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, VALUE_ROLE):
            return None
        row = self.row(index.row())
        if row is None:
            return PLACEHOLDER if role == Qt.ItemDataRole.DisplayRole else None
        value = column.value_of(row)
        if role == VALUE_ROLE:
            return value
        return display_text(value, self._formats, column.kind)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The column's title, aligned like its values."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def _pages_around_visible(self) -> list[int]:
        first, last = self._visible.start - 1, self._visible.stop
        last_page = max(0, self._rows - 1) // PAGE_ROWS
        inside = [page for page in range(first, last + 1) if 0 <= page <= last_page]
        # A list that shrank may leave nothing in sight: its last page then comes to it.
        return inside or [last_page]

    def _start_reload(self, pages: Sequence[int], *, as_new: bool) -> None:
        # A reload on top of an unanswered new request is still a new request.
        as_new = as_new or (self._reloading and self._reload_is_new)
        self._reloading, self._reload_is_new = True, as_new
        self._generation += 1
        for job in (*self._loading.values(), *self._list_jobs):
            self._tasks.cancel(job)
        self._loading.clear()
        wanted = [0] if as_new else list(pages)
        request = self._request

        def read(task: Task) -> dict[int, Sequence[RowT]]:
            return {page: self._read_page(request, page, task) for page in wanted}

        self._list_jobs = [self._submit(read, self._take_reload)]

    def _take_reload(self, pages: dict[int, Sequence[RowT]]) -> None:
        as_new, self._reloading = self._reload_is_new, False
        if as_new:
            self.beginResetModel()
            self._rows, self._count = len(pages[0]), None
            self._pages = OrderedDict(pages)
            self.endResetModel()
        else:
            self._pages = OrderedDict(pages)
            ends = [page * PAGE_ROWS + len(rows) for page, rows in pages.items() if rows]
            self._set_rows(max([self._rows, *ends]))
            self._say_changed(0, self._rows - 1)
        self.loaded.emit(as_new)
        # A list that became shorter loses its last rows only now that whoever follows
        # rows by id has found them at their new places.
        for page, rows in pages.items():
            self._learn_end(page, rows)
        self._fetch_missing()
        self._ask_count_and_totals()

    def _ask_count_and_totals(self) -> None:
        request, source = self._request, self._source
        self._list_jobs = [
            self._submit(lambda task: source.count(request), self._take_count),
            self._submit(lambda task: source.totals(request), self.totals_changed.emit),
        ]

    def _take_count(self, count: int) -> None:
        self._count = count
        self._set_rows(count)
        self.count_changed.emit(count)

    def _fetch_missing(self) -> None:
        around = self._pages_around_visible()
        wanted = around + sorted(self._wanted - set(around))[: KEPT_PAGES - len(around)]
        for page in [page for page in self._loading if page not in wanted]:
            self._tasks.cancel(self._loading.pop(page))
        in_sight_first = sorted(wanted, key=lambda page: page not in self._visible)
        for page in in_sight_first:
            if page in self._pages:
                self._pages.move_to_end(page)
            elif page not in self._loading:
                self._loading[page] = self._fetch(page)

    def _fetch(self, page: int) -> Job:
        request = self._request
        return self._submit(
            lambda task: self._read_page(request, page, task),
            lambda rows: self._take_page(page, rows),
        )

    def _take_page(self, page: int, rows: Sequence[RowT]) -> None:
        self._loading.pop(page, None)
        self._pages[page] = rows
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        self._learn_end(page, rows)
        first, last = page * PAGE_ROWS, page * PAGE_ROWS + len(rows) - 1
        if rows:
            self._say_changed(first, last)
            self.page_loaded.emit(first, last)

    def _read_page(self, request: PageRequest, page: int, task: Task) -> Sequence[RowT]:
        """Called in pool threads."""
        task.check_cancelled()
        return self._source.page(replace(request, offset=page * PAGE_ROWS, limit=PAGE_ROWS))

    def _submit(self, work: Callable[[Task], AnswerT], land: Callable[[AnswerT], None]) -> Job:
        generation = self._generation

        def on_done(answer: AnswerT) -> None:
            if generation == self._generation:
                land(answer)

        def on_error(error: OtcError) -> None:
            if generation == self._generation:
                self._reloading = False
                self._loading.clear()
                self.load_failed.emit(error)

        return self._tasks.submit(self, work, on_done=on_done, on_error=on_error)

    def _learn_end(self, page: int, rows: Sequence[RowT]) -> None:
        """A short page is the last one; a full one says there are at least that many rows."""
        end = page * PAGE_ROWS + len(rows)
        if len(rows) == PAGE_ROWS:
            self._set_rows(max(self._rows, end))
        elif rows or page == 0:
            self._set_rows(end)

    def _set_rows(self, rows: int) -> None:
        if rows > self._rows:
            self.beginInsertRows(_NO_PARENT, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < self._rows:
            self.beginRemoveRows(_NO_PARENT, rows, self._rows - 1)
            self._rows = rows
            self.endRemoveRows()

    def _say_changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


def _id_of(row: object) -> UUID:
    """Every row of a `PageSource` has an id."""
    return cast(UUID, cast(Any, row).id)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.kind.right_aligned else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
