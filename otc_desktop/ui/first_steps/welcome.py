"""The first question of an empty database: whose books will these be?"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.message_bar import MessageBar

_WIDTH = 520


class Welcome(QDialog):
    """Sets up the company from a file, or a fictitious one to try the program with.

    Args:
        services: the window's own services.
        set_up: sets up the company a file describes; runs off the GUI thread.
        make_demo: makes the demonstration company; runs off the GUI thread.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        set_up: Callable[[Path, Task], object],
        make_demo: Callable[[Task], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._set_up = set_up
        self._make_demo = make_demo
        self.setWindowTitle(self.tr("Welcome to OTC Desktop"))
        self.setMinimumWidth(_WIDTH)
        self.message_bar = MessageBar(self)
        title = QLabel(self.tr("These books are empty"), self)
        title.setProperty("heading", True)
        hint = QLabel(
            self.tr(
                "Discover the program with a fictitious company, or set up your own from its"
                " company.toml file."
            ),
            self,
        )
        hint.setWordWrap(True)
        self.demo_button = QPushButton(self.tr("&Try with the demonstration company"), self)
        self.demo_button.setDefault(True)
        self.file_button = QPushButton(self.tr("Set up my company from a &file…"), self)
        self._progress = QProgressBar(self)
        self._progress.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for widget in (
            title,
            hint,
            self.message_bar,
            self.demo_button,
            self.file_button,
            self._progress,
        ):
            column.addWidget(widget)
        self.demo_button.clicked.connect(self._choose_demo)
        self.file_button.clicked.connect(self._choose_file)
        services.tasks.job_progressed.connect(self._show_progress)

    def _choose_demo(self) -> None:
        self._start(self._make_demo, self.tr("Making the demonstration company"))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Company file"), "", self.tr("Company file (*.toml)")
        )
        if name:
            path = Path(name)
            self._start(lambda task: self._set_up(path, task), self.tr("Setting up the company"))

    def _start(self, work: Callable[[Task], object], label: str) -> None:
        self._let_choose(False)
        self._services.tasks.submit(
            self,
            work,
            on_done=lambda _: self.accept(),
            on_error=self._refused,
            label=label,
            writing=True,
        )

    def _refused(self, problem: OtcError) -> None:
        self._let_choose(True)
        self.message_bar.show_notice(self._services.errors.notice_of(problem))

    def _let_choose(self, free: bool) -> None:
        self.demo_button.setEnabled(free)
        self.file_button.setEnabled(free)
        self._progress.setVisible(not free)
        self._progress.setRange(0, 0)
        if not free:
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()

    def _show_progress(self, _job: object, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
