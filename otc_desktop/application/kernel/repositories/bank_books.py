"""What bank and books say of the same accounts, as the reconciliation statement reads it."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from otc_desktop.domain.banking.reconciliation import BankReconciliation
from otc_desktop.domain.banking.statement import BankAccount


class BankBooks(Protocol):
    """Bank movements beside the entries that they became."""

    def reconciliation(self, accounts: Sequence[BankAccount], on: date) -> BankReconciliation:
        """The statement of accounts that share a ledger account and a currency, at least one."""
