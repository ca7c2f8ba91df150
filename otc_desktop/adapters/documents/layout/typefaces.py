"""The document typeface: embedded, subset, and never silent about a letter it lacks.

Source Sans (SIL Open Font Licence) has the letters of every language written in Latin,
Greek or Cyrillic, figures of one width, and comes as a package of its own.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_PACKAGE = "font_source_sans_pro"
# Narrow and wide spaces become one that never breaks: a thousands separator stays
# readable, and a copied amount reads «1 234,56 €» in ordinary characters.
_SPACES = dict.fromkeys(map(ord, "\t\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), "\u00a0")
_MISSING = "?"
_SHOWS_NOTHING = frozenset({"Cc", "Cf", "Mn", "Me"})
# Part of an em added to each space: the face's own is so narrow that the thousands of
# an amount run together.
WORD_SPACE = 0.06


class Typeface:
    """One weight of the document typeface, registered once per process."""

    def __init__(self, name: str, file_name: str) -> None:
        self.name = name
        content = files(_PACKAGE).joinpath("files", file_name).read_bytes()
        font = TTFont(name, BytesIO(content))
        pdfmetrics.registerFont(font)
        self._widths: dict[str, float] = {
            chr(code): width
            for code, width in font.face.charWidths.items()
            if code in font.face.charToGlyph and _is_printable(chr(code)) and code not in _SPACES
        }
        for space in " \u00a0":
            self._widths[space] += WORD_SPACE * 1000
        self._letters = frozenset(self._widths)

    def printable(self, text: str) -> str:
        """The text in letters this typeface has.

        A letter it lacks becomes its base letters where Unicode knows them, else a
        question mark: a reader sees that something stood there. Control characters,
        which show nothing, are left out.
        """
        if self._letters.issuperset(text):
            return text
        composed = unicodedata.normalize("NFC", text.translate(_SPACES))
        return "".join(map(self._shown, composed))

    def _shown(self, letter: str) -> str:
        if letter in self._letters:
            return letter
        if unicodedata.category(letter) in _SHOWS_NOTHING:
            return ""
        plain = unicodedata.normalize("NFKD", letter)
        return "".join(part for part in plain if part in self._letters) or _MISSING

    def width(self, text: str, size: float) -> float:
        """Width in points of text that `printable` returned."""
        return sum(map(self._widths.__getitem__, text)) * size / 1000


def _is_printable(letter: str) -> bool:
    # Soft hyphens and direction marks have glyphs but must not reach the page; loose
    # accents would stand beside their letter, so the composed letter is taken instead.
    return unicodedata.category(letter) not in _SHOWS_NOTHING | {"Co", "Cs", "Zl", "Zp"}


@cache
def regular() -> Typeface:
    """The weight of running text."""
    return Typeface("OtcRegular", "SourceSansPro-Regular.ttf")


@cache
def strong() -> Typeface:
    """The weight of headings and totals."""
    return Typeface("OtcStrong", "SourceSansPro-Semibold.ttf")
