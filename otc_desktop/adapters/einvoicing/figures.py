"""How figures and days are written in XML: a point, no group, no needless digit."""

from datetime import date
from decimal import Decimal

from otc_desktop.domain.invoicing.progress import Retention
from otc_desktop.domain.shared.money import Money


def amount(value: Money) -> str:
    """An amount with the decimals of its currency."""
    return f"{value.amount:f}"


def figure(value: Decimal) -> str:
    """A quantity, price or rate without idle zeros."""
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def percent(value: Decimal) -> str:
    """A rate with two decimals (BR-FR-DEC-04)."""
    return f"{value:.2f}"


def compact_day(value: date) -> str:
    """A day as 20261231 (format 102)."""
    return value.strftime("%Y%m%d")


def later_part(retention: Retention) -> str:
    """What is kept back of a progress invoice, for the terms of payment (BT-20)."""
    percent_, kept = figure(retention.percent), retention.amount
    return (
        f"Dont retenue de garantie de {percent_} % : {amount(kept)} {kept.currency.code} TTC,"
        f" exigible le {retention.release_on:%d/%m/%Y}"
    )


def printable(value: str) -> str:
    """A text without what XML 1.0 has no character for."""
    return "".join(each for each in value if _is_character(each))


def _is_character(each: str) -> bool:
    if each < " ":
        return each in "\t\n\r"
    return not ("\ud800" <= each <= "\udfff" or "\ufffe" <= each <= "\uffff")
