"""One transmission of e-reporting data: what is written as flow 10 and kept."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from otc_desktop.domain.invoicing.einvoice import EInvoice
from otc_desktop.domain.invoicing.ereporting import DaySales
from otc_desktop.domain.invoicing.ereporting_payments import DayPayments, InvoicePayment


class TransmissionKind(StrEnum):
    """Whether a period is told for the first time, or told anew as a whole (TT-4)."""

    INITIAL = "IN"
    CORRECTIVE = "RE"


@dataclass(frozen=True, slots=True, kw_only=True)
class EReport:
    """The data of a period in the terms of flow 10.

    `number` is ours and unique (TT-1); sales are 10.1 and 10.3, payments 10.2 and 10.4.
    """

    number: str
    kind: TransmissionKind
    made_at: datetime
    siren: str
    name: str
    from_on: date
    to_on: date
    invoices: tuple[EInvoice, ...]
    days: tuple[DaySales, ...]
    paid_invoices: tuple[InvoicePayment, ...]
    paid_days: tuple[DayPayments, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.invoices or self.days or self.paid_invoices or self.paid_days)

    @property
    def fingerprint(self) -> str:
        """Of the data alone: the same data under another number are no news."""
        data = (self.invoices, self.days, self.paid_invoices, self.paid_days)
        return hashlib.sha256(repr(data).encode()).hexdigest()


def report_number(siren: str, from_on: date, to_on: date, times: int) -> str:
    """The name of a period's first, second … transmission."""
    return f"{siren}-{from_on:%Y%m%d}-{to_on:%Y%m%d}-{times}"
