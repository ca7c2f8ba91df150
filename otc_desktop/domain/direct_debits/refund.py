"""Refunds: credits of customers that the bank is asked to pay out (pain.001)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.shared.business_days import is_bank_day
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankAccountId, CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money, total


class RefundStatus(StrEnum):
    """Where an order of refunds is."""

    ORDERED = "ordered"
    PAID = "paid"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """One credit paid out to its customer; `amount` is positive."""

    id: UUID
    customer_id: CustomerId
    item_id: OpenItemId
    end_to_end_id: str
    name: str
    iban: str
    amount: Money
    is_paid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundOrder:
    """Refunds that one file asks the bank for; a credit stands in one that waits, never in two."""

    id: UUID
    number: str
    bank_account_id: BankAccountId
    pay_on: date
    made_on: date
    refunds: tuple[Refund, ...]
    sha256: str
    status: RefundStatus = RefundStatus.ORDERED
    version: int = 0

    @property
    def total(self) -> Money:
        """What it amounts to."""
        return total((each.amount for each in self.refunds), self.refunds[0].amount.currency)

    def cancel(self) -> "RefundOrder":
        """The bank does not have it after all.

        Raises:
            RuleError: `direct_debits.refund_not_waiting`.
        """
        if self.status is not RefundStatus.ORDERED or any(each.is_paid for each in self.refunds):
            raise RuleError("direct_debits.refund_not_waiting", number=self.number)
        return replace(self, status=RefundStatus.CANCELLED)

    def with_paid(self, refund_id: UUID) -> "RefundOrder":
        """The bank paid one of them; the order is done with the last."""
        refunds = tuple(
            replace(each, is_paid=True) if each.id == refund_id else each for each in self.refunds
        )
        done = all(each.is_paid for each in refunds)
        return replace(self, refunds=refunds, status=RefundStatus.PAID if done else self.status)


def refund_number(day: date, sequence: int) -> str:
    """The number of an order, such as `RMB-2026-0007`."""
    return f"RMB-{day.year}-{sequence:04d}"


def check_pay_on(pay_on: date, today: date) -> None:
    """Refuse a day on which no bank pays.

    Raises:
        RuleError: `direct_debits.no_bank_day`, `direct_debits.pay_in_the_past`.
    """
    if pay_on < today:
        raise RuleError("direct_debits.pay_in_the_past", on=pay_on, where="pay_on")
    if not is_bank_day(pay_on):
        raise RuleError("direct_debits.no_bank_day", on=pay_on, where="pay_on")
