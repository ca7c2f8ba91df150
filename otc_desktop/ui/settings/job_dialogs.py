"""The smaller windows of scheduled jobs: a date foreseen, past runs, the system's planner."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.scheduling.jobs import JobPreview
from otc_desktop.domain.scheduling.job import JobName, JobRun
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.settings.jobs_presenter import JobsPresenter
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH, _HEIGHT = 640, 320


class _Window(QDialog):
    """A window with one button that closes it; Escape does, too."""

    def __init__(self, presenter: JobsPresenter, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.presenter = presenter
        self.column = QVBoxLayout(self)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)
        self.resize(_WIDTH, _HEIGHT)


class ForecastDialog(_Window):
    """What a date would bring; nothing is written."""

    def __init__(self, presenter: JobsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(presenter, "", parent)
        self.setWindowTitle(self.tr("Dry run"))
        today = presenter.program.today()
        self.day = DateEdit(presenter.services.formats, today=today, parent=self)
        self.day.set_date(today)
        form = QFormLayout()
        form.addRow(self.tr("&On"), self.day)
        self.lines = QLabel(self)
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self.lines.setWordWrap(True)
        hint = QLabel(self.tr("Nothing is written and nothing leaves."), self)
        hint.setProperty("muted", True)
        self.column.addLayout(form)
        self.column.addWidget(self.lines, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(hint)
        self.column.addLayout(self.buttons)
        self.day.date_changed.connect(self._ask)
        presenter.foreseen.connect(self._show)
        self._ask(today)

    def _ask(self, day: date | None) -> None:
        if day is not None:
            self.presenter.foresee(day)

    def _show(self, previews: Sequence[JobPreview]) -> None:
        self.lines.setText("\n".join(self.presenter.preview_line(each) for each in previews))


class RunsDialog(_Window):
    """The latest runs of a job, with everything that went wrong."""

    def __init__(
        self, presenter: JobsPresenter, job: JobName, parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter, presenter.word("job", job.value), parent)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels(
            [self.tr("Started"), self.tr("Result"), self.tr("What it did"), self.tr("By")]
        )
        self.tree.setRootIsDecorated(False)
        self.tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.column.addWidget(self.tree, 1)
        self.column.addLayout(self.buttons)
        self.resize(_WIDTH + 200, _HEIGHT)
        presenter.told.connect(self._show)
        presenter.tell(job)

    def _show(self, runs: Sequence[JobRun]) -> None:
        self.tree.clear()
        for run in runs:
            mark = self.presenter.outcome(run)
            text = self.presenter.result(run)
            item = QTreeWidgetItem(
                [
                    self.presenter.moment(run.started_at),
                    f"{mark.tone.glyph} {mark.text}",
                    text,
                    run.holder.partition(" ")[0],
                ]
            )
            everything = [self.presenter.problem(problem) for problem in run.problems]
            item.setToolTip(2, "\n".join(everything) or text)
            self.tree.addTopLevelItem(item)
        for column in (0, 1, 3):
            self.tree.resizeColumnToContents(column)


class PlannerDialog(_Window):
    """The system's own task planner: what would be handed to it, put there and taken away."""

    def __init__(self, presenter: JobsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(presenter, "", parent)
        self.setWindowTitle(self.tr("Task of the system"))
        hint = QLabel(
            self.tr(
                "While no window is open, the system can run what is due (otc run-due), every "
                "quarter of an hour. This is what is handed to it:"
            ),
            self,
        )
        hint.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.state = ToneLabel(self)
        self.install = QPushButton(self.tr("&Install"), self)
        self.remove = QPushButton(self.tr("&Remove"), self)
        for button, action in (
            (self.install, presenter.program.planner.install),
            (self.remove, presenter.program.planner.uninstall),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, do=action: self._do(do))
            self.buttons.insertWidget(self.buttons.count() - 1, button)
        self.column.addWidget(hint)
        self.column.addWidget(self.text, 1)
        self.column.addWidget(self.state)
        self.column.addLayout(self.buttons)
        self.state.say(Tone.NEUTRAL, "")
        self._look()

    def _look(self) -> None:
        planner = self.presenter.program.planner
        self.presenter.ask(
            lambda: (planner.instructions(), planner.installed()),
            on_done=self._show,
            on_error=self._refused,
        )

    def _show(self, found: tuple[str, bool | None]) -> None:
        text, installed = found
        self.text.setPlainText(text)
        if installed:
            self.state.say(Tone.GOOD, self.tr("Installed on this machine."))
        elif installed is False:
            self.state.say(Tone.INFO, self.tr("Not installed on this machine."))
        self.remove.setEnabled(installed is not False)

    def _do(self, action: object) -> None:
        assert callable(action)  # noqa: S101  # connected above
        for button in (self.install, self.remove):
            button.setEnabled(False)
        self.presenter.ask(action, on_done=self._done, on_error=self._refused)

    def _done(self, _nothing: None) -> None:
        self.install.setEnabled(True)
        self.state.say(Tone.GOOD, self.tr("Done."))
        self._look()

    def _refused(self, refusal: OtcError) -> None:
        self.install.setEnabled(True)
        self.state.say(Tone.BAD, self.presenter.error_text(refusal))
