"""A piece of long work as it sees itself: progress out, cancellation in."""

from typing import Protocol


class Task(Protocol):
    """Handed to every use case; the window, the console and tests each bring their own."""

    def progress(self, done: int, total: int) -> None:
        """Say how far the work is; `total` 0 means unknown."""

    def check_cancelled(self) -> None:
        """Stop here if the user asked for it.

        Raises:
            Cancelled: caught by whoever started the task; nothing more is committed.
        """


class SilentTask:
    """A task nobody watches and nobody stops."""

    def progress(self, done: int, total: int) -> None:
        """Nobody looks."""

    def check_cancelled(self) -> None:
        """Nobody stops it."""
