"""How large a difference between receipt and invoice may be and still be explained."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.domain.shared.errors import RuleError

# Beyond these a difference is no accident, whatever somebody types.
MOST: Mapping[str, Decimal] = {
    "rounding": Decimal("5.00"),
    "bank_charges": Decimal("500.00"),
    "bank_charges_percent": Decimal("50"),
    "discount": Decimal("5.00"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLimits:
    """The company's limits, in its currency.

    `rounding` is written off without a question, by machine or by hand. `bank_charges` and
    `bank_charges_percent` (of what was owed) bound what matching takes for charges that banks
    kept on the way. `discount` is how far a deduction may be off the discount agreed.

    Raises:
        RuleError: `company.bad_difference_limit`.
    """

    rounding: Decimal = Decimal("0.05")
    bank_charges: Decimal = Decimal("35.00")
    bank_charges_percent: Decimal = Decimal("5")
    discount: Decimal = Decimal("0.02")

    def __post_init__(self) -> None:
        for name, most in MOST.items():
            value: Decimal = getattr(self, name)
            if not value.is_finite() or not 0 <= value <= most or value != round(value, 2):
                raise RuleError(
                    "company.bad_difference_limit", where=name, value=str(value), most=most
                )


DEFAULT_LIMITS = DifferenceLimits()
