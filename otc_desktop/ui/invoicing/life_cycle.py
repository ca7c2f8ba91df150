"""The reform's life cycle on the issued documents: history, notes, messages in and out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from otc_desktop.application.invoicing.read_life_cycle import LifeCycle
from otc_desktop.application.invoicing.record_status import RecordStatus
from otc_desktop.application.kernel.receipt_statuses import ToldReceipts
from otc_desktop.domain.invoicing.lifecycle import StatusCode
from otc_desktop.ui.invoicing.dialogs.life_cycle_dialog import LifeCycleDialog
from otc_desktop.ui.invoicing.dialogs.status_form import StatusForm
from otc_desktop.ui.invoicing.life_cycle_presenter import (
    LifeCyclePresenter,
    MessagesOutcome,
    WrittenMessages,
)
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.widgets.fault_report import FaultReport
from otc_desktop.ui.widgets.file_choice import ask_for_files, ask_for_folder

# The key of the list's filter, and its value for what waits for somebody.
REFORM_FILTER, TO_DEAL_WITH = "reform", "to_deal_with"


def reform_filter(word: Callable[[str, str], str]) -> FilterChoice:
    """A choice among the places where a document can stand."""
    names = [
        (code.value, f"{code.value} {word('reform_status', code.value)}") for code in StatusCode
    ]
    return FilterChoice(
        name=REFORM_FILTER,
        title=QCoreApplication.translate("Invoicing", "Reform"),
        options=(
            (None, QCoreApplication.translate("Invoicing", "Reform: all")),
            (TO_DEAL_WITH, QCoreApplication.translate("Invoicing", "Reform: to deal with")),
            *names,
        ),
    )


class LifeCycleDesk(QObject):
    """A menu for one issued document and for messages of many.

    Args:
        presenter: what is asked of the program.
        number: tells which document is chosen, empty for none.
        page: on which dialogs open; the keys work while it is in sight.
    """

    def __init__(
        self, presenter: LifeCyclePresenter, number: Callable[[], str], page: QWidget
    ) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._number = number
        self._page = page
        self.menu = QMenu(page)
        self.history = self._add(self.tr("&History…"), self.show_history, "Ctrl+Shift+H")
        self.note = self._add(self.tr("&Note a status…"), self.note_status)
        self.menu.addSeparator()
        self.take_in = self._add(self.tr("&Import messages (CDAR)…"), self._ask_for_messages)
        self.tell = self._add(self.tr("Make the 212 of &receipts"), self._tell_receipts)
        self.write = self._add(self.tr("&Write our messages to a folder…"), self._ask_for_folder)

    def show_menu(self, below: QWidget) -> None:
        """Open the menu below a button."""
        chosen = bool(self._number())
        self.history.setEnabled(chosen)
        self.note.setEnabled(chosen)
        # Set back when the menu closes: the keys look by themselves whether one is chosen.
        self.menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def show_history(self) -> None:
        """Show the chosen document's history."""
        number = self._number()
        if number:
            self._presenter.load(number, self._open_history)

    def note_status(self) -> None:
        """Ask for a status of the chosen document."""
        number = self._number()
        if number:
            self._presenter.load(number, lambda life: self._open_form(life, lambda: None))

    def import_messages(self, paths: list[Path]) -> None:
        """Take in files, then say what they brought."""
        self._presenter.take_in(paths, self._taken_in)

    def _add(self, text: str, run: Callable[[], None], shortcut: str = "") -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda _checked: run())
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._page.addAction(action)
            self.menu.aboutToHide.connect(lambda: action.setEnabled(True))
        return action

    def _open_history(self, life: LifeCycle) -> None:
        presenter = self._presenter
        dialog = LifeCycleDialog(presenter.services, life, word=presenter.word, parent=self._page)

        def refreshed() -> None:
            presenter.load(life.number, dialog.show_life)

        def note() -> None:
            presenter.load(life.number, lambda now: self._open_form(now, refreshed, dialog))

        dialog.noting_asked.connect(note)
        dialog.open()

    def _open_form(
        self, life: LifeCycle, on_noted: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        presenter = self._presenter
        form = StatusForm(
            presenter.services,
            life,
            today=presenter.program.today(),
            word=presenter.word,
            parent=parent or self._page,
        )
        form.submitted.connect(lambda: self._note(form, on_noted))
        form.open()

    def _note(self, form: StatusForm, on_noted: Callable[[], None]) -> None:
        command = form.command()
        if command is not None:
            self._keep(form, command, on_noted)

    def _keep(self, form: StatusForm, command: RecordStatus, on_noted: Callable[[], None]) -> None:
        presenter = self._presenter

        def noted() -> None:
            form.accept()
            name = f"{command.code} {presenter.word('reform_status', command.code)}"
            presenter.services.notices.done(
                self.tr("{number}: {status}").format(number=command.number, status=name),
                self._advice(command.code),
            )
            on_noted()

        presenter.note(
            command,
            lambda _status: noted(),
            lambda refusal: form.refuse(
                [(each.where or "", presenter.sentence(each)) for each in faults_of(refusal)]
            ),
        )

    def _advice(self, code: str) -> str:
        advice = self._presenter.word("reform_advice", code)
        return "" if advice == code else advice

    def _ask_for_messages(self) -> None:
        ask_for_files(
            self._page,
            self.tr("Import life cycle messages"),
            self.tr("Messages (*.xml)"),
            self.import_messages,
        )

    def _taken_in(self, outcome: MessagesOutcome) -> None:
        presenter = self._presenter
        kept = sum(len(taken.kept) for _, taken in outcome.done)
        known = sum(taken.is_duplicate for _, taken in outcome.done)
        summary = self.tr("Statuses kept: {kept}. Messages known already: {known}.").format(
            kept=kept, known=known
        )
        if outcome.refused:
            FaultReport(
                presenter.services,
                title=self.tr("Import life cycle messages"),
                summary=summary,
                faults=[
                    (path.name, presenter.error_text(refusal)) for path, refusal in outcome.refused
                ],
                parent=self._page,
            ).open()
            return
        presenter.services.notices.done(self.tr("Messages imported"), summary)

    def _tell_receipts(self) -> None:
        self._presenter.tell_receipts(self._told)

    def _told(self, told: ToldReceipts) -> None:
        self._presenter.services.notices.done(
            self.tr("Receipts told by a 212: {count}").format(count=told.statuses),
            self.tr("Documents concerned: {count}").format(count=told.invoices),
        )

    def _ask_for_folder(self) -> None:
        ask_for_folder(
            self._page,
            self.tr("Write our messages to a folder"),
            lambda folder: self._presenter.write_messages(folder, self._written),
        )

    def _written(self, written: WrittenMessages) -> None:
        text = self.tr("Messages written: {count}").format(count=len(written.paths))
        folder = str(written.paths[0].parent) if written.paths else ""
        self._presenter.services.notices.done(text, folder)
