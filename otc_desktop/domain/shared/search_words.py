"""What a text is found by: its words, joined and split the ways people type them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from otc_desktop.domain.shared.text import fold

# Nobody types more of a word; the databases' indexes have limits of their own.
LONGEST_WORD = 60
SHORTEST_CORRECTED = 4
_MOST_WORDS = 200
_WORD = re.compile(r"[^\W_]+")
_ACRONYM_DOT = re.compile(r"(?<=\b[^\W_])\.(?=[^\W_]\b)")
_RUN = re.compile(r"\d+|[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def plain_words(text: str) -> list[str]:
    """The words of a text, folded, in order: «S.A.R.L. L'Étang» is sarl, l, etang."""
    folded = _ACRONYM_DOT.sub("", fold(text))
    return [word[:LONGEST_WORD] for word in _WORD.findall(folded)]


def joined(text: str) -> str:
    """A number or code without separators: «F2026-00412» is f202600412."""
    return "".join(plain_words(text))[:LONGEST_WORD]


def name_words(text: str) -> Iterator[str]:
    """The words of a name, and its neighbours written in one: «durandeclairage»."""
    words = plain_words(text)
    yield from words
    for left, right in pairwise(words):
        yield (left + right)[:LONGEST_WORD]
    if len(words) > 2:
        yield "".join(words)[:LONGEST_WORD]


def number_words(text: str) -> Iterator[str]:
    """The parts of a number: whole, by separator, by letters and digits, without zeros.

    «F2026-00412» is found by f2026, 00412, f202600412, 202600412, 2026 and 412.
    """
    words = plain_words(text)
    yield from words
    whole = "".join(words)[:LONGEST_WORD]
    if not whole:
        return
    yield whole
    letters = _RUN.match(whole)
    if letters and not letters[0].isdigit() and len(letters[0]) < len(whole):
        yield whole[len(letters[0]) :]
    for run in (run for word in words for run in _RUN.findall(word)):
        if len(run) > 1:
            yield run
        bare = run.lstrip("0")
        if bare and bare != run:
            yield bare


def free_words(text: str) -> Iterator[str]:
    """The words of a text, and neighbours in one where both could be parts of a number."""
    words = plain_words(text)
    yield from words
    for left, right in pairwise(words):
        if _DIGIT.search(left) and _DIGIT.search(right):
            yield (left + right)[:LONGEST_WORD]


def once_each(words: Iterable[str]) -> list[str]:
    """Each word once, in order; the first 200 of a very long text."""
    return list(dict.fromkeys(words))[:_MOST_WORDS]


def readings(words: Sequence[str]) -> list[list[str]]:
    """The ways to read typed words: as they stand, two neighbours in one, all in one.

    «dur and sarl» is read as it stands, «durand sarl», «dur andsarl» and «durandsarl».
    """
    found = [list(words)]
    for place in range(len(words) - 1):
        pair = words[place] + words[place + 1]
        found.append([*words[:place], pair, *words[place + 2 :]])
    if len(words) > 2:
        found.append(["".join(words)])
    return found


def correctable(word: str) -> bool:
    """Whether a typo in it can be guessed: names can, numbers name something else."""
    return len(word) >= SHORTEST_CORRECTED and not word.isdigit()


def spelling_keys(word: str) -> set[str]:
    """The word, and the word without one letter: two words one typo apart share a key."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def one_typo_apart(left: str, right: str) -> bool:
    """Whether one letter more, less, other, or two neighbours swapped make them equal."""
    if abs(len(left) - len(right)) > 1:
        return False
    start = 0
    shortest = min(len(left), len(right))
    while start < shortest and left[start] == right[start]:
        start += 1
    if len(left) != len(right):
        longer, shorter = (left, right) if len(left) > len(right) else (right, left)
        return longer[start + 1 :] == shorter[start:]
    rest_left, rest_right = left[start:], right[start:]
    swapped = rest_left[1:2] + rest_left[:1] + rest_left[2:]
    return rest_left[1:] == rest_right[1:] or swapped == rest_right
