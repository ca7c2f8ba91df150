"""Amounts that a label tells: what was paid before somebody kept a fee."""

import re
from collections.abc import Iterator
from itertools import chain

from otc_desktop.domain.shared.text import fold

# «1 250,00», «1.250,00», «1250.00»: two decimals, so that it is no number of anything else.
_AMOUNT = re.compile(r"(?<![\w.,])(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d{1,7})[.,](\d{2})(?![\d,.])")
# Banks that keep letters and digits alone write «BRUT 14017 97».
_BARE = re.compile(r"\b(?:brut|gross|montant|total)\W*(\d{1,7}) (\d{2})(?!\d)")
_FEE_CUE = re.compile(r"\b(?:com|comm|commissions?|frais|fees?|charges?|retenue|reserve)\b\W*$")
# What card companies and banks keep stays below a twentieth; more is another story.
FEE_SHARE = 20


def gross_told(text: str, received_minor: int) -> Iterator[int]:
    """Cents that were paid before a fee, where the label names the gross sum or the fee.

    A settlement of cards or of a payment service says «BRUT 250,00 COM 3,00», or only one of
    the two; the line carries the net.
    """
    folded = fold(text)
    seen: set[int] = set()
    for found in chain(_AMOUNT.finditer(folded), _BARE.finditer(folded)):
        told = int(re.sub(r"\D", "", found[1]) + found[2])
        cued = _FEE_CUE.search(folded[: found.start()]) is not None
        gross = received_minor + told if cued else told
        fee = gross - received_minor
        if 0 < fee * FEE_SHARE <= gross and gross not in seen:
            seen.add(gross)
            yield gross
