"""E-reporting, as use cases load and save it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.invoicing.ereport import TransmissionKind
from otc_desktop.domain.invoicing.ereporting_payments import PaidOn
from otc_desktop.domain.invoicing.invoice import Party
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.vat import VatTreatment


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedSale:
    """An issued document as e-reporting sorts it; sums are signed, those of credits negative."""

    invoice_id: InvoiceId
    number: str
    issued_on: date
    buyer: Party
    kind: CustomerKind
    treatments: tuple[VatTreatment, ...]
    total_excl_tax: Money
    total_vat: Money
    total_incl_tax: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidSale:
    """What came in for one document: before a period, and in it."""

    sale: IssuedSale
    paid_before: Money
    payments: tuple[PaidOn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A transmission that was made."""

    id: UUID
    number: str
    kind: TransmissionKind
    content: str
    from_on: date
    to_on: date
    sha256: str
    fingerprint: str
    summary: Mapping[str, Any]
    made_at: datetime


class EReportRepository(Protocol):
    """Sales to be told, and transmissions made."""

    def issued(self, from_on: date, to_on: date) -> Sequence[IssuedSale]:
        """The documents issued in a period, in the order of their day and number."""

    def paid(self, from_on: date, to_on: date) -> Sequence[PaidSale]:
        """The documents for which money came or went in a period; settled otherwise is not paid.

        What was deducted (escompte, bank charges) is no money, nor is a credit note.
        """

    def overlapping(self, from_on: date, to_on: date) -> Sequence[KeptReport]:
        """Transmissions that share a day with a period, the oldest first."""

    def all(self) -> Sequence[KeptReport]:
        """Every transmission, by period, the oldest first."""

    def first_issue(self) -> date | None:
        """The day of the first document ever issued."""

    def add(self, report: KeptReport) -> None:
        """Keep a transmission; its bytes are in the archive already."""
