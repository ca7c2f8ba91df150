"""Amounts of money, exact to the minor unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Self

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.rounding import round_half_up

# BIGINT minor units at rest; also the 19 digits EN 16931 allows.
_LARGEST_MINOR = 2**63 - 1
_ZERO = Decimal(0)
_LARGEST_AMOUNT = tuple(Decimal(_LARGEST_MINOR).scaleb(-digits) for digits in range(5))


@dataclass(frozen=True, slots=True)
class Money:
    """An amount on its currency's grid: 2 decimals for EUR, none for JPY.

    Raises:
        TypeError: for a float; binary fractions alter cents.
        RuleError: `money.not_a_number`, `money.off_grid`, `money.too_large`,
            and `money.mixed_currencies` when two currencies meet.
    """

    amount: Decimal
    currency: Currency

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal):
            raise TypeError(f"Money takes Decimal, not {type(self.amount).__name__}")
        if not self.amount.is_finite():
            raise RuleError("money.not_a_number", amount=str(self.amount))
        if abs(self.amount) > _LARGEST_AMOUNT[self.currency.digits]:
            raise RuleError("money.too_large", amount=str(self.amount))
        exact = round_half_up(self.amount, self.currency.digits)
        if exact != self.amount:
            raise RuleError("money.off_grid", amount=str(self.amount), currency=self.currency.code)
        # Adding zero turns −0.00 into 0.00: a document never shows a negative nothing.
        object.__setattr__(self, "amount", exact + _ZERO)

    @classmethod
    def of(cls, text: str | int | Decimal, currency: Currency) -> Self:
        """Read an exact amount such as `"1234.50"`."""
        if isinstance(text, float):
            raise TypeError("Money takes str, int or Decimal, not float")
        try:
            return cls(Decimal(text), currency)
        except InvalidOperation as problem:
            raise RuleError("money.not_a_number", amount=str(text)) from problem

    @classmethod
    def rounded(cls, value: Decimal, currency: Currency) -> Self:
        """The nearest amount on the grid, ties away from zero."""
        return cls(round_half_up(value, currency.digits), currency)

    @classmethod
    def zero(cls, currency: Currency) -> Self:
        """Nothing, in this currency."""
        return cls._on_grid(_ZERO.scaleb(-currency.digits), currency)

    @classmethod
    def from_minor(cls, minor: int, currency: Currency) -> Self:
        """From integer minor units (cents), as stored."""
        if not -_LARGEST_MINOR <= minor <= _LARGEST_MINOR:
            return cls._on_grid(Decimal(minor).scaleb(-currency.digits), currency)
        made = object.__new__(cls)
        object.__setattr__(made, "amount", Decimal(minor).scaleb(-currency.digits))
        object.__setattr__(made, "currency", currency)
        return made

    @classmethod
    def _on_grid(cls, amount: Decimal, currency: Currency) -> Self:
        """From what is on the grid already, such as a sum of amounts: only its size is checked."""
        if abs(amount) > _LARGEST_AMOUNT[currency.digits]:
            raise RuleError("money.too_large", amount=str(amount))
        made = object.__new__(cls)
        object.__setattr__(made, "amount", amount + _ZERO)
        object.__setattr__(made, "currency", currency)
        return made

    @property
    def minor(self) -> int:
        """Integer minor units (cents), as stored."""
        return int(self.amount.scaleb(self.currency.digits))

    def _same(self, other: "Money") -> Decimal:
        if other.currency != self.currency:
            raise RuleError(
                "money.mixed_currencies", first=self.currency.code, second=other.currency.code
            )
        return other.amount

    def __add__(self, other: "Money") -> "Money":
        return Money._on_grid(self.amount + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money._on_grid(self.amount - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money._on_grid(-self.amount, self.currency)

    def __abs__(self) -> "Money":
        return Money._on_grid(abs(self.amount), self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.amount <= self._same(other)

    def __gt__(self, other: "Money") -> bool:
        return self.amount > self._same(other)

    def __ge__(self, other: "Money") -> bool:
        return self.amount >= self._same(other)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def times(self, factor: Decimal) -> "Money":
        """The amount times a factor, rounded to the grid."""
        return Money.rounded(self.amount * factor, self.currency)

    def split(self, weights: Sequence[Decimal]) -> tuple["Money", ...]:
        """Share the amount in proportion to the weights, losing no minor unit.

        Largest remainders get the odd units; equal remainders go to the earlier weight.

        Raises:
            RuleError: `money.bad_weights` for no weight, a negative one, or a sum of zero.
        """
        if any(weight < 0 for weight in weights) or not any(weights):
            raise RuleError("money.bad_weights")
        sign = -1 if self.minor < 0 else 1
        units = abs(self.minor)
        # Fractions are exact: decimal division rounds, and a cent could be shared twice.
        exact = [Fraction(weight) for weight in weights]
        whole = sum(exact)
        scaled = [units * weight / whole for weight in exact]
        shares = [int(share) for share in scaled]
        by_remainder = sorted(range(len(weights)), key=lambda index: shares[index] - scaled[index])
        for index in by_remainder[: units - sum(shares)]:
            shares[index] += 1
        return tuple(Money.from_minor(sign * share, self.currency) for share in shares)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency.code}"


def total(amounts: Iterable[Money], currency: Currency) -> Money:
    """The sum, zero for none."""
    result = Money.zero(currency)
    for amount in amounts:
        result = result + amount
    return result
