"""The smallest parts of a camt message: names, texts, amounts, dates."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from lxml.etree import _Element

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import InputFileError, RuleError
from otc_desktop.domain.shared.money import Money

# Digits only, before Decimal sees it: NaN, Infinity and exponents are not amounts.
_AMOUNT = re.compile(r"\+?(?:[0-9]{1,18}(?:\.([0-9]{0,18}))?|\.([0-9]{1,18}))")
_CURRENCY = re.compile(r"[A-Z]{3}")
_DATE = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
    r"(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
# What banks write where they have nothing to say.
_NO_REFERENCE = frozenset({"NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOTAVAILABLE"})


@lru_cache(maxsize=1024)
def local_name(tag: str) -> str:
    """An element's name without its namespace: banks' versions differ in nothing else."""
    return tag.rpartition("}")[2]


def line_of(element: _Element) -> int | None:
    """The line on which the element begins, where the parser knows it."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def children(element: _Element) -> dict[str, _Element]:
    """The children by local name, for elements whose children stand once."""
    return {local_name(child.tag): child for child in element}


def child(element: _Element, name: str) -> _Element | None:
    """The first child of this local name."""
    for candidate in element:
        if local_name(candidate.tag) == name:
            return candidate
    return None


def text_of(element: _Element | None) -> str:
    """The element's own text on one line; empty when there is none."""
    if element is None or element.text is None:
        return ""
    return " ".join(element.text.split())


def text_at(element: _Element | None, *path: str) -> str:
    """The text at the end of a path of local names; empty when the path breaks."""
    for name in path:
        if element is None:
            return ""
        element = child(element, name)
    return text_of(element)


def reference_of(text: str) -> str:
    """A reference kept as given; empty where the bank says that there is none."""
    return "" if text.upper() in _NO_REFERENCE else text


@lru_cache(maxsize=256)
def _known_currency(code: str) -> Currency | None:
    return Currency(code) if _CURRENCY.fullmatch(code) else None


def currency_of(code: str, *, line: int | None) -> Currency:
    """The currency that a code names.

    Raises:
        InputFileError: `bank_file.bad_currency`.
    """
    currency = _known_currency(code)
    if currency is None:
        raise InputFileError("bank_file.bad_currency", line=line, currency=code[:40])
    return currency


def amount_of(element: _Element, currency: Currency, *, credit: bool) -> Money:
    """The amount an element holds, negative for a debit, exact in the currency's decimals.

    Raises:
        InputFileError: `bank_file.bad_amount`.
    """
    text = (element.text or "").strip()
    match = _AMOUNT.fullmatch(text)
    if match is None or len(element):
        raise _bad_amount(element, text)
    decimals = (match[1] or match[2] or "").rstrip("0")
    if len(decimals) > currency.digits:
        raise _bad_amount(element, text)
    try:
        amount = Decimal(text)
        return Money(amount if credit else amount.copy_negate(), currency)
    except RuleError as problem:
        raise _bad_amount(element, text) from problem


def _bad_amount(element: _Element, text: str) -> InputFileError:
    return InputFileError("bank_file.bad_amount", line=line_of(element), amount=text[:40])


def is_credit(direction: _Element | None, *, line: int | None) -> bool:
    """Whether `CdtDbtInd` says money in.

    Raises:
        InputFileError: `bank_file.bad_direction` when it says neither CRDT nor DBIT.
    """
    text = text_of(direction)
    if text not in {"CRDT", "DBIT"}:
        raise InputFileError("bank_file.bad_direction", line=line, found=text[:40])
    return text == "CRDT"


@lru_cache(maxsize=4096)
def _parsed_date(text: str) -> date | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None


def date_of(element: _Element | None) -> date | None:
    """The day a date choice (`Dt` or `DtTm`) names, as the bank wrote it in its own time zone.

    Raises:
        InputFileError: `bank_file.bad_date` for a day that does not exist.
    """
    if element is None:
        return None
    text = text_at(element, "Dt") or text_at(element, "DtTm") or text_of(element)
    if not text:
        return None
    day = _parsed_date(text)
    if day is None:
        raise InputFileError("bank_file.bad_date", line=line_of(element), date=text[:40])
    return day
