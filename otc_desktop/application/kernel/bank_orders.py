"""The port by which the bank is asked to collect and to pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.direct_debits.collection import Collection, Debit
from otc_desktop.domain.direct_debits.mandate import Mandate
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DebitOrder:
    """One debit with its mandate and what the payer reads of it."""

    debit: Debit
    mandate: Mandate
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferOrder:
    """One payment to a customer, such as a refund."""

    end_to_end_id: str
    name: str
    iban: str
    amount: Money
    text: str


class BankOrders(Protocol):
    """Writes files of ISO 20022 as banks take them."""

    def debits(
        self,
        collection: Collection,
        orders: Sequence[DebitOrder],
        account: BankAccount,
        company: Company,
        made_at: datetime,
    ) -> bytes:
        """A collection as pain.008.001.08."""

    def transfers(
        self,
        number: str,
        orders: Sequence[TransferOrder],
        account: BankAccount,
        company: Company,
        *,
        pay_on: date,
        made_at: datetime,
    ) -> bytes:
        """Transfers as pain.001.001.09."""
