"""Files of a case as one ZIP, for whoever collects a claim."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from otc_desktop.domain.shared.text import fold

LARGEST_CASE = 200_000_000
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._+-]+")
_LONGEST_NAME = 100


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


def safe_name(name: str) -> str:
    """A name that no system and no path can be fooled with."""
    cleaned = _NOT_IN_A_NAME.sub("-", fold(name)).strip("-.")
    if len(cleaned) > _LONGEST_NAME:
        stem, dot, suffix = cleaned.rpartition(".")
        cleaned = stem[: _LONGEST_NAME - len(suffix) - 1] + dot + suffix[:10]
    return cleaned or "piece"
