"""Presenters decide what a tab shows; they do it without a widget, so that rules stay testable."""

import ast
from pathlib import PurePath

from tests.support.source_tree import imported_names, modules

WIDGETS = "PySide6.QtWidgets"


def _widget_imports(tree: ast.AST) -> list[int]:
    return [line for line, name in imported_names(tree) if f"{name}.".startswith(f"{WIDGETS}.")]


def test_search_sees_every_import_of_widgets() -> None:
    source = (
        "from PySide6.QtWidgets import QLabel\n"
        "from PySide6 import QtWidgets\n"
        "import PySide6.QtWidgets as q\n"
        "from PySide6.QtCore import QObject\n"
    )
    assert _widget_imports(ast.parse(source)) == [1, 2, 3]


def test_presenters_import_no_widgets() -> None:
    presenters = {
        path: tree
        for path, tree in modules("ui").items()
        if PurePath(path).stem.endswith("presenter")
    }
    assert presenters, "no presenter found: the test would prove nothing"
    assert not {
        path: lines for path, tree in presenters.items() if (lines := _widget_imports(tree))
    }
