"""What customers still owe by the lines of somebody else's ledger: what is not lettered.

Pure: lines go in one by one, so that a million of them need the memory of what stays open.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

CUSTOMERS = "411"
LONGEST_NUMBER = 35
_SALES = ("70", "4457", "4458", "4191", "4197", "4198")
_CASH = ("51", "53", "58")
_OPENING_CODES = frozenset({"AN", "RAN", "ANO", "A-N", "ANOUV", "AN1", "OUV"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """A line of a ledger from outside; `line` is its place in the file, 1-based.

    `signed_minor` is the amount in cents of euro, positive for a debit.
    """

    line: int
    journal: str
    entry: str
    entry_on: date
    account: str
    account_name: str
    auxiliary: str
    auxiliary_name: str
    piece: str
    piece_on: date | None
    label: str
    signed_minor: int
    letter: str
    currency: str = ""


@dataclass(frozen=True, slots=True)
class UnbalancedEntry:
    """An entry whose debits and credits differ, and by how much (debit less credit)."""

    journal: str
    entry: str
    line: int
    difference_minor: int


class BalanceCheck:
    """Whether a ledger balances, as a whole and entry by entry."""

    def __init__(self) -> None:
        self.debit_minor = 0
        self.credit_minor = 0
        self.lines = 0
        # Only what does not balance yet is kept; most entries stand line after line.
        self._open: dict[tuple[str, str], list[int]] = {}

    def add(self, line: LedgerLine, debit_minor: int, credit_minor: int) -> None:
        """Take one line in."""
        self.lines += 1
        self.debit_minor += debit_minor
        self.credit_minor += credit_minor
        key = (line.journal, line.entry)
        held = self._open.get(key)
        if held is None:
            if line.signed_minor:
                self._open[key] = [line.signed_minor, line.line]
            return
        held[0] += line.signed_minor
        if not held[0]:
            del self._open[key]

    def unbalanced(self) -> Iterator[UnbalancedEntry]:
        """The entries that don't balance, in the order of the file."""
        for (journal, entry), (difference, line) in self._open.items():
            yield UnbalancedEntry(journal, entry, line, difference)


