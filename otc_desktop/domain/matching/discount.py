"""Discount for early payment (escompte), read from the company's written terms."""

import re
from datetime import timedelta

from otc_desktop.domain.matching.candidates import Claim, DiscountTerms, Receipt

_RATE = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?\s*%")
_DAYS = re.compile(r"(\d{1,3})\s*(?:jours?|days?|j\b|d\b)", re.IGNORECASE)
# Money on the road: terms speak of the day of payment, a statement of the day of arrival.
_DAYS_ON_THE_ROAD = 3
_WHOLE = 10_000


def read_discount_terms(text: str) -> DiscountTerms | None:
    """Rate and days of terms such as «2 % à 10 jours»; None where none are granted."""
    rate, days = _RATE.search(text), _DAYS.search(text)
    if rate is None or days is None:
        return None
    points = int(rate[1]) * 100 + int((rate[2] or "0").ljust(2, "0"))
    return DiscountTerms(basis_points=points, days=int(days[1])) if points else None


def discount_minor(claim: Claim, terms: DiscountTerms) -> int:
    """What may be deducted of a claim, in cents; halves away from zero."""
    cents = (abs(claim.minor) * terms.basis_points + _WHOLE // 2) // _WHOLE
    return cents if claim.minor >= 0 else -cents


def in_time(claim: Claim, receipt: Receipt, terms: DiscountTerms) -> bool:
    """Whether the money left early enough for the discount."""
    last = claim.issued_on + timedelta(days=terms.days + _DAYS_ON_THE_ROAD)
    return receipt.booked_on <= last
