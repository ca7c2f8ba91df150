"""Refunds ordered from the bank, as use cases load and save them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.direct_debits.refund import RefundOrder
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.ids import BankTransactionId


@dataclass(frozen=True, slots=True, kw_only=True)
class PayingLine:
    """A bank line that paid a refund; `order` is its number."""

    transaction_id: BankTransactionId
    refund_id: UUID
    order: str


class RefundRepository(Protocol):
    """Orders of refunds."""

    def add(self, order: RefundOrder) -> None:
        """A new order; ConflictError `database.already_exists` when a credit is taken."""

    def get(self, number: str, *, lock: bool = False) -> RefundOrder:
        """By number; NotFoundError `direct_debits.refund_not_found`."""

    def save(self, order: RefundOrder) -> None:
        """A changed order; what is paid or given up is free again."""

    def credits(self) -> Sequence[OpenItem]:
        """Open credits that no waiting order holds, the oldest first."""

    def paying_lines(self) -> Sequence[PayingLine]:
        """Debits of the bank that wait and carry the reference of a refund that waits."""
