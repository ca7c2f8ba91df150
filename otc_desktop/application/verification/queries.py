"""Proof that the live data keeps every invariant."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from otc_desktop.application.kernel.task import Task


@dataclass(frozen=True, slots=True)
class Check:
    """One invariant: whether it holds, and the first offenders where it does not."""

    name: str
    ok: bool
    detail: str


class Verification(Protocol):
    """Runs every check on the live data."""

    def run_checks(self, task: Task) -> Sequence[Check]:
        """All checks, in a fixed order; none stops another."""
