"""Matching letters (*lettrage*) on the customer account: AA, AB … ZZ, AAA …"""

from otc_desktop.domain.shared.errors import RuleError

_FIRST = 2


def nth_letter(place: int) -> str:
    """The code of the n-th group of an account, from 1: two letters first, then three.

    Raises:
        RuleError: `receivables.bad_letter` for a place below 1.
    """
    if place < 1:
        raise RuleError("receivables.bad_letter", place=place)
    rest = place - 1
    width = _FIRST
    while rest >= 26**width:
        rest -= 26**width
        width += 1
    letters = ""
    for _ in range(width):
        rest, digit = divmod(rest, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
