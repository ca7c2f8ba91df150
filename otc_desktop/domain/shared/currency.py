"""Currencies and the number of decimals their amounts carry."""

from dataclasses import dataclass, field

from otc_desktop.domain.shared.errors import RuleError

# ISO 4217 minor units other than 2. Locale data (CLDR) is no substitute: it shortens
# several currencies for shop prices, and an accounting amount needs the standard's.
_MINOR_DIGITS = {
    **dict.fromkeys(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0
    ),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("CLF UYW".split(), 4),
}


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency code; `digits` are the decimals of an amount in it.

    Raises:
        RuleError: `money.bad_currency` when the code is not three capital letters.
    """

    code: str
    digits: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        letters = self.code.isascii() and self.code.isalpha() and self.code.isupper()
        if len(self.code) != 3 or not letters:
            raise RuleError("money.bad_currency", currency=self.code)
        object.__setattr__(self, "digits", _MINOR_DIGITS.get(self.code, 2))

    def __str__(self) -> str:
        return self.code


EUR = Currency("EUR")
