"""The program's own source, for tests of what imports cannot say."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "otc_desktop"


@cache
def modules(*rooms: str) -> dict[str, ast.Module]:
    """Every module of these rooms (all of them when none is named), by its path in the checkout."""
    folders = [PACKAGE / room for room in rooms] or [PACKAGE]
    found = {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
    }
    assert found, f"no source under {rooms}: the test would prove nothing"
    return found


def imported_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
