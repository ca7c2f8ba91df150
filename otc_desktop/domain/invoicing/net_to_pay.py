"""What a document asks its reader to pay now."""

from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.money import Money


def kept_back(invoice: Invoice) -> Money:
    """The retention of a progress invoice (law 71-584), due later; else nothing."""
    if invoice.progress is None or invoice.progress.retention is None:
        return Money.zero(invoice.currency)
    return invoice.progress.retention.amount


def net_to_pay(invoice: Invoice) -> Money:
    """The total including tax less the retention; nothing where it was paid at issue.

    Deducted deposits are negative lines, so the total has them already.
    """
    if invoice.frame_case is FrameCase.PAID:
        return Money.zero(invoice.currency)
    return invoice.totals.total_incl_tax - kept_back(invoice)
