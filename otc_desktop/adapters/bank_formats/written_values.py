"""Amounts and dates as banks write them in tables, decided for a whole column at a time.

`1.234` alone means two things; among its neighbours it means one. Where even they don't
decide, the file is refused and a person is asked: a wrong amount costs more than a question.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark

# Blanks of all widths, and the apostrophes by which Swiss banks part thousands.
_NOISE = re.compile("[\\s\u00a0\u2007\u2009\u202f'\u2019]")
_CURRENCY = re.compile(r"^(?:€|¤|EUR|EUROS?)|(?:€|¤|EUROS?|[A-Z]{3})$", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9.,]*[0-9][0-9.,]*")
_PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,10})?")
_WRITTEN_DATE = re.compile(
    r"([0-9]{1,4})[-/. ']([0-9]{1,2})[-/. ']([0-9]{1,4})"
    r"(?:[T ,]+[0-9]{1,2}[:h][0-9]{2}.*)?"
)
_COMPACT_DATE = re.compile(r"(?:19|20)[0-9]{6}")
_FIRST_YEAR, _LAST_YEAR = 1970, 2199
_LAST_SHORT_YEAR = 79


def decimal_mark(texts: Iterable[str]) -> DecimalMark | None:
    """Which mark stands before the decimals of a column; AUTO where none of it needs one.

    None where the column can't tell (only `1.234` and the like) or contradicts itself.
    """
    votes: set[DecimalMark] = set()
    open_questions = False
    for text in texts:
        bare = _bare(text)[1]
        vote = _vote(bare)
        if vote is not None:
            votes.add(vote)
        elif "." in bare or "," in bare:
            open_questions = True
    if len(votes) == 1:
        return votes.pop()
    if votes or open_questions:
        return None
    return DecimalMark.AUTO


def written_amount(text: str, mark: DecimalMark) -> Decimal | None:
    """The signed value, or None for what is no number under this decimal mark.

    A minus may stand before or behind, or be a pair of brackets.
    """
    negative, bare = _bare(text)
    if mark is DecimalMark.COMMA:
        bare = bare.replace(".", "").replace(",", ".")
    else:
        bare = bare.replace(",", "")
    if _PLAIN.fullmatch(bare) is None:
        return None
    value = Decimal(bare)
    return -value if negative else value


def date_order(texts: Iterable[str], *, day_first: bool) -> DateOrder | None:
    """In which order a column writes its dates; None where it can't be told.

    Args:
        texts: the column.
        day_first: whether the rest of the file is French, which settles what is open.
    """
    parts = [found for text in texts if (found := _parts(text)) is not None]
    short = [each for each in parts if len(each[0]) <= 2]
    if not short:
        return DateOrder.YEAR_FIRST
    first = any(int(each[0]) > 12 for each in short)
    second = any(int(each[1]) > 12 for each in short)
    if first != second:
        return DateOrder.DAY_FIRST if first else DateOrder.MONTH_FIRST
    if day_first or first or all(each[0] == each[1] for each in short):
        return DateOrder.DAY_FIRST
    return _order_in_time(short)


def written_date(text: str, order: DateOrder) -> date | None:
    """The day, or None for one that does not exist; a time of day is left out."""
    parts = _parts(text)
    if parts is None:
        return None
    first, second, third = parts
    if len(first) == 4:
        year, month, day = first, second, third
    elif order is DateOrder.MONTH_FIRST:
        month, day, year = first, second, third
    else:
        day, month, year = first, second, third
    return _day(year, month, day)


def looks_like_date(text: str) -> bool:
    """Whether a cell is written as a date, right or wrong."""
    return _parts(text) is not None


@lru_cache(maxsize=4096)
def _day(year: str, month: str, day: str) -> date | None:
    if len(year) not in (2, 4) or len(day) > 2:
        return None
    full = int(year)
    if len(year) == 2:
        full += 2000 if full <= _LAST_SHORT_YEAR else 1900
    if not _FIRST_YEAR <= full <= _LAST_YEAR:
        return None
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


def _parts(text: str) -> tuple[str, str, str] | None:
    bare = text.strip()
    if _COMPACT_DATE.fullmatch(bare):
        return bare[:4], bare[4:6], bare[6:]
    found = _WRITTEN_DATE.fullmatch(bare)
    return None if found is None else (found[1], found[2], found[3])


def _order_in_time(parts: Sequence[tuple[str, str, str]]) -> DateOrder | None:
    """The one order in which the lines run in time, where only one of the two does so."""
    fitting = []
    for order, (month, day) in {DateOrder.DAY_FIRST: (1, 0), DateOrder.MONTH_FIRST: (0, 1)}.items():
        days = [_day(each[2], each[month], each[day]) for each in parts]
        known = [each for each in days if each is not None]
        if len(known) == len(days) and known in (sorted(known), sorted(known, reverse=True)):
            fitting.append(order)
    return fitting[0] if len(fitting) == 1 else None


def _bare(text: str) -> tuple[bool, str]:
    """Whether it is negative, and digits and marks alone (or anything, when it is no number)."""
    bare = _NOISE.sub("", text).replace("\u2212", "-").replace("\u2013", "-")
    negative = False
    for _ in range(2):  # the currency may stand inside or outside of sign and brackets
        bare = _CURRENCY.sub("", bare)
        if bare.startswith("(") and bare.endswith(")"):
            negative, bare = True, bare[1:-1]
        elif bare[:1] in "+-" and bare:
            negative = negative or bare[0] == "-"
            bare = bare[1:]
        elif bare[-1:] in "+-" and bare:
            negative = negative or bare[-1] == "-"
            bare = bare[:-1]
    return negative, bare


def _vote(bare: str) -> DecimalMark | None:
    if _DIGITS.fullmatch(bare) is None:
        return None
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return None
    mark = bare[last]
    other = "," if mark == "." else "."
    if other in bare:
        return DecimalMark(mark)
    whole, decimals = bare[:last], bare[last + 1 :]
    if mark in whole:
        return DecimalMark(other)
    if len(decimals) == 3 and 1 <= len(whole) <= 3 and whole != "0":
        return None
    return DecimalMark(mark)
