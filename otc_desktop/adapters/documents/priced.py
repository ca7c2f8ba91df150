"""What the table and the totals of a document need to know of it."""

from typing import Protocol

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals


class PricedDocument(Protocol):
    """An invoice, a quote or an order: lines, discounts and charges, totals."""

    @property
    def currency(self) -> Currency:
        """Of every amount."""

    @property
    def lines(self) -> tuple[DocumentLine, ...]:
        """What is sold."""

    @property
    def adjustments(self) -> tuple[Adjustment, ...]:
        """Discounts and charges on the whole."""

    @property
    def totals(self) -> DocumentTotals:
        """The figures; nothing is computed anew."""
