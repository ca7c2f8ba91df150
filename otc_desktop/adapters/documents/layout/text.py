"""Wrapping: text of any length and any words, inside a width."""

from collections.abc import Iterator
from itertools import islice

from otc_desktop.adapters.documents.layout.styles import Style

_ELLIPSIS = "…"


def wrap(text: str, style: Style, width: float, *, most_lines: int | None = None) -> list[str]:
    """Lines no wider than `width` points; a word wider than that is cut.

    The text is plain: nothing in it is read as markup. Line breaks are kept, blank
    lines dropped. Beyond `most_lines` the rest is replaced by an ellipsis.
    """
    lines = _lines(text, style, width)
    if most_lines is None:
        return list(lines)
    kept = list(islice(lines, most_lines + 1))
    if len(kept) > most_lines:
        kept = kept[:most_lines]
        last = kept[-1] + _ELLIPSIS
        while len(last) > 1 and style.width(last) > width:
            last = last[:-2] + _ELLIPSIS
        kept[-1] = last
    return kept


def _lines(text: str, style: Style, width: float) -> Iterator[str]:
    for paragraph in text.splitlines():
        printable = style.typeface.printable(paragraph).strip(" ")
        if not printable:
            continue
        if style.width(printable) <= width:
            yield printable
        else:
            yield from _filled(printable.split(" "), style, width)


def _filled(words: list[str], style: Style, width: float) -> Iterator[str]:
    space = style.width(" ")
    line: list[str] = []
    used = 0.0
    for word in words:
        wide = style.width(word)
        if line and used + space + wide > width:
            yield " ".join(line)
            line, used = [], 0.0
        if wide > width:
            *whole, rest = _cut(word, style, width)
            yield from whole
            line, used = [rest], style.width(rest)
        else:
            used += wide + (space if line else 0.0)
            line.append(word)
    if line:
        yield " ".join(line)


def _cut(word: str, style: Style, width: float) -> list[str]:
    pieces: list[str] = []
    start, used = 0, 0.0
    for position, letter in enumerate(word):
        wide = style.width(letter)
        if position > start and used + wide > width:
            pieces.append(word[start:position])
            start, used = position, 0.0
        used += wide
    pieces.append(word[start:])
    return pieces
