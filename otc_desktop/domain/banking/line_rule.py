"""Rules that say to which ledger account a bank line goes that no customer's invoice explains."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankAccountId
from otc_desktop.domain.shared.text import fold

_ACCOUNT = re.compile(r"[1-9][0-9]{2}[0-9A-Za-z]{0,17}")
_WORD = re.compile(r"\w+")
_SHORTEST_TEXT = 3


class Direction(StrEnum):
    """Which way the money went."""

    IN = "in"
    OUT = "out"
    EITHER = "either"


@dataclass(frozen=True, kw_only=True)
class LineRule:
    """Lines that contain some words, within an amount range, and the account they go to.

    Args:
        id: of the rule.
        name: as the accountant calls it.
        contains: words that stand in this order in the line's texts; accents and case don't
            matter, and a word is never found inside a longer one.
        direction: whether money in, money out, or both.
        lowest: smallest amount without its sign, in the account's currency; None for any.
        highest: largest amount without its sign; None for any.
        bank_account_id: the only bank account it is for; None for all.
        ledger_account: where the line goes.
        place: rules are tried in this order; the first that fits decides.
        automatic: whether the machine posts by it, or only proposes.

    Raises:
        RuleError: `banking.rule_without_words`, `banking.bad_rule_range`,
            `banking.bad_ledger_account`, `banking.rule_without_name`.
    """

    id: UUID
    name: str
    contains: str
    ledger_account: str
    direction: Direction = Direction.EITHER
    lowest: Decimal | None = None
    highest: Decimal | None = None
    bank_account_id: BankAccountId | None = None
    place: int = 0
    automatic: bool = True
    version: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise RuleError("banking.rule_without_name", where="name")
        if len("".join(_words(self.contains))) < _SHORTEST_TEXT:
            raise RuleError("banking.rule_without_words", where="contains")
        bounds = [each for each in (self.lowest, self.highest) if each is not None]
        if any(each < 0 for each in bounds) or bounds != sorted(bounds):
            raise RuleError("banking.bad_rule_range", where="lowest")
        check_ledger_account(self.ledger_account)

    def fits(self, transaction: BankTransaction) -> bool:
        """Whether a movement is one of those that the rule speaks of."""
        if self.bank_account_id not in (None, transaction.account_id):
            return False
        amount = transaction.amount.amount
        if self.direction is not Direction.EITHER and (amount > 0) != (
            self.direction is Direction.IN
        ):
            return False
        if self.lowest is not None and abs(amount) < self.lowest:
            return False
        if self.highest is not None and abs(amount) > self.highest:
            return False
        texts = (
            transaction.label,
            transaction.counterparty,
            transaction.structured_reference,
            transaction.end_to_end_id,
        )
        # Joined by what is no word, so that a phrase is never found across two fields.
        return any(self._phrase in f" {' '.join(_words(text))} " for text in texts)

    @cached_property
    def _phrase(self) -> str:
        return f" {' '.join(_words(self.contains))} "


def check_ledger_account(account: str) -> None:
    """Refuse what is no account of the general chart, or the customers' own.

    Raises:
        RuleError: `banking.bad_ledger_account`; `banking.customer_account`, for what
            a customer pays is laid on invoices or kept on account, never posted past them.
    """
    if _ACCOUNT.fullmatch(account) is None:
        raise RuleError("banking.bad_ledger_account", account=account, where="ledger_account")
    if account.startswith(("411", "413", "416", "419")):
        raise RuleError("banking.customer_account", account=account, where="ledger_account")


def rule_for(transaction: BankTransaction, rules: Iterable[LineRule]) -> LineRule | None:
    """The first rule, in their order, that fits a movement."""
    ordered = sorted(rules, key=lambda rule: (rule.place, rule.name))
    return next((rule for rule in ordered if rule.fits(transaction)), None)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
