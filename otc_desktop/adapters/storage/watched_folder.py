"""A folder into which statement files fall: which are whole, and where they go afterwards."""

import os
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from otc_desktop.domain.shared.errors import ExternalError

TAKEN_IN, REFUSED = "importés", "refusés"
# What browsers and transfer programs call a file that is still on its way.
_UNFINISHED = (".part", ".tmp", ".crdownload", ".download", ".partial", ".filepart", ".opdownload")
_SETTLED_SECONDS = 3.0
_LOOKED_AGAIN_SECONDS = 0.5
_FRESH_SECONDS = 600.0
_MOST_FILES = 1_000


class LocalStatementFolders:
    """The `StatementFolders` of local and network drives.

    Args:
        fresh_seconds: how long a file that can't be read is given to become whole.
    """

    def __init__(self, *, fresh_seconds: float = _FRESH_SECONDS) -> None:
        self._fresh_seconds = fresh_seconds

    def can_watch(self, folder: Path) -> bool:
        """Whether it is a folder whose files can be read and moved."""
        return folder.is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)

    def waiting(self, folder: Path, *, now: datetime) -> Sequence[Path]:
        """Files that nobody is writing any more, the oldest first.

        A file that changed in the last seconds is looked at twice: while it grows, it waits.
        """
        found = [
            (state, path)
            for path in sorted(folder.iterdir())[:_MOST_FILES]
            if not _is_unfinished(path) and (state := _state(path)) is not None
        ]
        if any(now.timestamp() - changed < _SETTLED_SECONDS for (changed, _), _ in found):
            time.sleep(_LOOKED_AGAIN_SECONDS)
        whole = [(state, path) for state, path in found if _state(path) == state]
        return [path for _, path in sorted(whole)]

    def is_fresh(self, path: Path, *, now: datetime) -> bool:
        """Whether a file changed so lately that more of it may still come."""
        state = _state(path)
        return state is not None and now.timestamp() - state[0] < self._fresh_seconds

    def file_away(self, path: Path, *, note: str) -> Path:
        """Move a file to those taken in, or, with the note beside it, to those refused.

        Raises:
            ExternalError: `files.not_writable`.
        """
        try:
            folder = path.parent / (REFUSED if note else TAKEN_IN)
            folder.mkdir(exist_ok=True)
            target = _free_name(folder, path)
            path.rename(target)
            if note:
                target.with_name(f"{target.name}.txt").write_text(note + "\n", encoding="utf-8")
        except OSError as problem:
            raise ExternalError("files.not_writable", retryable=False, path=str(path)) from problem
        return target


def _is_unfinished(path: Path) -> bool:
    return path.name.startswith((".", "~")) or path.name.lower().endswith(_UNFINISHED)


def _state(path: Path) -> tuple[float, int] | None:
    """When it last changed and its size; None for what is no file with something in it."""
    try:
        found = path.lstat()
    except OSError:
        return None
    # A link may lead anywhere; only the folder's own files are taken.
    if not path.is_file() or path.is_symlink() or not found.st_size:
        return None
    return found.st_mtime, found.st_size


def _free_name(folder: Path, path: Path) -> Path:
    """A name in the folder that no file has: statements often bear the same one each day."""
    target, count = folder / path.name, 1
    while target.exists():
        count += 1
        target = folder / f"{path.stem} ({count}){path.suffix}"
    return target
