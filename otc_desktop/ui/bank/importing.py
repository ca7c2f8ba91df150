"""Statement files on their way in: taken in, asked about where need be, and reported."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.banking.watched_folder import import_waiting
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.bank.dialogs.bank_mappings import BankMappingsDialog
from otc_desktop.ui.bank.dialogs.import_result import ImportedFile, ImportResultDialog
from otc_desktop.ui.bank.dialogs.table_mapping import TableMappingDialog
from otc_desktop.ui.bank.dialogs.watched_folder import WatchedFolderDialog
from otc_desktop.ui.bank.table_presenter import FileAnswers, TablePresenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.file_choice import ask_for_file

_ACCOUNT_NEEDED = "banking.account_needed"
# What the program can't tell by itself and a person can.
_QUESTIONS = frozenset(
    {
        "bank_file.mapping_needed",
        "bank_file.undecidable_dates",
        "bank_file.undecidable_amounts",
        "bank_file.mixed_signs",
        _ACCOUNT_NEEDED,
    }
)


class StatementImport(QObject):
    """Imports files from buttons, drops and the watched folder.

    A file that leaves something open is asked about when the others are in; the report comes
    at the end, and tells of all.

    Args:
        services: what the window offers.
        program: the program behind it.
        window: whose dialogs these are.
    """

    def __init__(self, services: WindowServices, program: Program, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self.presenter = TablePresenter(services, program, self)
        self._use_cases = program.use_cases
        self._done: list[ImportedFile] = []
        self._asked: list[ImportedFile] = []

    def ask_for_files(self) -> None:
        """Let the user choose statement files."""
        dialog = QFileDialog(self._window, self.tr("Import bank statements"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.take_in([Path(name) for name in names]))
        dialog.open()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Import files; one that is refused stops no other."""
        self._submit([FileAnswers(path=path) for path in paths])

    def ask_for_table(self) -> None:
        """Let the user choose a table, and say how it is read."""
        ask_for_file(
            self._window,
            self.tr("Read a table of a bank"),
            self.tr("Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)"),
            lambda path: self._ask(ImportedFile(name=path.name, path=path)),
        )

    def show_mappings(self) -> None:
        """What is remembered, each of which can be forgotten."""
        BankMappingsDialog(self.presenter, self._window).open()

    def show_folder(self) -> None:
        """The folder this machine watches."""
        WatchedFolderDialog(self.presenter, self._window).open()

    def take_in_folder(self) -> None:
        """Import what waits in the watched folder."""

        def work(task: Task) -> list[ImportedFile]:
            found = import_waiting(self._use_cases, self.presenter.error_text, task)
            return [
                ImportedFile(
                    name=each.path.name,
                    path=each.path,
                    statements=each.statements,
                    refusal=each.refusal,
                )
                for each in found
            ]

        self._services.tasks.submit(
            self,
            work,
            on_done=self._on_folder,
            label=self.tr("Importing bank statements"),
            writing=True,
        )

    def _submit(self, files: Sequence[FileAnswers]) -> None:
        def take_in(answers: FileAnswers, task: Task) -> ImportedFile:
            path = answers.path
            command = ImportStatement(
                path=path,
                account=answers.account,
                mapping=answers.mapping,
                dates=answers.dates,
            )
            try:
                statements = self._use_cases.run(import_statement, command, task)
            except OtcError as refusal:
                return ImportedFile(name=path.name, path=path, refusal=refusal)
            return ImportedFile(name=path.name, path=path, statements=statements)

        self._services.tasks.submit(
            self,
            lambda task: [take_in(each, task) for each in files],
            on_done=self._on_taken_in,
            label=self.tr("Importing bank statements"),
            writing=True,
        )

    def _on_taken_in(self, files: Sequence[ImportedFile]) -> None:
        for each in files:
            asks = each.refusal is not None and each.refusal.code in _QUESTIONS
            (self._asked if asks else self._done).append(each)
        self._ask_or_report()

    def _on_folder(self, files: Sequence[ImportedFile]) -> None:
        if files:
            self._done += files
            self._ask_or_report()
        else:
            self._services.notices.done(self.tr("Nothing waits in the watched folder"), "")

    def _ask_or_report(self) -> None:
        if self._asked:
            self._ask(self._asked.pop(0))
        elif self._done:
            self._report()

    def _ask(self, file: ImportedFile) -> None:
        dialog = TableMappingDialog(
            self.presenter,
            FileAnswers(path=file.path),
            why="" if file.refusal is None else self.presenter.question(file.refusal),
            needs_account=file.refusal is not None and file.refusal.code == _ACCOUNT_NEEDED,
            parent=self._window,
        )
        dialog.answered.connect(lambda answers: self._submit([answers]))
        dialog.rejected.connect(lambda: self._leave(file))
        dialog.open()

    def _leave(self, file: ImportedFile) -> None:
        if file.refusal is not None:
            self._done.append(file)
        self._ask_or_report()

    def _report(self) -> None:
        files, self._done = self._done, []
        ImportResultDialog(
            self._services,
            files,
            finding_text=self.presenter.sentence,
            error_text=self.presenter.error_text,
            parent=self._window,
        ).open()
