"""The copies of the books: those that were made, one more, and who could read them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.settings.backups_presenter import BackupsPresenter, CopiesState, CopyRow
from otc_desktop.ui.settings.passphrase_form import PassphraseForm
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH, _HEIGHT = 860, 440


class BackupsDialog(QDialog):
    """Makes a copy now, chooses the passphrase, shows what was made.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Backups"))
        self.services = services
        self.presenter = BackupsPresenter(services, program, self)
        self._rows = ShortList[CopyRow](lambda row: row.copy.file.name)
        self.bar = ActionBar(self)
        add = self.bar.add
        self.now = add(self.tr("Back up now"), self._back_up, shortcut="Ctrl+Return", primary=True)
        self.elsewhere = add(
            self.tr("Copy elsewhere…"),
            self._ask_where,
            shortcut="Ctrl+S",
            tip=self.tr("A copy on a key or another disk, encrypted if you like"),
        )
        self.words = add(self.tr("Passphrase…"), self._ask_passphrase, shortcut="Ctrl+P")
        self.open_folder = add(self.tr("Open the folder"), self._show_folder, shortcut="Ctrl+O")
        self.state = ToneLabel(self)
        self.state.say(Tone.NEUTRAL, "")
        self.list: ListView[CopyRow] = ListView(
            services,
            self._rows,
            _columns(self.presenter),
            name="settings.backups",
            empty=EmptyState(
                title=self.tr("No copy yet"),
                hint=self.tr(
                    "Back up now, and let the program do it every day: File, Scheduled jobs, "
                    "Backup."
                ),
            ),
            parent=self,
        )
        self.list.totals_bar.hide()
        self.news = ToneLabel(self)
        self.news.say(Tone.NEUTRAL, "")
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.state)
        column.addWidget(self.list, 1)
        column.addWidget(self.news)
        self.resize(_WIDTH, _HEIGHT)
        self.presenter.shown.connect(self._show)
        self.presenter.made.connect(self._tell)
        self.presenter.refused.connect(self._refused)
        self.presenter.load()

    def _show(self, state: CopiesState) -> None:
        self._rows.show(state.rows)
        self.list.reload()
        if state.sealed:
            self.state.say(Tone.GOOD, self.tr("The next copies will be encrypted."))
        else:
            text = self.tr("The next copies will not be encrypted: choose a passphrase.")
            self.state.say(Tone.WARNING, text)

    def _back_up(self) -> None:
        self._busy(True)
        self.presenter.back_up(on_end=partial(self._busy, False))

    def _ask_where(self) -> None:
        file, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Copy of the books"),
            str(self.presenter.folder.parent),
            self.tr("Copies (*.otcbackup *.sqlite)"),
        )
        if file:
            self.ask_passphrase_for(Path(file))

    def ask_passphrase_for(self, target: Path) -> None:
        """Copy the books there, once the user said by which passphrase, if by any."""
        form = PassphraseForm(self.services, optional=True, parent=self)

        def copy() -> None:
            if form.is_same():
                form.accept()
                self._busy(True)
                self.presenter.copy_to(target, form.passphrase(), on_end=partial(self._busy, False))

        form.submitted.connect(copy)
        form.open()

    def _ask_passphrase(self) -> None:
        form = PassphraseForm(self.services, optional=True, parent=self)

        def refuse(problem: OtcError) -> None:
            form.refuse([(problem.where or "passphrase", self.presenter.error_text(problem))])

        def keep() -> None:
            if form.is_same():
                self.presenter.keep_passphrase(
                    form.passphrase(), on_done=form.accept, on_error=refuse
                )

        form.submitted.connect(keep)
        form.open()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.presenter.folder)))

    def _busy(self, working: bool) -> None:
        for action in (self.now, self.elsewhere):
            action.setEnabled(not working)

    def _tell(self, file: Path) -> None:
        text = self.tr("Copied and read back: {file}").format(file=file)
        self.news.say(Tone.GOOD, text)

    def _refused(self, problem: OtcError) -> None:
        self.news.say(Tone.BAD, self.presenter.error_text(problem))


def _columns(presenter: BackupsPresenter) -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(
            name="made_at",
            title=translate("Backups", "Made"),
            width=150,
            value=lambda row: presenter.moment(row.copy.made_at),
        ),
        Column(
            name="file",
            title=translate("Backups", "Copy"),
            width=340,
            value=lambda row: row.copy.file.name,
        ),
        Column(
            name="size",
            title=translate("Backups", "Size"),
            width=90,
            value=lambda row: presenter.size(row.copy),
        ),
        Column(
            name="protection",
            title=translate("Backups", "Protection"),
            kind=ColumnKind.STATUS,
            width=180,
            value=lambda row: presenter.protection(row.copy),
        ),
    )
