"""The assistant's last page: what becomes of every row, before and after the import."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from otc_desktop.application.kernel.imports import Fate, ImportResult, RowFate
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.import_assistant.fate_list import REMARKS, FateRow, FateSource
from otc_desktop.ui.widgets.import_assistant.presenter import ImportPresenter

_MOST_REMARKS = 8


class FatesPage(QWidget):
    """Counts, remarks on the file as a whole, and the list of all rows.

    Args:
        presenter: of the assistant.
    """

    def __init__(self, presenter: ImportPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.list: ListView[FateRow] | None = None
        self.heading = QLabel(self)
        self.heading.setProperty("heading", True)
        self.counts = QLabel(self)
        self.counts.setWordWrap(True)
        self.remarks = QLabel(self)
        self.remarks.setWordWrap(True)
        self.remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail = QLabel(self)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING)
        for label in (self.heading, self.counts, self.remarks, self.detail):
            self._column.addWidget(label)

    def show_result(self, result: ImportResult, *, facts: Sequence[str], dry_run: bool) -> None:
        """Show what became, or would become, of the rows."""
        self.heading.setText(self._heading(result, dry_run=dry_run))
        self.counts.setText(self._counts(result))
        lines = [*facts, *self._remarks(result)]
        if len(lines) > _MOST_REMARKS:
            more = len(lines) - _MOST_REMARKS
            lines = [*lines[:_MOST_REMARKS], self.tr("… and {count} more").format(count=more)]
        self.remarks.setText("\n".join(lines))
        self.remarks.setVisible(bool(lines))
        if self.list is not None:
            self._column.removeWidget(self.list)
            self.list.deleteLater()
        self.list = shown = self._made_list(result)
        self._column.insertWidget(3, shown, 1)
        shown.selection_changed.connect(lambda _: self._show_detail(shown))
        self._show_detail(shown)
        if result.rejected:
            self.list.show_filtered(filters={"fate": Fate.REJECTED.value})

    def _show_detail(self, shown: ListView[FateRow]) -> None:
        """The selected row's reasons at full length: the column cuts them."""
        rows = shown.selected_rows()
        texts = [text for row in rows[:1] for text in (row.changes, row.reasons) if text]
        self.detail.setText("\n".join(texts))
        self.detail.setVisible(bool(texts))

    def _heading(self, result: ImportResult, *, dry_run: bool) -> str:
        if result.applied:
            return self.tr("The file was imported")
        if not dry_run:
            return self.tr("Nothing was imported")
        if result.rejected:
            return self.tr("Some rows can't be taken")
        return self.tr("Ready to import; nothing is kept yet")

    def _counts(self, result: ImportResult) -> str:
        number = self._presenter.services.formats.number
        return self.tr(
            "Created: {created}    Updated: {updated}    Unchanged: {unchanged}"
            "    Rejected: {rejected}"
        ).format(
            created=number(result.created),
            updated=number(result.updated),
            unchanged=number(result.unchanged),
            rejected=number(len({each.row for each in result.rejected})),
        )

    def _remarks(self, result: ImportResult) -> list[str]:
        lines = [f"▲ {self._presenter.sentence(remark)}" for remark in result.remarks]
        if result.ignored:
            names = ", ".join(result.ignored)
            lines.append(self.tr("Columns left aside: {names}").format(names=names))
        if result.skipped:
            numbers = ", ".join(str(each.line) for each in result.skipped[:20])
            lines.append(
                self.tr("Lines passed over (totals, repeated headers): {lines}").format(
                    lines=numbers
                )
            )
        return lines

    def _made_list(self, result: ImportResult) -> ListView[FateRow]:
        names = self._fate_names()
        source = FateSource(
            result, fate_name=names.__getitem__, changes=self._changes, reasons=self._reasons
        )
        columns = (
            Column(name="line", title=self.tr("Line"), kind=ColumnKind.NUMBER, width=70),
            Column(name="fate", title=self.tr("Fate"), kind=ColumnKind.STATUS, width=120),
            Column(name="key", title=self.tr("Code"), width=130),
            Column(name="name", title=self.tr("Name"), width=200),
            Column(name="changes", title=self.tr("What changes"), width=260),
            Column(name="reasons", title=self.tr("Reason or remark"), width=420),
        )
        options: list[tuple[str | None, str]] = [(None, self.tr("All"))]
        options += [(fate.value, name) for fate, name in names.items()]
        if any(row.findings for row in result.rows if row.fate is not Fate.REJECTED):
            options.append((REMARKS, self.tr("With remarks")))
        return ListView(
            self._presenter.services,
            source,
            columns,
            name="import-fates",
            empty=EmptyState(title=self.tr("No such row")),
            filters=[FilterChoice(name="fate", title=self.tr("Fate"), options=tuple(options))],
            parent=self,
        )

    def _fate_names(self) -> dict[Fate, str]:
        return {
            Fate.CREATED: self.tr("created"),
            Fate.UPDATED: self.tr("updated"),
            Fate.UNCHANGED: self.tr("unchanged"),
            Fate.REJECTED: self.tr("rejected"),
        }

    def _changes(self, row: RowFate) -> str:
        return "; ".join(
            f"{self._presenter.field_name(each.field)} : {each.before or '∅'} → {each.after or '∅'}"
            for each in row.changes
        )

    def _reasons(self, row: RowFate) -> str:
        return " ".join(
            f"{self._presenter.field_name(finding.where)} : {self._presenter.sentence(finding)}"
            if finding.where
            else self._presenter.sentence(finding)
            for finding in row.findings
        )
