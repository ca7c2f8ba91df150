"""The files on a thing: dropped, opened, saved, annotated, removed."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.attachments.queries import AttachmentRow
from otc_desktop.application.kernel.changes import ChangeSet, Topic
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.narrowed_source import NarrowedSource
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.attachments_presenter import AttachmentsPresenter
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.text_dialog import TextDialog

_NOBODY = UUID(int=0)
_KILOBYTE, _MEGABYTE = 1_000, 1_000_000


class AttachmentList(QFrame):
    """Files of one thing, or of one customer whatever they hang on.

    Files can be dropped anywhere on it. Of a customer's files each says what it belongs to,
    and what is added belongs to the customer itself.

    Args:
        services: what the window offers.
        program: the program behind it.
        name: key under which column widths are remembered.
        of_customer: whether it shows all of a customer's files, with a search field.

    Signals:
        count_changed (int): how many files are listed now.
    """

    count_changed = Signal(int)

    def __init__(
        self,
        services: WindowServices,
        program: Program,
        *,
        name: str,
        of_customer: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._of_customer = of_customer
        self._subject: tuple[SubjectKind, UUID] | None = None
        self._stale = False
        self.presenter = AttachmentsPresenter(services, program, self)
        self._source = NarrowedSource(program.queries.attachments, {"subject_id": _NOBODY})
        self._title = QLabel(self.tr("Files"), self)
        self._title.setProperty("subheading", True)
        self._title.setVisible(not of_customer)
        self.bar = ActionBar(self)
        self.list: ListView[AttachmentRow] = ListView(
            services,
            self._source,
            self._columns(),
            name=name,
            empty=EmptyState(
                title=self.tr("No file yet"),
                hint=self.tr("Drop files here, or press «Attach»."),
            ),
            parent=self,
        )
        self.list.filter_bar.setVisible(of_customer)
        self.list.totals_bar.hide()
        self.list.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = QHBoxLayout()
        head.setSpacing(SPACING)
        head.addWidget(self._title)
        head.addWidget(self.bar, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(SPACING)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setAcceptDrops(True)
        self._add_actions()
        self.list.row_activated.connect(lambda _id: self._with_row(self.presenter.open))
        self.list.selection_changed.connect(lambda _ids: self._let_act())
        self.list.model.loaded.connect(lambda _as_new: self._let_act())
        self.list.model.count_changed.connect(self.count_changed)
        services.changes.changed.connect(self._on_changed)
        self._let_act()

    def show_subject(self, kind: SubjectKind, subject_id: UUID) -> None:
        """Show what hangs on one thing."""
        if self._subject == (kind, subject_id):
            self.list.reload()
            return
        self._subject = (kind, subject_id)
        of = "customer_id" if self._of_customer else "subject_id"
        self._source.narrow({of: subject_id})
        self.list.show_filtered()
        self._let_act()

    def clear(self) -> None:
        """Show nothing; nothing can be dropped either."""
        if self._subject is not None:
            self._subject = None
            self._source.narrow({"subject_id": _NOBODY})
            self.list.show_filtered()
        self._let_act()

    def attach_files(self, paths: Sequence[Path]) -> None:
        """Attach files to what is shown."""
        if self._subject is not None and paths:
            self.presenter.attach(paths, *self._subject)

    def ask_for_files(self) -> None:
        """Let the user choose files to attach."""
        if self._subject is None:
            return
        dialog = QFileDialog(self, self.tr("Attach files"), "", self.tr("All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(
            lambda names: self.attach_files([Path(each) for each in names])
        )
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may come in while something is shown."""
        if self._subject is not None and _files_of(event.mimeData()):
            event.acceptProposedAction()
            self._mark_drop(wanted=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._mark_drop(wanted=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files dropped."""
        self._mark_drop(wanted=False)
        paths = _files_of(event.mimeData())
        if self._subject is not None and paths:
            event.acceptProposedAction()
            self.attach_files(paths)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was attached while the list was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.list.reload()

    def _add_actions(self) -> None:
        self.attach = self.bar.add(
            self.tr("Attach…"),
            self.ask_for_files,
            tip=self.tr("Attach files; they can be dropped here, too"),
        )
        self.open = self._row_action(
            self.tr("View"), lambda: self._with_row(self.presenter.open), "", tip="Return"
        )
        self.save = self._row_action(self.tr("Save as…"), self._ask_where, "Ctrl+Shift+S")
        self.note = self._row_action(self.tr("Note…"), self._ask_for_note, "Ctrl+Shift+T")
        self.remove = self._row_action(self.tr("Remove"), self._ask_to_remove, "Del")
        self.list.add_actions([self.open, self.save, self.note, self.remove])
        for action in (self.save, self.note, self.remove):
            self.bar.button(action).setVisible(self._of_customer)

    def _row_action(
        self, text: str, run: Callable[[], None], keys: str, *, tip: str = ""
    ) -> QAction:
        """An action on the selected file: its key works in the list only, not in the tab."""
        action = self.bar.add(text, run)
        action.setShortcut(QKeySequence(keys))
        shown = QKeySequence(keys or tip).toString(QKeySequence.SequenceFormat.NativeText)
        self.bar.button(action).setToolTip(f"{text} ({shown})")
        return action

    def _columns(self) -> tuple[Column, ...]:
        wide = not self._of_customer
        name = Column(
            name="file_name",
            title=self.tr("File name"),
            width=190 if wide else 140,
            sortable=True,
        )
        note = Column(name="note", title=self.tr("Description"), width=140 if wide else 115)
        added = Column(
            name="added_at",
            title=self.tr("Added"),
            kind=ColumnKind.DATE,
            width=88,
            sortable=True,
            value=lambda row: row.added_on,
        )
        size = Column(
            name="size", title=self.tr("Size"), width=66, value=lambda row: self._size(row.size)
        )
        if wide:
            return name, note, added, size
        thing = Column(name="thing", title=self.tr("Belongs to"), width=125, value=self._belongs_to)
        return name, thing, note, added, size

    def _belongs_to(self, row: AttachmentRow) -> str:
        kind = self.presenter.word("subject_kind", row.subject_kind.value)
        return f"{kind} {row.subject_number}".strip()

    def _size(self, size: int) -> str:
        number = self._services.formats.number
        if size < _MEGABYTE:
            return self.tr("{size} kB").format(size=number(max(1, size // _KILOBYTE)))
        tenths = Decimal(size * 10 // _MEGABYTE) / 10
        return self.tr("{size} MB").format(size=number(tenths, places=1))

    def _with_row(self, act: Callable[[AttachmentRow], None]) -> None:
        rows = self.list.selected_rows()
        if len(rows) == 1:
            act(rows[0])

    def _ask_where(self) -> None:
        def ask(row: AttachmentRow) -> None:
            ask_where_to_save(
                self,
                self.tr("Save the file"),
                self.tr("All files (*)"),
                row.file_name,
                lambda path: self.presenter.save(row, path),
            )

        self._with_row(ask)

    def _ask_for_note(self) -> None:
        def ask(row: AttachmentRow) -> None:
            dialog = TextDialog(
                self._services,
                title=row.file_name,
                accept_text=self.tr("Save"),
                hint=self.tr("What is in this file? It is found by these words."),
                text=row.note,
                field="note",
                parent=self,
            )

            def refuse(refusal: OtcError) -> None:
                dialog.refuse(
                    [
                        (fault.where or "", self.presenter.sentence(fault))
                        for fault in faults_of(refusal)
                    ]
                )

            dialog.submitted.connect(
                lambda: self.presenter.annotate(row, dialog.text(), dialog.accept, refuse)
            )
            dialog.open()

        self._with_row(ask)

    def _ask_to_remove(self) -> None:
        def ask(row: AttachmentRow) -> None:
            confirm(
                self,
                question=self.tr("Remove {name}?").format(name=row.file_name),
                explanation=self.tr(
                    "The file no longer hangs here; the timeline keeps that it did."
                ),
                accept_text=self.tr("Remove"),
                on_accept=lambda: self.presenter.remove(row),
            )

        self._with_row(ask)

    def _let_act(self) -> None:
        self.attach.setEnabled(self._subject is not None)
        single = len(self.list.selected_rows()) == 1
        for action in (self.open, self.save, self.note, self.remove):
            action.setEnabled(single)

    def _mark_drop(self, *, wanted: bool) -> None:
        self.setProperty("drop", wanted)
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_changed(self, changes: ChangeSet) -> None:
        if Topic.ATTACHMENTS not in changes.topics:
            return
        if self.isVisible():
            self.list.reload()
        else:
            self._stale = True


def _files_of(dragged: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
