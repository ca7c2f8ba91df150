"""A module says what it holds; these words say nothing."""

from pathlib import PurePath

from tests.support.source_tree import modules

EMPTY_WORDS = {
    *("util", "utils", "helper", "helpers", "common", "commons", "manager", "managers"),
    *("misc", "stuff"),
}


def test_no_module_or_package_has_an_empty_name() -> None:
    empty = [
        path
        for path in modules()
        if any(EMPTY_WORDS & set(part.split("_")) for part in PurePath(path).with_suffix("").parts)
    ]
    assert not empty
