"""What the proof of the archive asks of the files that an issue kept."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol


class UnreadableFileError(Exception):
    """Archived bytes that are not the file they should be; told as a failed check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedSums:
    """What an archived XML says: number, day, and sums in units of its currency.

    `vat_groups` are category, rate in per cent, basis and VAT, sorted; `paid` is BT-113,
    `due` BT-115.
    """

    number: str
    issued_on: date
    currency: str
    total_excl_tax: Decimal
    total_vat: Decimal
    total_incl_tax: Decimal
    paid: Decimal
    due: Decimal
    vat_groups: tuple[tuple[str, Decimal, Decimal, Decimal], ...]


class IssuedFiles(Protocol):
    """Reads archived files back."""

    def embedded(self, pdf: bytes) -> bytes | None:
        """The XML inside a PDF, None for a plain one.

        Raises:
            UnreadableFileError: the bytes are no PDF.
        """

    def sums(self, xml: bytes) -> IssuedSums:
        """Number, day and sums of an archived XML.

        Raises:
            UnreadableFileError: it is none.
        """
