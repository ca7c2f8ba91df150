"""Why an issued document is taken back: our own error, or an ordinary event of trade."""

from enum import StrEnum


class CorrectionReason(StrEnum):
    """What made a credit note or a corrective invoice necessary.

    It stays inside the company: the customer's document says what it takes back, not whose
    fault it was.
    """

    PRICE = "price"
    QUANTITY = "quantity"
    VAT = "vat"
    RECIPIENT = "recipient"
    PURCHASE_ORDER = "purchase_order"
    DUPLICATE = "duplicate"
    OTHER_ERROR = "other_error"
    RETURN = "return"
    CANCELLED = "cancelled"
    GESTURE = "gesture"
    DISCOUNT = "discount"

    @property
    def is_error(self) -> bool:
        """Whether the invoice was wrong, so that it counts in the rate of errors."""
        return self in _ERRORS


_ERRORS = frozenset(
    (
        CorrectionReason.PRICE,
        CorrectionReason.QUANTITY,
        CorrectionReason.VAT,
        CorrectionReason.RECIPIENT,
        CorrectionReason.PURCHASE_ORDER,
        CorrectionReason.DUPLICATE,
        CorrectionReason.OTHER_ERROR,
    )
)
