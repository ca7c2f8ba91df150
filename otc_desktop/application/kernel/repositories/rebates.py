"""Year-end rebates as use cases load and save them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.invoicing.rebate import RebateAgreement
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, JournalEntryId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.vat import VatTreatment


@dataclass(frozen=True, slots=True, kw_only=True)
class RebateAccrual:
    """A change of what is accrued for an agreement, and the entry that posted it."""

    id: UUID
    agreement_id: UUID
    on: date
    excl_tax: Money
    vat: Money
    entry_id: JournalEntryId


class RebateRepository(Protocol):
    """Agreements and what was accrued for them."""

    def get(self, agreement_id: UUID, *, lock: bool = False) -> RebateAgreement:
        """By id; NotFoundError `rebates.not_found`."""

    def find_by_note(self, note_id: InvoiceId) -> RebateAgreement | None:
        """The agreement that a credit note settles."""

    def agreements(self, customer_id: CustomerId | None = None) -> Sequence[RebateAgreement]:
        """All, or one customer's, the latest period first."""

    def is_taken(self, reference: str) -> bool:
        """Whether an agreement that was not ended has this reference."""

    def add(self, agreement: RebateAgreement) -> None:
        """A new agreement."""

    def save(self, agreement: RebateAgreement) -> None:
        """A changed agreement."""

    def turnover(self, agreement: RebateAgreement, until: date) -> Mapping[VatTreatment, Money]:
        """What was invoiced in its period up to a day, by VAT treatment, excluding tax."""

    def accrued(
        self, agreement_ids: Sequence[UUID], currency: Currency
    ) -> Mapping[UUID, tuple[Money, Money]]:
        """What is accrued for each: excluding tax, and VAT."""

    def accrued_until(self) -> Mapping[UUID, date]:
        """The day of the last accrual of each agreement that has one."""

    def add_accrual(self, accrual: RebateAccrual) -> None:
        """A change of what is accrued."""
