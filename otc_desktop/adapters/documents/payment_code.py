"""The QR code that a banking app reads: EPC069-12, a SEPA credit transfer."""

from collections.abc import Sequence
from decimal import Decimal

import segno

from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.net_to_pay import net_to_pay
from otc_desktop.domain.shared.currency import EUR

_MOST = Decimal("999999999.99")
_LONGEST_NAME = 70
_LONGEST_TEXT = 140
_MOST_BYTES = 331
# Any of the eight masks can be read. Trying all of them takes four times as long.
_MASK = 2


def payment_text(invoice: Invoice) -> str:
    """What the code says, or nothing where there is nothing to transfer by SEPA.

    Credit notes, other currencies, amounts the scheme can't carry and sellers without an
    IBAN have no code.
    """
    amount = net_to_pay(invoice)
    seller = invoice.seller
    iban = "".join(seller.iban.split())
    possible = (
        not invoice.kind.is_credit
        and invoice.currency == EUR
        and 0 < amount.amount <= _MOST
        and bool(iban)
    )
    if not possible:
        return ""
    text = "\n".join(
        (
            "BCD",
            "002",
            "1",
            "SCT",
            "".join(seller.bic.split()),
            _one_line(seller.name)[:_LONGEST_NAME].strip(),
            iban,
            f"EUR{amount.amount:.2f}",
            "",
            "",
            _one_line(invoice.number)[:_LONGEST_TEXT],
        )
    )
    return text if len(text.encode("utf-8", "replace")) <= _MOST_BYTES else ""


def payment_code(text: str) -> Sequence[bytes]:
    """The modules of the code, row by row; 1 is dark."""
    code = segno.make(text, error="m", encoding="utf-8", micro=False, boost_error=False, mask=_MASK)
    return [bytes(row) for row in code.matrix]


def _one_line(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
