"""Whatever a file from outside is called, its cleaned name is harmless in a folder of ours."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.attachments.file_names import (
    LONGEST_NAME,
    clean_file_name,
    is_executable,
    suffix_of,
)
from otc_desktop.domain.shared.errors import RuleError

_PIECES = st.sampled_from(
    ["..", "/", "\\", "con", "NUL", "com1", ".", " ", "\x00", "\u202e", "é", "e\u0301", ":", "*",
     "exe", "pdf", "a", "_", "~", "\ud800", "\uffff", "𝒳", "\n", "-"]
)  # fmt: skip
_NAMES = st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=30).map("".join))


def _cleaned(name: str) -> str | None:
    try:
        return clean_file_name(name)
    except RuleError:
        return None


@given(_NAMES)
def test_cleaned_name_is_a_plain_name_on_every_system(name: str) -> None:
    cleaned = _cleaned(name)
    if cleaned is None:
        return
    assert cleaned not in ("", ".", "..")
    assert PurePosixPath(cleaned).name == cleaned
    assert PureWindowsPath(cleaned).name == cleaned
    assert PureWindowsPath(cleaned).drive == ""
    assert not set(cleaned) & set('<>:"/\\|?*\x00')
    assert not any(unicodedata.category(sign).startswith("C") for sign in cleaned)
    assert cleaned == cleaned.strip(". ")
    assert not PureWindowsPath(cleaned).is_reserved()
    assert len(cleaned) <= LONGEST_NAME
    assert len(cleaned.encode()) <= 200


@given(_NAMES)
def test_cleaning_twice_changes_nothing_more(name: str) -> None:
    cleaned = _cleaned(name)
    if cleaned is not None:
        assert clean_file_name(cleaned) == cleaned


@given(st.text(max_size=200), st.sampled_from(["exe", "BAT", "lnk", "js", "scr"]))
def test_cleaning_never_hides_that_a_file_is_a_program(stem: str, suffix: str) -> None:
    cleaned = _cleaned(f"{stem}.{suffix}")
    if cleaned is not None and suffix_of(cleaned):
        assert is_executable(cleaned)
