"""Files of the user's disk: read within limits, written all or nothing."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from otc_desktop.domain.shared.errors import ExternalError, InputFileError

_DISK_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class LocalFiles:
    """The `FileStore` over local and network folders."""

    def read(self, path: Path, *, largest: int) -> bytes:
        """The whole file, of at most `largest` bytes.

        Raises:
            InputFileError: `files.not_found`, `files.too_large`, `files.not_readable` (also
                for a folder or a device: only regular files are read).
        """
        try:
            # Asked before opening: opening a pipe would wait for its writer for ever.
            if not stat.S_ISREG(path.stat().st_mode):
                raise InputFileError("files.not_readable", path=str(path))
            with path.open("rb") as source:
                content = source.read(largest + 1)
        except FileNotFoundError as problem:
            raise InputFileError("files.not_found", path=str(path)) from problem
        except (OSError, ValueError) as problem:  # ValueError: a zero byte in the name
            raise InputFileError("files.not_readable", path=str(path)) from problem
        if len(content) > largest:
            raise InputFileError(
                "files.too_large", path=str(path), largest_megabytes=max(1, largest // 1_000_000)
            )
        return content

    def open(self, path: Path, *, largest: int) -> BinaryIO:
        """The file for reading piece by piece; whoever opens it closes it.

        Raises:
            InputFileError: `files.not_found`, `files.too_large`, `files.not_readable`.
        """
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                raise InputFileError("files.not_readable", path=str(path))
            if found.st_size > largest:
                raise InputFileError(
                    "files.too_large",
                    path=str(path),
                    largest_megabytes=max(1, largest // 1_000_000),
                )
            return path.open("rb")
        except FileNotFoundError as problem:
            raise InputFileError("files.not_found", path=str(path)) from problem
        except (OSError, ValueError) as problem:
            raise InputFileError("files.not_readable", path=str(path)) from problem

    def write_atomically(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Write all or nothing: a full disk leaves no half file and an older one untouched.

        The bytes go to a file of another name in the same folder, reach the disk, and only
        then take the name. Whatever stops this, an error of `chunks` included, removes them.

        Raises:
            ExternalError: `files.disk_full`, `files.not_writable`.
        """
        partial = path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}.part")
        with told_in_our_words(path):
            target = partial.open("xb", buffering=0)
        try:
            for chunk in chunks:
                with told_in_our_words(path):
                    _write_all(target.fileno(), chunk)
            with told_in_our_words(path):
                os.fsync(target.fileno())
                target.close()
                partial.replace(path)
        except BaseException:
            with suppress(OSError):
                target.close()
            with suppress(OSError):
                partial.unlink()
            raise
        _make_name_durable(path.parent)


def _write_all(descriptor: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _make_name_durable(folder: Path) -> None:
    """A power cut after this keeps the new name; Windows does it by itself."""
    if os.name != "posix":
        return
    # The file stands already: a network folder that can't be synced is no failure.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def told_in_our_words(path: Path) -> Iterator[None]:
    """An error of the system as one of ours, naming the file.

    Raises:
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    try:
        yield
    except OSError as problem:
        code = "files.disk_full" if problem.errno in _DISK_FULL else "files.not_writable"
        raise ExternalError(code, retryable=False, path=str(path)) from problem
