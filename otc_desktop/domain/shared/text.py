"""Text as people compare it: without accents, case and doubled spaces."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
# Letters that Unicode does not decompose.
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)


def fold(text: str) -> str:
    """Lower case, no accents, single spaces: the form for searching and comparing."""
    if text.isascii():
        return " ".join(text.split()).casefold()  # the same, for most of what banks write
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SPACES.sub(" ", plain).strip().casefold()
