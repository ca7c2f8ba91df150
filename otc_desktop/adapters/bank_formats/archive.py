"""Statement files that a bank packed into a ZIP, read in memory only."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from otc_desktop.domain.shared.errors import InputFileError

_MOST_MEMBERS = 1000
_DEFECTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,  # an encrypted member
    OSError,
    ValueError,
    KeyError,
    IndexError,
)
_READABLE_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def archive_members(content: bytes, *, largest: int) -> Iterator[tuple[str, bytes]]:
    """Each file of the archive with its name; what desktop systems add is left out.

    Args:
        content: the archive.
        largest: bytes that all members together may expand to.

    Raises:
        InputFileError: `bank_file.archive_unsafe_name` when a member's name points outside
            the archive, `bank_file.archive_damaged`, `bank_file.archive_encrypted`,
            `bank_file.too_large`.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        members = archive.infolist()
    except _DEFECTS as problem:
        raise InputFileError("bank_file.archive_damaged") from problem
    if len(members) > _MOST_MEMBERS:
        raise InputFileError("bank_file.too_large", members=len(members), limit=_MOST_MEMBERS)
    for member in members:
        _refuse_unsafe(member)
    left = largest
    for member in members:
        if _is_file_of_the_bank(member):
            data = _expanded(archive, member, left)
            left -= len(data)
            if left < 0:
                raise InputFileError("bank_file.too_large", limit=largest)
            yield member.filename, data


def _refuse_unsafe(member: zipfile.ZipInfo) -> None:
    # Nothing is ever written to disk under such a name, but an archive with one was not
    # made by a bank: none of it can be trusted.
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.filename:
        raise InputFileError("bank_file.archive_unsafe_name", member=member.filename[:200])
    if member.flag_bits & 0x1:
        raise InputFileError("bank_file.archive_encrypted", member=member.filename[:200])


def _is_file_of_the_bank(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    return not (
        member.is_dir() or "__MACOSX" in path.parts or path.name in {".DS_Store", "Thumbs.db"}
    )


def _expanded(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    if member.compress_type not in _READABLE_METHODS:
        raise InputFileError("bank_file.archive_damaged", member=member.filename[:200])
    try:
        with archive.open(member) as stream:
            # The size that the header claims may lie: never read more than is allowed.
            return stream.read(left + 1)
    except _DEFECTS as problem:
        raise InputFileError("bank_file.archive_damaged", member=member.filename[:200]) from problem
