"""A chain in which nothing can be changed unseen."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from otc_desktop.domain.audit.hash_chain import GENESIS, canonical_json, next_hash
from tests.support.domain import an_id


def chain(payloads: list[str]) -> str:
    link = GENESIS
    for payload in payloads:
        link = next_hash(link, payload)
    return link


def test_one_content_has_one_spelling() -> None:
    assert canonical_json({"b": 1, "a": "é"}) == canonical_json({"a": "é", "b": 1})
    assert canonical_json({"b": 1, "a": "é"}) == '{"a":"é","b":1}'


def test_exact_forms() -> None:
    content = {
        "amount": Decimal("10.10"),
        "day": date(2026, 11, 23),
        "at": datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC),
        "bytes": b"\x00\xff",
        "id": an_id("x"),
        "none": None,
    }
    assert canonical_json(content) == (
        '{"amount":"10.10","at":"2026-11-23T01:02:03+00:00","bytes":"00ff","day":"2026-11-23",'
        f'"id":"{an_id("x")}","none":null}}'
    )


def test_what_has_no_exact_form_is_refused() -> None:
    with pytest.raises(TypeError):
        canonical_json({"x": object()})


def test_the_known_first_link() -> None:
    assert GENESIS == "0" * 64
    # printf '%064d\n{}' 0 | sha256sum
    assert next_hash(GENESIS, "{}") == (
        "5649d09ed68c17156095d175eef152856c5b1a81c117c409c1e00f096aa6838e"
    )


def test_a_change_a_removal_a_swap_and_an_insertion_are_seen() -> None:
    honest = chain(["a", "b", "c"])
    for forged in (["a", "B", "c"], ["a", "c"], ["b", "a", "c"], ["a", "b", "x", "c"], ["ab", "c"]):
        assert chain(forged) != honest
