"""Rows copied for a spreadsheet: readable numbers, and no text that turns into a formula."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.tables.columns import Column, display_text

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows_as_text(rows: Iterable[object], columns: Sequence[Column], formats: Formats) -> str:
    """Header and rows, cells separated by tabs, as spreadsheets paste them."""
    lines = ["\t".join(column.title for column in columns)]
    lines += [
        "\t".join(_cell(column.value_of(row), column, formats) for column in columns)
        for row in rows
    ]
    return "\n".join(lines)


def _cell(value: object, column: Column, formats: Formats) -> str:
    if isinstance(value, Money):
        return formats.for_spreadsheet(value.amount)
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return formats.for_spreadsheet(Decimal(value))
    text = " ".join(display_text(value, formats, column.kind).split())
    if not isinstance(value, date) and text.startswith(_STARTS_A_FORMULA):
        return f"'{text}"
    return text
