"""What somebody typed into a search field: the beginning of a number, an amount, a date, words."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from sqlalchemy import ColumnElement

from otc_desktop.domain.shared.text import fold

_AMOUNT = re.compile(r"^-?[\d\s\u00a0\u202f]+([.,]\d{1,2})?$")
_DATE = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})$")


@dataclass(frozen=True, slots=True)
class Search:
    """One text, read every way it can be read."""

    text: str
    words: str
    amount_minor: int | None
    day: date | None


def parsed_search(text: str) -> Search:
    """Read what was typed."""
    plain = text.strip()
    return Search(plain, fold(plain), _amount(plain), _day(plain))


def starts_with(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """A prefix; what the user typed is taken literally, `%` and `_` too."""
    return column.startswith(beginning, autoescape=True)


def _amount(text: str) -> int | None:
    if not _AMOUNT.match(text):
        return None
    try:
        return abs(int(Decimal(re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")).scaleb(2)))
    except InvalidOperation:
        return None


def _day(text: str) -> date | None:
    found = _DATE.match(text)
    if not found:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
