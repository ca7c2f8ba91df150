"""Units of sale: UN/ECE Recommendation 20 and 21 codes (BT-130), and the words people write."""

import re

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.text import fold

PIECE = "C62"
# What a form offers first, in the order of use; every other code of the lists is taken, too.
USUAL_UNITS = (
    "C62", "HUR", "DAY", "MON", "ANN", "LS", "E48", "KGM", "GRM", "TNE", "MTR", "LM", "MTK",
    "MTQ", "LTR", "KMT", "KWH", "MIN", "SET", "PR", "DZN", "PK", "BX", "CT", "PF", "RO", "SA",
)  # fmt: skip
_WORDS = {
    "C62": "piece pce pc u unite un unit units pieces ea each",
    "HUR": "heure h hour hr",
    "DAY": "jour j day d",
    "MON": "mois month",
    "ANN": "an annee year",
    "MIN": "minute mn min",
    "LS": "forfait ft lump",
    "E48": "prestation service",
    "KGM": "kg kilo kilogramme",
    "GRM": "g gramme",
    "TNE": "t tonne",
    "MTR": "m metre ml",
    "LM": "lineaire",
    "MTK": "m2",
    "MTQ": "m3",
    "LTR": "l litre",
    "KMT": "km kilometre",
    "KWH": "kwh",
    "SET": "lot jeu kit set",
    "PR": "paire pair",
    "DZN": "douzaine dozen",
    "PK": "paquet pack",
    "BX": "boite box",
    "CT": "carton",
    "PF": "palette pallet",
    "RO": "rouleau roll",
    "SA": "sac bag",
}
_BY_WORD = {word: code for code, words in _WORDS.items() for word in words.split()}
_CODE = re.compile(r"[A-Z0-9]{2,3}")


def unit_of(text: str) -> str:
    """The code of a unit written as its code or as a French or English word.

    Nothing written is a piece.

    Raises:
        RuleError: `catalogue.unknown_unit`.
    """
    text = text.strip()
    if not text:
        return PIECE
    word = fold(text).replace("²", "2").replace("³", "3")
    # Odoo writes «Unité(s)», others a plural.
    for each in (word, word.replace("(s)", ""), word.removesuffix("s")):
        if each in _BY_WORD:
            return _BY_WORD[each]
    if _CODE.fullmatch(text):
        return text
    raise RuleError("catalogue.unknown_unit", value=text)
