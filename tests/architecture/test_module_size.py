"""A module that passes 400 lines is two modules."""

from tests.support.source_tree import PACKAGE, ROOT

MOST_LINES = 400


def test_no_module_passes_the_limit() -> None:
    sources = [*PACKAGE.rglob("*.py"), *(ROOT / "installer").rglob("*.py")]
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources
    }
    assert lengths
    assert not {path: lines for path, lines in lengths.items() if lines > MOST_LINES}
