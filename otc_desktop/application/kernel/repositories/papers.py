"""Cheques, bills, card and cash receipts with their slips, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperReceipt
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId


class PaperRepository(Protocol):
    """Receipts that are no bank line yet, and the slips by which they become one."""

    def lock(self, paper_ids: Collection[UUID]) -> Mapping[UUID, PaperReceipt]:
        """Lock several, in the order of ids; NotFoundError `receivables.paper_not_found`."""

    def read(self, paper_id: UUID) -> PaperReceipt:
        """By id, not locked; NotFoundError `receivables.paper_not_found`."""

    def is_known(self, kind: PaperKind, customer_id: CustomerId, number: str) -> bool:
        """Whether that paper was entered, and neither undone nor returned."""

    def add(self, paper: PaperReceipt) -> None:
        """A new receipt."""

    def save(self, paper: PaperReceipt) -> None:
        """A changed receipt."""

    def of_slip(self, slip_id: UUID, *, lock: bool = True) -> Sequence[PaperReceipt]:
        """What stands on a slip, in the order of entry."""

    def unripe_discounted(self, due_by: date) -> Sequence[UUID]:
        """Discounted bills that fell due by a day and are no payment yet for VAT."""

    def find_by_return_posting(self, posting_id: UUID) -> PaperReceipt | None:
        """The returned paper whose debit a bank posting is, locked."""

    def get_slip(self, slip_id: UUID) -> DepositSlip:
        """By id, locked; NotFoundError `receivables.slip_not_found`."""

    def slip_by_number(self, number: str) -> DepositSlip:
        """By number; NotFoundError `receivables.slip_not_found`."""

    def find_by_posting(self, posting_id: UUID) -> DepositSlip | None:
        """The slip that a bank posting credited, locked."""

    def waiting_slips(self) -> Sequence[DepositSlip]:
        """Slips that no bank line has credited yet, oldest first."""

    def undone_credits(self) -> set[tuple[BankTransactionId, UUID]]:
        """Bank lines and slips that somebody took apart."""

    def add_slip(self, slip: DepositSlip) -> None:
        """A new slip."""

    def save_slip(self, slip: DepositSlip) -> None:
        """A changed slip."""
