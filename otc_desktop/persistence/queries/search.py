"""What somebody typed into a search field: a beginning, an amount or a date."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from sqlalchemy import ColumnElement, and_, false, or_

from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.queries.full_text import Asked, asked_for

_AMOUNT = re.compile(r"-?[0-9\s\u00a0\u202f]+([.,][0-9]{1,2})?")
_FRENCH_DATE = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_ISO_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_LARGEST_MINOR = 2**63 - 1
# No text that people write goes beyond it, and no database sorts anything after it.
_LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Search:
    """One text, read every way it can be read.

    `text` is as typed, `words` folded; `amount_minor` without sign; at most one of `amount_minor`
    and `day` is set. `asked` is what the full-text index is asked.
    """

    text: str
    words: str
    amount_minor: int | None = None
    day: date | None = None
    asked: Asked = field(default_factory=Asked)


def parsed_search(typed: str) -> Search | None:
    """Read what was typed; None where nothing was."""
    # PostgreSQL has no NUL in a text.
    text = typed.replace("\0", "").strip()
    if not text:
        return None
    return Search(text, fold(text), _amount(text), _day(text), asked_for(text))


def starts_with(
    column: ColumnElement[str], beginning: str | ColumnElement[str]
) -> ColumnElement[bool]:
    """A beginning, taken literally, as a range of the index of a `key_type` column.

    LIKE would read the whole table: its case and its escapes hide the range.
    """
    if isinstance(beginning, str) and not beginning:
        return false()
    return and_(column >= beginning, column < beginning + _LAST_CHARACTER)


def either_sign(column: ColumnElement[int], minor: int) -> ColumnElement[bool]:
    """An amount, whichever way the money went."""
    return or_(column == minor, column == -minor)


def _amount(text: str) -> int | None:
    if not _AMOUNT.fullmatch(text):
        return None
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    try:
        minor = abs(int(Decimal(plain).scaleb(2)))
    except InvalidOperation:
        return None
    return minor if minor <= _LARGEST_MINOR else None


def _day(text: str) -> date | None:
    found = _FRENCH_DATE.fullmatch(text) or _ISO_DATE.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
