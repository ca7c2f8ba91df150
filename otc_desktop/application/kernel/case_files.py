"""Files of a case as one ZIP, for whoever collects a claim."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

LARGEST_CASE = 200_000_000


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One file of a case: a name of ours, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCase:
    """What was written; `size` of the ZIP in bytes."""

    path: Path
    files: int
    size: int
    sha256: str


class CaseFiles(Protocol):
    """Writes cases."""

    def write(self, path: Path, files: Iterable[CaseFile], *, largest: int) -> WrittenCase:
        """A ZIP, written atomically, one file in memory at a time; same files, same bytes.

        Raises:
            RuleError: `dunning.case_too_large` beyond `largest` bytes of content.
            ExternalError: `files.disk_full`, `files.not_writable`; no half file is left.
        """
