"""What a list shows: its columns, and how each value is worded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import Any

from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.tones import StatusMark


class ColumnKind(Enum):
    """What a column's values are; decides wording, alignment and figures.

    MONEY takes `Money`, DATE `date`, NUMBER and PERCENT `Decimal` or int,
    STATUS `StatusMark`, TEXT anything. None is shown as an empty cell.
    """

    TEXT = "text"
    MONEY = "money"
    DATE = "date"
    NUMBER = "number"
    PERCENT = "percent"
    STATUS = "status"

    @property
    def right_aligned(self) -> bool:
        """Whether the values line up at the right."""
        return self in {ColumnKind.MONEY, ColumnKind.NUMBER, ColumnKind.PERCENT}

    @property
    def has_figures(self) -> bool:
        """Whether figures of one width help reading down the column."""
        return self.right_aligned or self is ColumnKind.DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    `name` is the sort key of the page request and the key of its total; the value is the
    row's attribute of that name, or what `value` makes of the row. `width` is in pixels at
    scale 1. `sortable` only where the database has an index for it.
    """

    name: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 120
    sortable: bool = False
    value: Callable[[Any], Any] | None = None

    def value_of(self, row: object) -> Any:
        """The row's value in this column."""
        return (self.value or attrgetter(self.name))(row)


def display_text(value: object, formats: Formats, kind: ColumnKind = ColumnKind.TEXT) -> str:
    """A value in the window's language."""
    match value:
        case None:
            return ""
        case Money():
            return formats.money(value)
        case date():
            return formats.date(value)
        case Decimal() | int() if not isinstance(value, bool):
            percent = kind is ColumnKind.PERCENT
            return formats.percent(Decimal(value)) if percent else formats.number(value)
        case StatusMark():
            return value.text
        case _:
            return str(value)
