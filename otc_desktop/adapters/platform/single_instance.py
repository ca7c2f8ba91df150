"""One window per database file; the command line may work beside it."""

from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from otc_desktop.domain.shared.errors import ConflictError, ExternalError


class WindowLock:
    """Held by the window as long as it shows a SQLite file; for `with`, or `take` and `give_back`.

    The lock is the operating system's: it falls with the process that held it, so that a
    file left behind by a crash stands in nobody's way. It falls with this object as well:
    keep it as long as the window stands.

    Args:
        database: the SQLite file.
    """

    def __init__(self, database: Path) -> None:
        self._database = database.resolve()
        self._lock = FileLock(self._database.with_name(f"{self._database.name}.window.lock"))

    def take(self) -> None:
        """Be the only window.

        Raises:
            ConflictError: `program.already_open` when another window shows the file.
            ExternalError: `files.not_writable` when nothing can be written beside it.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout as problem:
            raise ConflictError("program.already_open", database=str(self._database)) from problem
        except (OSError, NotImplementedError) as problem:
            raise ExternalError(
                "files.not_writable", retryable=False, path=str(self._database)
            ) from problem

    def give_back(self) -> None:
        """Let another window open the file."""
        self._lock.release()

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.give_back()
