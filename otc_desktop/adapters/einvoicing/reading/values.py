"""Texts of an untrusted XML document as days, figures and words; what can't be is noted."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from lxml import etree

from otc_desktop.domain.shared.findings import Finding, error, warning

# A decimal as EN 16931 writes it, no exponent; longer ones are no amounts of this world.
_FIGURE = re.compile(r"[+-]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})")
_LONGEST_TEXT = 10_000
_SHOWN = 40
_ISO_DAY = len("2026-12-31")


class Values:
    """Reads below an element by paths such as `ram:Name`, and keeps what is at fault.

    Args:
        names: prefixes of the paths.
    """

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self.faults: list[Finding] = []

    def one(self, at: etree._Element | None, path: str) -> etree._Element | None:
        """The first element of a path."""
        return None if at is None else at.find(path, self._names)

    def every(self, at: etree._Element | None, path: str) -> list[etree._Element]:
        """All elements of a path."""
        return [] if at is None else at.findall(path, self._names)

    def text(self, at: etree._Element | None, path: str, where: str) -> str:
        """The words of the first element of a path."""
        return self.words(self.one(at, path), where)

    def texts(self, at: etree._Element | None, path: str, where: str) -> tuple[str, ...]:
        """The words of each element of a path that has some."""
        found = (self.words(each, where) for each in self.every(at, path))
        return tuple(each for each in found if each)

    def words(self, element: etree._Element | None, where: str) -> str:
        """The words of an element."""
        text = "" if element is None else (element.text or "").strip()
        if len(text) > _LONGEST_TEXT:
            self.faults.append(warning("einvoicing.text_cut", where, longest=_LONGEST_TEXT))
            return text[:_LONGEST_TEXT]
        return text

    def figure(self, at: etree._Element | None, path: str, where: str) -> Decimal | None:
        """An amount, a quantity, a rate."""
        return self.figure_of(self.one(at, path), where)

    def in_currency(self, found: list[etree._Element], currency: str, where: str) -> Decimal | None:
        """The amount among these that is in a currency; one that names none is in any."""
        for each in found:
            if each.get("currencyID", currency) == currency:
                return self.figure_of(each, where)
        return None

    def figure_of(self, element: etree._Element | None, where: str) -> Decimal | None:
        """An amount, a quantity, a rate of an element."""
        text = self.words(element, where)
        if not text:
            return None
        if not text.isascii() or not _FIGURE.fullmatch(text):
            self.faults.append(error("einvoicing.bad_figure", where, value=text[:_SHOWN]))
            return None
        return Decimal(text)

    def day(self, at: etree._Element | None, path: str, where: str) -> date | None:
        """A day, as `20261231` (format 102) or `2026-12-31`."""
        text = self.text(at, path, where)
        if not text:
            return None
        try:
            # A time zone may follow in XML; the day is what stands there.
            if len(text) >= _ISO_DAY and text[4] == "-":
                return date.fromisoformat(text[:_ISO_DAY])
            return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            self.faults.append(error("einvoicing.bad_day", where, value=text[:_SHOWN]))
            return None

    def flag(self, at: etree._Element | None, path: str, where: str) -> bool:
        """`true` or `1`; whatever else is no."""
        return self.text(at, path, where).lower() in ("true", "1")

    def identifiers(
        self, at: etree._Element | None, path: str, where: str
    ) -> Iterator[tuple[str, str]]:
        """Scheme and value of each element of a path."""
        for each in self.every(at, path):
            value = self.words(each, where)
            if value:
                yield each.get("schemeID", "").strip()[:_SHOWN], value

    def identifier(self, at: etree._Element | None, path: str, where: str) -> tuple[str, str]:
        """Scheme and value of the first, empty for none."""
        return next(self.identifiers(at, path, where), ("", ""))


def decoded_size(text: str | None) -> int:
    """How many bytes a base64 text holds, without decoding what is only to be listed."""
    body = "".join((text or "").split())
    return len(body) * 3 // 4 - body[-2:].count("=")
