"""The port by which bills of exchange (LCR) go to the bank as a file."""

from collections.abc import Sequence
from typing import Protocol

from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import PaperReceipt
from otc_desktop.domain.shared.company import Company


class BillFiles(Protocol):
    """Writes a slip of bills in the form that banks take."""

    def write(
        self,
        slip: DepositSlip,
        bills: Sequence[PaperReceipt],
        account: BankAccount,
        company: Company,
    ) -> bytes:
        """The file's bytes.

        Raises:
            RuleError: `receivables.bill_without_account` for an account that is no French
                IBAN, the company's or a drawee's.
        """
