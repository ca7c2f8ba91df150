"""The only place that rounds: half up, away from zero on ties.

A credit note is then the exact mirror of its invoice, which half-even would not give.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext

# 19 digits of money times a rate of 10 decimals fits well inside.
_PRECISION = 50


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Round to `places` decimals, ties away from zero."""
    with localcontext() as context:
        context.prec = _PRECISION
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def is_on_grid(value: Decimal, places: int) -> bool:
    """Whether the value has no digit beyond `places` decimals."""
    return value.is_finite() and value == round_half_up(value, places)
