"""Work that leaves the GUI thread: read in parallel, write one after the other."""

import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar, final

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.errors import Cancelled, OtcError
from otc_desktop.ui.kernel.incidents import record_incident

T = TypeVar("T")

READING_THREADS = 3
# A second save waits its turn here instead of timing out on SQLite's one writer.
WRITING_THREADS = 1
_PROGRESS_INTERVAL = 0.05  # seconds: at most 20 reports a second reach the window


@final
class Job:
    """One submitted piece of work, as the window holds it.

    `label` names it in the busy bar; a job without one is too short to be shown.
    """

    __slots__ = ("_stop", "label", "writing")

    def __init__(self, *, label: str, writing: bool) -> None:
        self.label = label
        self.writing = writing
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()

    def _ask_to_stop(self) -> None:
        self._stop.set()


@dataclass(frozen=True, slots=True)
class _Progress:
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How a job ended: `error` None and not `cancelled` means `result` is the answer."""

    result: Any = None
    error: OtcError | None = None
    cancelled: bool = False


_Post = Callable[[Job, _Progress | _Outcome], None]


class _JobTask:
    """The `Task` handed to the work: throttles progress, raises when told to stop."""

    def __init__(self, job: Job, post: _Post) -> None:
        self._job = job
        self._post = post
        self._next_report = 0.0

    def progress(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now >= self._next_report or (total and done >= total):
            self._next_report = now + _PROGRESS_INTERVAL
            self._post(self._job, _Progress(done, total))

    def check_cancelled(self) -> None:
        if self._job.cancelled:
            raise Cancelled


class _Run(QRunnable):
    """Carries one job to a pool thread; owns no QObject and forgets the work once done."""

    def __init__(self, job: Job, work: Callable[[Task], Any], post: _Post) -> None:
        super().__init__()
        self._job = job
        self._work = [work]
        self._post = post

    def run(self) -> None:
        self._post(self._job, self._outcome())

    def _outcome(self) -> _Outcome:
        # Taken out: a closure over a widget must not wait here for a pool thread to drop it.
        work = self._work.pop()
        task = _JobTask(self._job, self._post)
        try:
            task.check_cancelled()
            return _Outcome(result=work(task))
        except Cancelled:
            return _Outcome(cancelled=True)
        except OtcError as refusal:
            return _Outcome(error=_without_frames(refusal))
        except Exception as problem:
            return _Outcome(error=record_incident(problem, during=self._job.label))


def _without_frames(error: OtcError) -> OtcError:
    # Frames would keep the work's locals alive into the GUI thread, sessions included.
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


@dataclass(slots=True)
class _Waiting:
    """What to call when a job ends. Kept in the GUI thread, which also drops it: a closure
    over a widget must not die in a worker."""

    owner: weakref.ref[QObject]
    work: Callable[[Task], Any]
    on_done: Callable[[Any], None]
    on_error: Callable[[OtcError], None] | None
    on_end: Callable[[], None] | None

    def owner_lives(self) -> bool:
        owner = self.owner()
        return owner is not None and shiboken6.isValid(owner)


class TaskRunner(QObject):
    """Runs use cases and queries off the GUI thread and brings their answers back to it.

    Lives as long as the program. Never call `processEvents()` to wait: a spinning GUI
    thread makes the worker several times slower; wait for `idle` in tests.

    Signals:
        idle: no job is left and every callback has run.
        job_started (Job): a job was submitted.
        job_progressed (Job, done, total): at most 20 a second; `total` 0 means unknown.
        job_finished (Job): done, failed or cancelled, after its callbacks.
        failed (OtcError): a job without `on_error` failed.
    """

    idle = Signal()
    job_started = Signal(object)
    job_progressed = Signal(object, object, object)
    job_finished = Signal(object)
    failed = Signal(object)
    # Carries nothing: what happened waits in a queue, so no Python object crosses in Qt.
    _news = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = QThreadPool(self)
        self._reading.setMaxThreadCount(READING_THREADS)
        self._writing = QThreadPool(self)
        self._writing.setMaxThreadCount(WRITING_THREADS)
        self._queue: SimpleQueue[tuple[Job, _Progress | _Outcome]] = SimpleQueue()
        self._waiting: dict[Job, _Waiting] = {}
        self._closed = False
        self._news.connect(self._take_one, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        owner: QObject,
        work: Callable[[Task], T],
        *,
        on_done: Callable[[T], None],
        on_error: Callable[[OtcError], None] | None = None,
        on_end: Callable[[], None] | None = None,
        label: str = "",
        writing: bool = False,
    ) -> Job:
        """Run `work` in a pool thread; callbacks come back in the GUI thread.

        Args:
            owner: callbacks are dropped when this object is gone; the work still finishes.
            work: plain Python; it must touch no QObject and return frozen data.
            on_done: gets the answer.
            on_error: gets the refusal; without it the `failed` signal tells the window.
            on_end: called last whatever happened, cancelled included (re-enable a button).
            label: shown with progress and Cancel; empty for what takes no time.
            writing: True for use cases that write: they run one after the other.
        """
        job = Job(label=label, writing=writing)
        if self._closed:
            job._ask_to_stop()
            return job
        self._waiting[job] = _Waiting(weakref.ref(owner), work, on_done, on_error, on_end)
        self.job_started.emit(job)
        (self._writing if writing else self._reading).start(_Run(job, work, self._post))
        return job

    def cancel(self, job: Job) -> None:
        """Ask a job to stop at its next `check_cancelled()`; what it began is rolled back."""
        job._ask_to_stop()

    def busy(self) -> bool:
        """Whether any job is not yet delivered."""
        return bool(self._waiting)

    def writing(self) -> bool:
        """Whether a job that writes is not yet delivered."""
        return any(job.writing for job in self._waiting)

    def shutdown(self) -> None:
        """Stop all jobs and wait for the threads; answers on their way are dropped."""
        self._closed = True
        for job in self._waiting:
            job._ask_to_stop()
        self._reading.waitForDone()
        self._writing.waitForDone()
        self._waiting.clear()

    def _post(self, job: Job, news: _Progress | _Outcome) -> None:
        """Called in pool threads."""
        self._queue.put((job, news))
        self._news.emit()

    def _take_one(self) -> None:
        # One item per signal: an error in one callback leaves the others untouched.
        job, news = self._queue.get()
        if job not in self._waiting:
            return
        if isinstance(news, _Progress):
            self.job_progressed.emit(job, news.done, news.total)
            return
        waiting = self._waiting.pop(job)
        try:
            self._deliver(job, waiting, news)
        finally:
            self.job_finished.emit(job)
            if not self._waiting:
                self.idle.emit()

    def _deliver(self, job: Job, waiting: _Waiting, outcome: _Outcome) -> None:
        if not waiting.owner_lives():
            return
        try:
            if outcome.error is not None:
                (waiting.on_error or self.failed.emit)(outcome.error)
            # A commit that was too late to stop has happened, and its screen must know.
            elif not outcome.cancelled and (job.writing or not job.cancelled):
                waiting.on_done(outcome.result)
        finally:
            if waiting.on_end is not None and waiting.owner_lives():
                waiting.on_end()
