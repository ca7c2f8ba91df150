"""Shows long work with its progress, and a button that stops it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from otc_desktop.ui.kernel.tasks import Job, TaskRunner

_SHOW_AFTER_MS = 300
# A progress bar counts in 32-bit numbers; a file may have more bytes.
_STEPS = 1_000


class BusyBar(QWidget):
    """Follows the labelled jobs of the task runner; short ones never flicker into sight."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._jobs: list[Job] = []
        self._progress: dict[Job, tuple[int, int]] = {}
        self._label = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self.cancel_button = QToolButton(self)
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setProperty("quiet", True)
        self.cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.addWidget(self._label)
        row.addWidget(self._bar)
        row.addWidget(self.cancel_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOW_AFTER_MS)
        self._timer.timeout.connect(self._show_if_busy)
        tasks.job_started.connect(self._on_started)
        tasks.job_progressed.connect(self._on_progress)
        tasks.job_finished.connect(self._on_finished)
        self.hide()

    def text(self) -> str:
        """What the bar says is being done."""
        return self._label.text()

    def _on_started(self, job: Job) -> None:
        if job.label:
            self._jobs.append(job)
            if not self._timer.isActive() and self.isHidden():
                self._timer.start()
            self._draw()

    def _on_progress(self, job: Job, done: int, total: int) -> None:
        if job in self._jobs:
            self._progress[job] = (done, total)
            self._draw()

    def _on_finished(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            self._progress.pop(job, None)
            self._draw()

    def _show_if_busy(self) -> None:
        self.setVisible(bool(self._jobs))

    def _draw(self) -> None:
        if not self._jobs:
            self._timer.stop()
            self.hide()
            return
        job = self._jobs[0]
        more = len(self._jobs) - 1
        self._label.setText(f"{job.label} (+{more})" if more else job.label)
        done, total = self._progress.get(job, (0, 0))
        self._bar.setRange(0, _STEPS if total else 0)
        if total:
            self._bar.setValue(min(done, total) * _STEPS // total)
        self.cancel_button.setEnabled(not job.cancelled)

    def _cancel(self) -> None:
        if self._jobs:
            self._tasks.cancel(self._jobs[0])
            self.cancel_button.setEnabled(False)
