"""Deposit slips (bordereaux de remise): what is handed to the bank together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.receivables.paper_receipt import (
    PaperKind,
    PaperReceipt,
    PaperStatus,
    Remittance,
)
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankAccountId, BankTransactionId, JournalEntryId
from otc_desktop.domain.shared.money import Money, total

# What a bank may keep of a slip at most, in percent, for it to be taken for its charge.
_MOST_KEPT = {
    PaperKind.CARD: Decimal(5),
    PaperKind.BILL: Decimal(10),
    PaperKind.NOTE: Decimal(10),
}


class SlipStatus(StrEnum):
    """Where a slip is."""

    REMITTED = "remitted"
    CREDITED = "credited"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositSlip:
    """Papers of one kind handed to one bank account; its number is continuous.

    `entry_id` is the entry of the remittance (None for cheques, cards and cash), `posting_id`
    and `transaction_id` the bank line that credited it. A withdrawn slip keeps its number.
    """

    id: UUID
    number: str
    kind: PaperKind
    remittance: Remittance
    bank_account_id: BankAccountId
    made_on: date
    total: Money
    papers: int
    status: SlipStatus = SlipStatus.REMITTED
    entry_id: JournalEntryId | None = None
    posting_id: UUID | None = None
    transaction_id: BankTransactionId | None = None
    version: int = 0

    def withdraw(self) -> "DepositSlip":
        """Not handed over after all.

        Raises:
            RuleError: `receivables.slip_not_waiting`.
        """
        self._require_waiting()
        return replace(self, status=SlipStatus.WITHDRAWN)

    def kept_by_bank(self, credited: Money) -> Money:
        """What the bank kept of the slip: its charge on cards, its commission on bills.

        Raises:
            RuleError: `receivables.slip_not_waiting`, `receivables.slip_amount_differs` for
                more than the slip, for any gap of cheques or cash, and for a gap too large to
                be a charge.
        """
        self._require_waiting()
        kept = self.total - credited
        if kept.amount < 0 or credited < self.least_credit:
            raise RuleError(
                "receivables.slip_amount_differs",
                number=self.number,
                total=self.total,
                credited=credited,
            )
        return kept

    @property
    def least_credit(self) -> Money:
        """The least that the bank may credit for the slip: its total less a usual charge."""
        most = _MOST_KEPT.get(self.kind, Decimal(0)) / Decimal(100)
        return self.total - self.total.times(most)

    def credit(self, posting_id: UUID, transaction_id: BankTransactionId) -> "DepositSlip":
        """The bank line arrived.

        Raises:
            RuleError: `receivables.slip_not_waiting`.
        """
        self._require_waiting()
        return replace(
            self,
            status=SlipStatus.CREDITED,
            posting_id=posting_id,
            transaction_id=transaction_id,
        )

    def uncredit(self) -> "DepositSlip":
        """The bank line was another's: the slip waits again.

        Raises:
            RuleError: `receivables.slip_not_credited`.
        """
        if self.status is not SlipStatus.CREDITED:
            raise RuleError("receivables.slip_not_credited", number=self.number)
        return replace(self, status=SlipStatus.REMITTED, posting_id=None, transaction_id=None)

    def _require_waiting(self) -> None:
        if self.status is not SlipStatus.REMITTED:
            raise RuleError("receivables.slip_not_waiting", number=self.number)


def slip_number(day: date, sequence: int) -> str:
    """The number of a slip, such as `REM-2026-0007`."""
    return f"REM-{day.year}-{sequence:04d}"


def slip_total(papers: Sequence[PaperReceipt], remittance: Remittance) -> Money:
    """What a deposit slip of these papers amounts to.

    Raises:
        RuleError: `receivables.slip_empty`, `receivables.slip_mixed` (one slip holds one kind
            and one currency), `receivables.cheque_discounted`, `receivables.paper_not_held`.
    """
    if not papers:
        raise RuleError("receivables.slip_empty")
    first = papers[0]
    for paper in papers:
        if paper.kind is not first.kind or paper.amount.currency != first.amount.currency:
            raise RuleError("receivables.slip_mixed", number=paper.number)
        if paper.status is not PaperStatus.HELD:
            raise RuleError("receivables.paper_not_held", number=paper.number)
    if remittance is Remittance.DISCOUNT and not first.kind.falls_due:
        raise RuleError("receivables.cheque_discounted")
    return total((paper.amount for paper in papers), first.amount.currency)
