"""What the assistant imports: any use case whose command and result are an import's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from otc_desktop.application.kernel.imports import ImportKind, ImportResult, ImportTable
from otc_desktop.application.kernel.use_case import UseCase


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJob:
    """One kind of import.

    `title` names it in the window's language, `files` is a Qt name filter; `kind` is None
    where the file's columns are given by law and nothing is to be chosen. `facts` words what
    a result says beyond its rows, such as the proof of balances.
    """

    title: str
    files: str
    kind: ImportKind | None
    use_case: UseCase[Any, Any]
    command: Callable[..., ImportTable]
    facts: Callable[[ImportResult], list[str]] | None = None
