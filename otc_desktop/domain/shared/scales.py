"""Decimal quantities other than money, each with the decimals the law and the database allow.

Source: EN 16931 French rules BR-FR-DEC-01 to -04 (quantity 4, unit price 6, rate 2 decimals).
"""

from decimal import Decimal

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.rounding import is_on_grid

UNIT_PRICE_PLACES = 6
QUANTITY_PLACES = 4
PERCENT_PLACES = 4
VAT_RATE_PLACES = 2

_LARGEST = Decimal(10) ** 12


def on_scale(value: Decimal, places: int, *, field: str) -> Decimal:
    """The value itself when it is finite, of sane size and has at most `places` decimals.

    Raises:
        TypeError: for anything but Decimal.
        RuleError: `number.out_of_scale` naming the field.
    """
    if not isinstance(value, Decimal):
        raise TypeError(f"{field} takes Decimal, not {type(value).__name__}")
    if not value.is_finite() or abs(value) > _LARGEST or not is_on_grid(value, places):
        raise RuleError("number.out_of_scale", where=field, value=str(value), places=places)
    return value
