"""The alarm clock of an open window: wakes every half minute and runs what is owed."""

import logging
import threading

from apscheduler.schedulers.background import BackgroundScheduler

from otc_desktop.domain.shared.errors import Cancelled, OtcError
from otc_desktop.scheduler.runner import JobRunner

_INTERVAL_SECONDS = 30
_log = logging.getLogger(__name__)


class BackgroundAlarm:
    """Runs owed jobs in a thread of its own; all truth is in the database.

    Args:
        runner: runs the jobs.
        interval: seconds between two looks.
    """

    def __init__(self, runner: JobRunner, *, interval: float = _INTERVAL_SECONDS) -> None:
        self._runner = runner
        self._stopping = threading.Event()
        # Looks missed while the computer slept are one look: what is owed is in the books.
        self._clock = BackgroundScheduler(
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        self._clock.add_job(self.look, "interval", seconds=interval)

    def start(self) -> None:
        """Begin; the first look comes after one interval, when the window stands."""
        self._clock.start()

    def stop(self) -> None:
        """End, after the job at work has come to a place where it can stop."""
        self._stopping.set()
        if not self._clock.running:
            return
        self._clock.shutdown(wait=True)
        try:
            self._runner.leave()
        except OtcError as problem:
            _log.warning("the lead was not given back: %s", problem)

    def look(self) -> None:
        """Run what is owed; a database that is away for a moment is asked again later."""
        try:
            self._runner.run_owed(self)
        except Cancelled:
            _log.info("stopped between two jobs")
        except OtcError as problem:
            _log.warning("nothing was run: %s", problem)
        except Exception:
            _log.exception("the scheduler's look broke")

    def progress(self, done: int, total: int) -> None:
        """Nobody looks."""

    def check_cancelled(self) -> None:
        """Stop between two steps when the window closes.

        Raises:
            Cancelled: the program is ending.
        """
        if self._stopping.is_set():
            raise Cancelled
