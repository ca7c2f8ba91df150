"""Document numbers found in free text, compared as whole tokens only."""

import re
from collections.abc import Iterable, Mapping, Sequence

from otc_desktop.domain.shared.text import fold

# Letters of any alphabet: 100 is no whole token in «Ω100».
_TOKEN = re.compile(r"[^\W_]+")
# «F 2026 00412» is three tokens; more than four apart is chance.
_LONGEST_WINDOW = 4
_SHORTEST_KEY = 3


def number_key(number: str) -> str:
    """Letters and digits alone, in capitals without accents: what banks leave of a number."""
    return "".join(tokens_of(number))


def index_by_key(numbers: Iterable[str]) -> dict[str, list[str]]:
    """Numbers by key; two numbers that differ in punctuation alone share one."""
    index: dict[str, list[str]] = {}
    for number in numbers:
        key = number_key(number)
        if len(key) >= _SHORTEST_KEY:
            index.setdefault(key, []).append(number)
    return index


def find_numbers(text: str, index: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Known numbers that stand in the text as whole tokens, in order of appearance.

    Spaces and punctuation inside a number don't matter; INV-1 is never found inside
    INV-10, for a token is taken whole.
    """
    found: dict[str, None] = {}
    for key, _, _ in find_keys(tokens_of(text), index):
        found.update(dict.fromkeys(index[key]))
    return tuple(found)


def find_keys(
    tokens: Sequence[str], index: Mapping[str, Sequence[str]]
) -> list[tuple[str, int, int]]:
    """Known keys in a text's tokens, longest first, with where each begins and ends."""
    found = []
    position = 0
    while position < len(tokens):
        step = 1
        for width in range(min(_LONGEST_WINDOW, len(tokens) - position), 0, -1):
            key = "".join(tokens[position : position + width])
            if index.get(key):
                found.append((key, position, position + width))
                step = width
                break
        position += step
    return found


def tokens_of(text: str) -> list[str]:
    """The words and numbers of a text, folded, in capitals."""
    return _TOKEN.findall(fold(text).upper())
