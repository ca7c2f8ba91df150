"""Every intent names the right it needs, and passes through the one door that checks it."""

import ast
import importlib
from collections import Counter

from otc_desktop.application.kernel.use_case import UseCase
from otc_desktop.domain.security.permissions import Permission
from tests.support.source_tree import modules

INTENT = ["command", "ctx", "task"]


def _use_cases() -> dict[str, UseCase[object, object]]:
    found = {}
    for path in modules("application"):
        name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for word, thing in vars(importlib.import_module(name)).items():
            if isinstance(thing, UseCase):
                found[f"{name}.{word}"] = thing
    return found


def test_every_use_case_names_a_permission() -> None:
    use_cases = _use_cases()
    assert use_cases
    without = [
        name for name, each in use_cases.items() if not isinstance(each.permission, Permission)
    ]
    assert not without


def test_every_function_with_the_shape_of_an_intent_is_a_use_case() -> None:
    # Forgetting the decorator would leave a door without a lock.
    unlocked = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in modules("application").items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and [argument.arg for argument in node.args.args] == INTENT
        and not any("use_case(" in ast.unparse(each) for each in node.decorator_list)
    ]
    assert not unlocked


def test_names_of_use_cases_are_unique() -> None:
    # The audit trail tells intents apart by their names alone.
    names = Counter(each.name for each in set(_use_cases().values()))
    assert not [name for name, times in names.items() if times > 1]
