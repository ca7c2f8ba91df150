"""Copies of kept files for the system's viewers: private, read-only, gone at the end."""

import atexit
import hashlib
import shutil
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from otc_desktop.adapters.storage.files import told_in_our_words

_OWNER_ENTERS = stat.S_IRWXU
_OWNER_READS = stat.S_IRUSR


class PrivateViewerFiles:
    """The `ViewerFiles` over the system's temporary folder."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def put(self, name: str, content: bytes) -> Path:
        """Write a read-only copy; the same bytes under the same name are written once.

        A viewer's change would be lost with the folder, so that none is allowed.

        Raises:
            ExternalError: `files.disk_full`, `files.not_writable`.
        """
        with told_in_our_words(Path(name)):
            folder = self._own_folder() / hashlib.sha256(content).hexdigest()[:16]
            folder.mkdir(mode=_OWNER_ENTERS, exist_ok=True)
            path = folder / name
            if not path.exists():
                path.write_bytes(content)
                path.chmod(_OWNER_READS)
        return path

    def clear(self) -> None:
        """Remove all copies; one that a viewer still holds open stays until the system cleans."""
        if self._folder is not None:
            shutil.rmtree(self._folder, onerror=_writable_and_again)
            self._folder = None

    def _own_folder(self) -> Path:
        if self._folder is None or not self._folder.is_dir():
            # mkdtemp makes a folder that nobody else can enter.
            self._folder = Path(tempfile.mkdtemp(prefix="otc-desktop-"))
            atexit.register(self.clear)
        return self._folder


def _writable_and_again(remove: Callable[[str], Any], path: str, _problem: Any) -> None:
    """Windows removes no read-only file."""
    try:
        Path(path).chmod(stat.S_IWRITE)
        remove(path)
    except OSError:
        return
