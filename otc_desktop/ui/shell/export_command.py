"""The list on show as a spreadsheet file, from any tab (Ctrl+Shift+E)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from otc_desktop.application.kernel.sheets import CellKind, CellValue, SheetColumn
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.shell.commands import Command
from otc_desktop.ui.shell.main_window import MainWindow
from otc_desktop.ui.tables.columns import Column, ColumnKind, display_text
from otc_desktop.ui.tables.list_view import ListView, ShownList
from otc_desktop.ui.widgets.file_choice import ask_where_to_save

# Writes the file: path, format, columns, rows, title.
WriteTable = Callable[[Path, str, Sequence[SheetColumn], Iterable[Sequence[CellValue]], str], None]
_KINDS = {
    ColumnKind.MONEY: CellKind.EUROS,
    ColumnKind.DATE: CellKind.DATE,
    ColumnKind.NUMBER: CellKind.NUMBER,
    ColumnKind.PERCENT: CellKind.NUMBER,
}
_ROWS_AT_ONCE = 2_000
_PIXELS_A_CHARACTER = 8
_NARROWEST = 8


def offer_export(window: MainWindow, services: WindowServices, write: WriteTable) -> None:
    """Offer to write the list on show to a file, all its pages under the filters in force."""

    def export() -> None:
        shown = _list_on_show(window)
        if shown is None:
            services.notices.warning(
                QCoreApplication.translate("Export", "There is no list on show to export.")
            )
            return
        _ask(window, services, write, shown)

    title = QCoreApplication.translate("Export", "Export the list…")
    window.add_file_commands([Command(title, export, shortcut="Ctrl+Shift+E")])


def _list_on_show(window: MainWindow) -> ShownList | None:
    """The list that has the keyboard, else the largest one in sight."""
    visible = [each for each in window.findChildren(ListView) if each.isVisible()]
    focused = QApplication.focusWidget()
    for each in visible:
        if focused is not None and each.isAncestorOf(focused):
            return each.shown()
    largest = max(visible, key=lambda each: each.width() * each.height(), default=None)
    return None if largest is None else largest.shown()


def _ask(window: MainWindow, services: WindowServices, write: WriteTable, shown: ShownList) -> None:
    ask_where_to_save(
        window,
        QCoreApplication.translate("Export", "Export the list"),
        QCoreApplication.translate("Export", "Workbook (*.xlsx);;Text (*.csv)"),
        f"{shown.name.replace('.', '-')}.xlsx",
        lambda path: _write(window, services, write, shown, path),
    )


def _write(
    window: MainWindow, services: WindowServices, write: WriteTable, shown: ShownList, path: Path
) -> None:
    columns = [_column(each) for each in shown.columns]
    format_ = "csv" if path.suffix.lower() == ".csv" else "xlsx"

    def work(task: Task) -> Path:
        write(path, format_, columns, _rows(shown, services.formats, task), path.stem)
        return path

    services.tasks.submit(
        window,
        work,
        on_done=lambda written: services.notices.done(
            QCoreApplication.translate("Export", "List written to {name}").format(name=written.name)
        ),
        label=QCoreApplication.translate("Export", "Writing the list"),
    )


def _column(column: Column) -> SheetColumn:
    width = max(_NARROWEST, column.width // _PIXELS_A_CHARACTER)
    return SheetColumn(column.title, _KINDS.get(column.kind, CellKind.TEXT), width)


def _rows(shown: ShownList, formats: Formats, task: Task) -> Iterator[Sequence[CellValue]]:
    total = shown.source.count(shown.request)
    done = 0
    while True:
        task.check_cancelled()
        task.progress(done, total)
        request = replace(shown.request, offset=done, limit=_ROWS_AT_ONCE)
        page = shown.source.page(request)
        for row in page:
            yield [_cell(column, row, formats) for column in shown.columns]
        done += len(page)
        if len(page) < _ROWS_AT_ONCE:
            return


def _cell(column: Column, row: Any, formats: Formats) -> CellValue:
    """Figures and days as such, so that they can be reckoned with; the rest as shown."""
    value = column.value_of(row)
    if isinstance(value, Money) and value.currency == EUR:
        return value.amount
    if isinstance(value, bool):
        return display_text(value, formats, column.kind)
    if value is None or isinstance(value, date | Decimal | int):
        return value
    return display_text(value, formats, column.kind)