class OpenKind(StrEnum):
    """What an open amount is: payments without an invoice are credits, too."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    ON_ACCOUNT = "on_account"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAmount:
    """What is open of one document: `open_minor` of `total_minor`, both signed."""

    auxiliary: str
    number: str
    kind: OpenKind
    issued_on: date
    total_minor: int
    open_minor: int
    label: str
    currency: str
    line: int


@dataclass(slots=True)
class AuxiliaryAccount:
    """One customer of a ledger: its balance, and the lines that nothing settles.

    `is_collective` means lines of a 411 account that name no customer.
    """

    code: str
    name: str
    is_collective: bool
    balance_minor: int = 0
    first_line: int = 0
    _loose: list[LedgerLine] = field(default_factory=list)
    _lettered: dict[tuple[str, str], tuple[int, list[LedgerLine]]] = field(default_factory=dict)

    def add(self, line: LedgerLine) -> None:
        """Take one line in."""
        self.balance_minor += line.signed_minor
        self.first_line = self.first_line or line.line
        if not line.letter:
            if line.signed_minor:
                self._loose.append(line)
            return
        key = (line.account, line.letter)
        balance, lines = self._lettered.get(key, (0, []))
        lines.append(line)
        balance += line.signed_minor
        if balance:
            self._lettered[key] = (balance, lines)
        else:
            self._lettered.pop(key, None)

    def open_lines(self) -> Iterator[tuple[LedgerLine, int]]:
        """The lines with something open, and how much; payments settle the oldest first."""
        for line in self._loose:
            yield line, line.signed_minor
        for balance, lines in self._lettered.values():
            yield from _rest(balance, lines)


class CustomerLedger:
    """The customers' side of a ledger from outside."""

    def __init__(self) -> None:
        self.accounts: dict[str, AuxiliaryAccount] = {}
        self.left_aside: Counter[str] = Counter()
        self._uses: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, line: LedgerLine) -> None:
        """Take one line in; lines of other accounts tell what their journal is for."""
        account = line.account
        if account.startswith(_SALES):
            self._uses[line.journal]["sales"] += 1
        elif account.startswith(_CASH):
            self._uses[line.journal]["cash"] += 1
        if not account.startswith(CUSTOMERS):
            if account.startswith(("413", "416", "4191")):
                self.left_aside[account] += line.signed_minor
            return
        code, name, is_collective = _customer(line)
        known = self.accounts.get(code)
        if known is None:
            known = self.accounts[code] = AuxiliaryAccount(code, name, is_collective)
        elif name and known.name == known.code:
            known.name = name
        known.add(line)

    def open_amounts(self) -> list[OpenAmount]:
        """What is open, document by document, each with a number no other one has."""
        merged: dict[tuple[str, str, str], list[tuple[LedgerLine, int]]] = defaultdict(list)
        for account in self.accounts.values():
            for line, left in account.open_lines():
                piece = line.piece or f"{line.journal}-{line.entry}"
                merged[account.code, piece, line.journal].append((line, left))
        pieces = Counter(piece for _, piece, _ in merged)
        found: list[OpenAmount] = []
        used: set[str] = set()
        for (code, piece, journal), parts in merged.items():
            if not sum(left for _, left in parts):
                continue
            number = piece if pieces[piece] == 1 else f"{piece}-{code}"
            unique = _unused(number, used)
            found.append(self._document(code, unique, journal, parts))
        return found

    def _document(
        self, code: str, number: str, journal: str, parts: Sequence[tuple[LedgerLine, int]]
    ) -> OpenAmount:
        open_minor = sum(left for _, left in parts)
        side = [line for line, left in parts if left * open_minor > 0]
        total = sum(line.signed_minor for line in side)
        if abs(total) < abs(open_minor) or total * open_minor < 0:
            total = open_minor
        first = min(side, key=lambda line: (line.piece_on or line.entry_on, line.line))
        currencies = {line.currency for line in side if line.currency not in ("", "EUR")}
        return OpenAmount(
            auxiliary=code,
            number=number,
            kind=self._kind(journal, open_minor),
            issued_on=first.piece_on or first.entry_on,
            total_minor=total,
            open_minor=open_minor,
            label=first.label,
            currency=next(iter(sorted(currencies)), ""),
            line=first.line,
        )

    def _kind(self, journal: str, open_minor: int) -> OpenKind:
        if open_minor > 0:
            return OpenKind.INVOICE
        uses = self._uses[journal]
        is_sales = uses["sales"] > uses["cash"] or journal.upper() in _OPENING_CODES
        return OpenKind.CREDIT_NOTE if is_sales else OpenKind.ON_ACCOUNT


def _customer(line: LedgerLine) -> tuple[str, str, bool]:
    """The customer's code and name: of the auxiliary account, else of an account of its own."""
    if line.auxiliary:
        return line.auxiliary, line.auxiliary_name or line.auxiliary, False
    is_collective = not line.account[len(CUSTOMERS) :].strip("0")
    return line.account, line.account_name or line.account, is_collective


def _rest(balance: int, lines: Iterable[LedgerLine]) -> Iterator[tuple[LedgerLine, int]]:
    """What a partial lettering leaves open: the other side settles the oldest lines first."""
    ordered = sorted(lines, key=lambda line: (line.piece_on or line.entry_on, line.line))
    same = [line for line in ordered if line.signed_minor * balance > 0]
    settled = sum(line.signed_minor for line in same) - balance
    for line in same:
        taken = min(abs(line.signed_minor), abs(settled))
        taken = taken if line.signed_minor > 0 else -taken
        settled -= taken
        if line.signed_minor != taken:
            yield line, line.signed_minor - taken


def _unused(number: str, used: set[str]) -> str:
    wanted, place = number[:LONGEST_NUMBER], 1
    while wanted in used:
        place += 1
        ending = f"-{place}"
        wanted = number[: LONGEST_NUMBER - len(ending)] + ending
    used.add(wanted)
    return wanted
