"""`otc company differences`: which differences between receipt and invoice need no question."""

from dataclasses import fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from otc_desktop.application.company.difference_limits import (
    ReadDifferenceLimits,
    SetDifferenceLimits,
    read_difference_limits,
    set_difference_limits,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.grammar import command
from otc_desktop.cli.house import House
from otc_desktop.domain.shared.difference_limits import MOST, DifferenceLimits
from otc_desktop.domain.shared.errors import RuleError

_SAID = {
    "rounding": "written off as rounding up to this amount (0.05)",
    "bank_charges": "taken for bank charges up to this amount (35.00)",
    "bank_charges_percent": "and up to this share of what was owed (5)",
    "discount": "how far a deduction may be off the discount agreed (0.02)",
}


def add_limits(company: Any) -> None:
    """The grammar of `otc company differences`."""
    made = command(company, "differences", differences, "show or change the limits of differences")
    for name, said in _SAID.items():
        made.add_argument(f"--{name.replace('_', '-')}", metavar="LIMIT", help=said)


def differences(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Change the limits that are given, then show all."""
    limits = house.use_cases.run(read_difference_limits, ReadDifferenceLimits(), task)
    given = {name: getattr(options, name) for name in _SAID if getattr(options, name) is not None}
    if given:
        changed = replace(limits, **{name: _limit(name, text) for name, text in given.items()})
        limits = house.use_cases.run(
            set_difference_limits, SetDifferenceLimits(limits=changed), task
        )
    return {each.name: f"{getattr(limits, each.name):.2f}" for each in fields(DifferenceLimits)}


def _limit(name: str, text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as problem:
        raise RuleError(
            "company.bad_difference_limit", where=name, value=text, most=MOST[name]
        ) from problem
