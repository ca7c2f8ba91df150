"""Document numbers found in free text, compared as whole tokens only."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from otc_desktop.domain.shared.text import fold

# Letters of any alphabet: 100 is no whole token in «Ω100».
_TOKEN = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
# «F 2026 00412» is three tokens; more than four apart is chance.
_LONGEST_WINDOW = 4
_SHORTEST_KEY = 3
# «28/04/2026», «DU 28 04 26», «1 250,00»; «2026-412» holds a year before the number itself.
_BESIDE = re.compile(
    r"(?<!\w)(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:20)?\d\d(?!\w)"
    r"|(?<=DU )(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2]) (?:20)?\d\d(?!\w)"
    # No spaces in it: «412 250,00» is a number and its amount.
    r"|(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+,|\d+[.,])\d\d(?![\w.,])"
    r"|(?<!\w)20[2-4]\d(?=[ /.-]{1,2}\d{2,6}(?!\w))"
)


def number_key(number: str) -> str:
    """Letters and digits alone, in capitals without accents: what banks leave of a number."""
    if number.isascii():
        return _BETWEEN.sub("", number).upper()  # the same, for nearly every number there is
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


def heads_of(keys: Iterable[str]) -> frozenset[str]:
    """How keys begin: most words of a label begin no number, and need no further look."""
    return frozenset(head for key in keys for head in (key[:1], key[:2]))


def find_keys(
    tokens: Sequence[str],
    index: Mapping[str, Sequence[str]],
    heads: Collection[str] | None = None,
) -> list[tuple[str, int, int]]:
    """Known keys in a text's tokens, longest first, with where each begins and ends."""
    found = []
    position = 0
    while position < len(tokens):
        if heads is not None and tokens[position][:2] not in heads:
            position += 1
            continue
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


def tokens_beside(text: str) -> tuple[list[str], list[bool]]:
    """The same, and which of them belong to dates, years and amounts with cents."""
    capitals = fold(text).upper()
    spans = [found.span() for found in _BESIDE.finditer(capitals)]
    if not spans:
        tokens = _TOKEN.findall(capitals)
        return tokens, [False] * len(tokens)
    tokens, beside = [], []
    for found in _TOKEN.finditer(capitals):
        tokens.append(found[0])
        beside.append(any(first <= found.start() < last for first, last in spans))
    return tokens, beside
