"""What a quote or an order's confirmation shows, ready to be drawn."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otc_desktop.domain.invoicing.invoice import Party
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals


class PaperKind(StrEnum):
    """Which document."""

    QUOTE = "quote"
    ORDER_CONFIRMATION = "order_confirmation"
    PRO_FORMA = "pro_forma"


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesPaper:
    """One document before the invoice. Dates that are None are not shown.

    `reference` is the customer's own number, `ship_to` an address of several lines,
    `mentions` the legal sentences, `payment_terms` as the customer's file writes them.
    """

    kind: PaperKind
    number: str
    language: str
    issued_on: date
    seller: Party
    buyer: Party
    currency: Currency
    lines: tuple[DocumentLine, ...]
    adjustments: tuple[Adjustment, ...]
    totals: DocumentTotals
    payment_terms: str
    mentions: tuple[str, ...] = ()
    reference: str = ""
    quote_number: str = ""
    valid_until: date | None = None
    wished_on: date | None = None
    promised_on: date | None = None
    ship_to: str = ""
    note: str = ""
