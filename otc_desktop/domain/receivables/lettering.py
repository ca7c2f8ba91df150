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


def place_of(letter: str) -> int:
    """The place of a letter in its account's sequence, whatever its case; the other way round.

    Raises:
        RuleError: `receivables.bad_letter` for what is no letter.
    """
    letters = letter.upper()
    if len(letters) < _FIRST or any(not "A" <= each <= "Z" for each in letters):
        raise RuleError("receivables.bad_letter", place=letter)
    rest = before = 0
    for each in letters:
        rest = rest * 26 + ord(each) - ord("A")
    for width in range(_FIRST, len(letters)):
        before += int(26**width)
    return 1 + before + rest
