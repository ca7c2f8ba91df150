"""Files of a case as one ZIP, streamed to the disk."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from otc_desktop.application.kernel.case_files import CaseFile, WrittenCase, safe_name
from otc_desktop.application.kernel.ports import FileStore
from otc_desktop.domain.shared.errors import RuleError

# No day of the machine: the same files always make the same bytes.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".pdf", ".zip", ".xlsx", ".jpg", ".jpeg", ".png", ".docx")


class ZippedCases:
    """The `CaseFiles`.

    Args:
        files: writes all or nothing.
    """

    def __init__(self, files: FileStore) -> None:
        self._files = files

    def write(self, path: Path, files: Iterable[CaseFile], *, largest: int) -> WrittenCase:
        """A ZIP of the files.

        Raises:
            RuleError: `dunning.case_too_large`.
            ExternalError: `files.disk_full`, `files.not_writable`.
        """
        digest, size, count = hashlib.sha256(), 0, 0

        def counted() -> Iterator[bytes]:
            nonlocal size
            for chunk in _chunks(files, largest):
                digest.update(chunk)
                size += len(chunk)
                yield chunk

        def told() -> Iterator[CaseFile]:
            nonlocal count
            for each in files_given:
                count += 1
                yield each

        files_given, files = files, told()

        self._files.write_atomically(path, counted())
        return WrittenCase(path=path, files=count, size=size, sha256=digest.hexdigest())


class _Outlet(io.RawIOBase):
    """Where the ZIP is written to; what is taken is no longer held."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        held = bytes(piece)  # type: ignore[call-overload]  # whatever has a buffer
        self._held += held
        return len(held)

    def taken(self) -> bytes:
        """What was written since it was last asked."""
        piece = bytes(self._held)
        self._held.clear()
        return piece


def _chunks(files: Iterable[CaseFile], largest: int) -> Iterator[bytes]:
    outlet, held, names = _Outlet(), 0, set[str]()
    with ZipFile(outlet, "w") as archive:
        for each in files:
            held += len(each.content)
            if held > largest:
                raise RuleError("dunning.case_too_large", largest=largest // 1_000_000)
            archive.writestr(_entry(_unique(each.name, names)), each.content)
            yield outlet.taken()
    yield outlet.taken()


def _unique(name: str, taken: set[str]) -> str:
    cleaned = safe_name(name)
    stem, dot, suffix = cleaned.rpartition(".")
    found, place = cleaned, 1
    while found.casefold() in taken:
        place += 1
        found = f"{stem}-{place}{dot}{suffix}"
    taken.add(found.casefold())
    return found


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _NO_DAY)
    entry.compress_type = ZIP_STORED if name.endswith(_PACKED_ALREADY) else ZIP_DEFLATED
    # As a file that its owner may write and everybody read.
    entry.external_attr = 0o644 << 16
    return entry
