"""Which receipt settles which items, and what is done with the difference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import AllocationId, BankTransactionId, OpenItemId
from otc_desktop.domain.shared.money import Money, total


class DifferenceKind(StrEnum):
    """What a difference between receipt and items is.

    `EXCHANGE` is a gain or a loss; `BAD_DEBT` gives up what the customer will not pay.
    """

    NONE = "none"
    ROUNDING = "rounding"
    BANK_CHARGE = "bank_charge"
    DISCOUNT = "discount"
    EXCHANGE = "exchange"
    BAD_DEBT = "bad_debt"


@dataclass(frozen=True, slots=True)
class Difference:
    """Items settled minus money received; positive means that the customer paid less."""

    amount: Money
    kind: DifferenceKind


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a match is believed: a code of `matching.*` with its parameters."""

    code: str
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """A receipt, or a credit note, laid on open items. It is undone by another, never deleted.

    `parts` are signed like their item. Without a bank transaction it joins credit notes
    and invoices, and its parts sum to zero; `paper_id` is a receipt that is no bank line: a
    cheque, a bill, cards, cash. `made_by_machine` tells the desk.
    """

    id: AllocationId
    transaction_id: BankTransactionId | None
    on: date
    parts: tuple[tuple[OpenItemId, Money], ...]
    difference: Difference
    confidence: float | None = None
    reasons: tuple[Reason, ...] = ()
    made_by_machine: bool = False
    reverses_id: AllocationId | None = None
    paper_id: UUID | None = None


def check_allocation(
    transaction: BankTransaction,
    parts: Sequence[tuple[OpenItem, Money]],
    difference: Difference,
) -> None:
    """Refuse what would lose or invent money.

    Money out is a refund: it settles credit notes and money on account.

    Raises:
        RuleError: `receivables.nothing_allocated`, `receivables.item_twice`,
            `receivables.other_currency`, `receivables.more_than_received`,
            `receivables.difference_without_kind`, `receivables.not_a_refund`.
    """
    if not parts:
        raise RuleError("receivables.nothing_allocated")
    ids = [item.id for item, _ in parts]
    if len(set(ids)) != len(ids):
        raise RuleError("receivables.item_twice")
    for item, amount in parts:
        if amount.currency != transaction.amount.currency:
            raise RuleError(
                "receivables.other_currency",
                number=item.number,
                item_currency=amount.currency.code,
                receipt_currency=transaction.amount.currency.code,
            )
    if difference.amount and difference.kind is DifferenceKind.NONE:
        raise RuleError("receivables.difference_without_kind", amount=difference.amount)
    settled = total((amount for _, amount in parts), transaction.amount.currency)
    received = settled - difference.amount
    out = transaction.amount.amount < 0
    if out and (settled.amount >= 0 or difference.amount):
        raise RuleError("receivables.not_a_refund", amount=settled)
    too_much = abs(received) > abs(transaction.unallocated)
    if too_much or received.amount * transaction.amount.amount <= 0:
        raise RuleError(
            "receivables.more_than_received",
            allocated=received,
            received=transaction.unallocated,
        )
