"""Faults in the user's data: returned all at once, never raised one by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from otc_desktop.domain.shared.errors import RuleError


class Severity(StrEnum):
    """How much a finding matters: an error blocks, a warning is for the user to weigh."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or remark: a code with parameters, and the field it is about."""

    severity: Severity
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)
    where: str | None = None


def error(code: str, where: str | None = None, /, **params: Any) -> Finding:
    """A finding that blocks."""
    return Finding(Severity.ERROR, code, params, where)


def warning(code: str, where: str | None = None, /, **params: Any) -> Finding:
    """A finding to weigh."""
    return Finding(Severity.WARNING, code, params, where)


class BlockingFindings(RuleError):
    """Several faults at once stand against the intent; `findings` has them all."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        first = findings[0]
        super().__init__(first.code, where=first.where, **first.params)
        self.findings = findings


def refuse_if_blocking(findings: Iterable[Finding]) -> None:
    """Stop the intent when any finding is an error.

    Raises:
        BlockingFindings: with all errors, so that the user mends them in one go.
    """
    blocking = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    if blocking:
        raise BlockingFindings(blocking)
