"""The import assistant: a file, what its columns are, what becomes of every row."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.company.import_mappings import TablePreview
from otc_desktop.application.kernel.imports import ImportResult
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.notices import Notice
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.import_assistant.columns_page import ColumnsPage
from otc_desktop.ui.widgets.import_assistant.fates_page import FatesPage
from otc_desktop.ui.widgets.import_assistant.file_page import FilePage
from otc_desktop.ui.widgets.import_assistant.job import ImportJob
from otc_desktop.ui.widgets.import_assistant.mappings_dialog import MappingsDialog
from otc_desktop.ui.widgets.import_assistant.presenter import ImportChoices, ImportPresenter
from otc_desktop.ui.widgets.message_bar import MessageBar

_SIZE = (1080, 680)
_STEPS = 1_000


class ImportAssistant(QDialog):
    """Three pages, forward by Ctrl+Enter; nothing is kept before the last one is agreed to.

    Args:
        services: what the window offers.
        program: the program behind it.
        job: what is imported.
        path: a file chosen already, such as one dropped on a list.
    """

    def __init__(
        self,
        services: WindowServices,
        program: Program,
        job: ImportJob,
        *,
        path: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(job.title)
        self.resize(*_SIZE)
        self.presenter = ImportPresenter(services, program, self)
        self._services = services
        self._job = job
        self._choices: ImportChoices | None = None
        self._running: Job | None = None
        self._result: ImportResult | None = None
        self.message_bar = MessageBar(self)
        self.file_page = FilePage(job, self)
        self.fates_page = FatesPage(self.presenter, self)
        self.columns_page = (
            None if job.kind is None else ColumnsPage(job.kind, self.presenter.field_name, self)
        )
        self.pages = QStackedWidget(self)
        for page in (self.file_page, self.columns_page, self.fates_page):
            if page is not None:
                self.pages.addWidget(page)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self._add_buttons()
        self._connect()
        self._let_act()
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file and show what it holds."""
        self.message_bar.dismiss()
        self._choices = ImportChoices(path=path)
        if self._job.kind is None:
            self._try_out()
        else:
            self._look()

    def reject(self) -> None:
        """Stop what runs; without anything running, close."""
        if self._running is not None:
            self.presenter.stop(self._running)
            return
        super().reject()

    def _add_buttons(self) -> None:
        self.back_button = self._button(self.tr("&Back"))
        self.cancel_button = self._button(self.tr("Cancel"))
        self.partial_button = self._button(self.tr("Import the &correct rows"))
        self.next_button = self._button(self.tr("&Next"))
        self.next_button.setProperty("primary", True)
        self.next_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        for button in (self.cancel_button, self.partial_button, self.next_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.message_bar)
        column.addWidget(self.pages, 1)
        column.addLayout(buttons)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.file_page.chosen.connect(self.open_file)
        self.file_page.mappings_asked.connect(self._show_mappings)
        if self.columns_page is not None:
            self.columns_page.place_changed.connect(self._look_elsewhere)
            self.columns_page.changed.connect(self._let_act)
        self.back_button.clicked.connect(self._go_back)
        self.cancel_button.clicked.connect(self.reject)
        self.partial_button.clicked.connect(lambda: self._take_in(accept_partial=True))
        self.next_button.clicked.connect(self._go_on)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._go_on)
        key = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self.next_button.setToolTip(key)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self._go_back)
        self._services.tasks.job_progressed.connect(self._show_progress)

    def _look(self) -> None:
        if self._choices is not None and self._job.kind is not None:
            self._running = self.presenter.look(
                self._job.kind, self._choices, self._show_columns, self._refused
            )
            self._let_act()

    def _look_elsewhere(self) -> None:
        page = self.columns_page
        if page is not None and self._choices is not None and self._running is None:
            self._choices = replace(
                self._choices,
                sheet=page.sheet.currentText(),
                header_line=page.header_line.value(),
            )
            self._look()

    def _show_columns(self, preview: TablePreview) -> None:
        self._running = None
        page = self.columns_page
        if page is not None and self._choices is not None:
            page.show_preview(preview, file=self._choices.path.name)
            self.pages.setCurrentWidget(page)
            if page.combos:
                page.combos[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._let_act()

    def _try_out(self) -> None:
        if self._choices is None or self._running is not None:
            return
        if self.columns_page is not None:
            # Constants go with the mapping, so that they are remembered with it.
            self._choices = replace(self._choices, mapping=self.columns_page.mapping())
        self._run(self._choices, dry_run=True)

    def _take_in(self, *, accept_partial: bool) -> None:
        if self._choices is None or self._running is not None:
            return
        self._run(self._choices, dry_run=False, accept_partial=accept_partial)

    def _run(self, choices: ImportChoices, *, dry_run: bool, accept_partial: bool = False) -> None:
        self._running = self.presenter.run(
            self._job,
            choices,
            on_done=self._show_dry_run if dry_run else self._show_import,
            on_error=self._refused,
            on_end=self._on_end,
            dry_run=dry_run,
            accept_partial=accept_partial,
        )
        self._let_act()

    def _show_dry_run(self, result: ImportResult) -> None:
        self._show_result(result, dry_run=True)

    def _show_import(self, result: ImportResult) -> None:
        mapping = None if self._choices is None else self._choices.mapping
        page = self.columns_page
        keep = page is not None and page.remember.isChecked()
        if result.applied and mapping is not None and keep:
            self.presenter.remember(mapping)
        self._show_result(result, dry_run=False)

    def _show_result(self, result: ImportResult, *, dry_run: bool) -> None:
        facts = [] if self._job.facts is None else self._job.facts(result)
        self.fates_page.show_result(result, facts=facts, dry_run=dry_run)
        self._result = result
        self.pages.setCurrentWidget(self.fates_page)
        self._let_act()

    def _refused(self, problem: OtcError) -> None:
        self._running = None
        self.message_bar.show_notice(Notice(tone=Tone.BAD, title=self.presenter.reasons(problem)))
        self._let_act()

    def _on_end(self) -> None:
        self._running = None
        self._let_act()

    def _go_on(self) -> None:
        if not self.next_button.isEnabled():
            return
        page = self.pages.currentWidget()
        if page is self.file_page:
            self.file_page.ask()
        elif page is self.columns_page:
            self.message_bar.dismiss()
            self._try_out()
        elif self._result is not None and not self._result.applied:
            self._take_in(accept_partial=False)
        else:
            self.accept()

    def _go_back(self) -> None:
        if self._running is None and self.back_button.isEnabled():
            self.message_bar.dismiss()
            self.pages.setCurrentIndex(max(0, self.pages.currentIndex() - 1))
            self._let_act()

    def _show_mappings(self) -> None:
        if self._job.kind is not None:
            MappingsDialog(self.presenter, self._job.kind, self).open()

    def _show_progress(self, job: object, done: int, total: int) -> None:
        if job is self._running:
            self.progress.setRange(0, _STEPS if total else 0)
            if total:
                self.progress.setValue(min(done, total) * _STEPS // total)

    def _let_act(self) -> None:
        busy, page = self._running is not None, self.pages.currentWidget()
        result = self._result if page is self.fates_page else None
        done = result is not None and result.applied
        sound = result is not None and bool(_sound_rows(result))
        self.progress.setVisible(busy)
        self.pages.setEnabled(not busy)
        self.back_button.setVisible(page is not self.file_page)
        self.back_button.setEnabled(not busy and not done)
        self.cancel_button.setVisible(not done)
        self.partial_button.setVisible(bool(result and result.rejected and not done))
        self.partial_button.setEnabled(sound and not busy)
        self.next_button.setVisible(page is not self.file_page)  # it has a button of its own
        self.next_button.setText(self._next_text(done=done))
        can_go_on = page is not self.columns_page or self._can_read()
        blocked = result is not None and not done and bool(result.rejected)
        self.next_button.setEnabled(not busy and can_go_on and not blocked)

    def _next_text(self, *, done: bool) -> str:
        page = self.pages.currentWidget()
        if page is self.columns_page:
            return self.tr("&Check every row")
        return self.tr("Close") if done else self.tr("&Import")

    def _can_read(self) -> bool:
        page = self.columns_page
        return page is not None and not page.twice() and any(page.columns())


def _sound_rows(result: ImportResult) -> int:
    return result.created + result.updated
