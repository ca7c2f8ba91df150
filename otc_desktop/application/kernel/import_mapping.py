"""Which column of somebody else's table is what: suggested, chosen, and remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from otc_desktop.domain.shared.text import fold


class DateOrder(StrEnum):
    """How the dates of a file are written."""

    AUTO = "auto"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


class DecimalMark(StrEnum):
    """Which sign stands before the decimals; the other one parts thousands."""

    AUTO = "auto"
    COMMA = ","
    POINT = "."


def header_key(header: str) -> str:
    """A header's letters and digits: case, accents, spaces and signs make no difference."""
    return "".join(letter for letter in fold(header) if letter.isalnum())


def header_signature(titles: Sequence[str]) -> str:
    """What makes two files the same kind of file: their headers, in order."""
    return sha256("\n".join(header_key(title) for title in titles).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping:
    """What each column of files with certain headers is taken for.

    `columns` has one entry a header, in the order of the file: the name of our column, or
    empty for one that is left aside. `constants` stand in for columns that the file lacks,
    or cells it leaves empty. `title` is what people call it, such as `clients-sage.csv`.
    """

    kind: str
    titles: tuple[str, ...]
    columns: tuple[str, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    dates: DateOrder = DateOrder.AUTO
    decimals: DecimalMark = DecimalMark.AUTO
    title: str = ""
    id: UUID | None = None
    version: int = 1

    @property
    def signature(self) -> str:
        """What a file is recognised by."""
        return header_signature(self.titles)

    def titles_match(self, titles: Sequence[str]) -> bool:
        """Whether a file with these headers is of the kind it was made for."""
        return len(titles) == len(self.titles) and header_signature(titles) == self.signature
