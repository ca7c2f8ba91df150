"""The only place that rounds: half up, away from zero on ties.

A credit note is then the exact mirror of its invoice, which half-even would not give.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

# 19 digits of money times a rate of 10 decimals fits well inside 50.
_CONTEXT = Context(prec=50, rounding=ROUND_HALF_UP)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Round to `places` decimals, ties away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), context=_CONTEXT)


def is_on_grid(value: Decimal, places: int) -> bool:
    """Whether the value has no digit beyond `places` decimals."""
    return value.is_finite() and value == round_half_up(value, places)
