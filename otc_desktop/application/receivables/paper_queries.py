"""Rows of the lists of receipts in hand and of deposit slips."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperStatus, Remittance
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A cheque, bill, card or cash receipt; `slip` is the number of its slip, if it has one."""

    id: UUID
    kind: PaperKind
    customer_code: str
    customer_name: str
    number: str
    drawer: str
    bank: str
    amount: Money
    received_on: date
    due_on: date | None
    status: PaperStatus
    slip: str
    returned_on: date | None
    return_reason: str
    waits_for_debit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipRow:
    """A deposit slip; `account` is the bank account it goes to, `posting_id` its credit."""

    id: UUID
    number: str
    kind: PaperKind
    remittance: Remittance
    account: str
    made_on: date
    total: Money
    papers: int
    status: SlipStatus
    posting_id: UUID | None
    transaction_id: BankTransactionId | None
    credited_on: date | None
