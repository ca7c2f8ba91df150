"""Progress of long work on the terminal's error stream."""

import time
from typing import TextIO

_SECONDS_BETWEEN = 0.2


class ConsoleTask:
    """A task watched from a terminal; Ctrl+C stops it between two steps."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._last = 0.0

    def progress(self, done: int, total: int) -> None:
        """Show how far it is, a few times a second, and only to a person."""
        now = time.monotonic()
        if not self._stream.isatty() or now - self._last < _SECONDS_BETWEEN:
            return
        self._last = now
        self._stream.write(f"\r{done}/{total}" if total else f"\r{done}")
        self._stream.flush()

    def check_cancelled(self) -> None:
        """Ctrl+C arrives as KeyboardInterrupt and rolls back by itself."""
