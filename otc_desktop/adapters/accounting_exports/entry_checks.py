"""What must be true of entries before they leave for the bookkeeper's books."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from otc_desktop.application.kernel.ledger_files import (
    FecLine,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money

# The first three characters are digits of the chart of accounts (A47 A-1, VII).
_ACCOUNT = re.compile(r"[0-9]{3}")


@dataclass(slots=True)
class Tally:
    """What went by so far, in euro cents."""

    entries: int = 0
    lines: int = 0
    debit_minor: int = 0
    credit_minor: int = 0


def checked(
    lines: Iterable[FecLine], tally: Tally, *, continuous: bool = True
) -> Iterator[FecLine]:
    """The same lines, each looked at as it goes by; an entry's lines stand together.

    Args:
        lines: in order of validation, which is the order of the entries' numbers.
        tally: filled on the way.
        continuous: whether a missing number is refused (LPF A47 A-1 and
            BOI-CF-IOR-60-40-20: the sequence has no gap).

    Raises:
        RuleError: `ledger.bad_line` for a line with no or two sides, `ledger.bad_account`,
            `ledger.unbalanced_entry`, `ledger.gap_in_entry_numbers`.
    """
    current: FecLine | None = None
    debit = credit = 0
    for line in lines:
        if current is None or line.entry_number != current.entry_number:
            if current is not None:
                _refuse_unbalanced(current, debit, credit)
                if continuous:
                    _refuse_gap(current.entry_number, line.entry_number)
            current = line
            tally.entries += 1
            tally.debit_minor += debit
            tally.credit_minor += credit
            debit = credit = 0
        if line.debit_minor < 0 or line.credit_minor < 0:
            raise RuleError("ledger.bad_line", account=line.account)
        if (line.debit_minor == 0) == (line.credit_minor == 0):
            raise RuleError("ledger.bad_line", account=line.account)
        if not _ACCOUNT.match(line.account):
            raise RuleError("ledger.bad_account", account=line.account)
        debit += line.debit_minor
        credit += line.credit_minor
        tally.lines += 1
        yield line
    if current is not None:
        _refuse_unbalanced(current, debit, credit)
        tally.debit_minor += debit
        tally.credit_minor += credit


def _refuse_unbalanced(entry: FecLine, debit: int, credit: int) -> None:
    if debit != credit:
        raise RuleError(
            "ledger.unbalanced_entry",
            piece=entry.piece,
            debit=Money.from_minor(debit, EUR),
            credit=Money.from_minor(credit, EUR),
        )


def _refuse_gap(before: str, after: str) -> None:
    if not (before.isdecimal() and after.isdecimal() and int(after) == int(before) + 1):
        raise RuleError("ledger.gap_in_entry_numbers", before=before, after=after)
