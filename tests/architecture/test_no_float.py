"""No binary fraction where money is counted: domain and application use Decimal and integers."""

import ast
from collections.abc import Iterator

from tests.support.source_tree import modules

# A probability orders proposals and meets a threshold; it never becomes an amount.
ALLOWED = {
    "otc_desktop/domain/matching/scoring.py": "the probabilities themselves",
    "otc_desktop/domain/matching/candidates.py": "a proposal carries its probability",
    "otc_desktop/domain/matching/engine.py": "compares a probability with the threshold",
    "otc_desktop/domain/receivables/allocation.py": "remembers how sure the machine was",
    "otc_desktop/application/banking/queries.py": "shows how sure the machine was",
    "otc_desktop/application/receivables/match_receipts.py": "takes the threshold from the user",
    "otc_desktop/application/kernel/settle_receipt.py": "hands the probability on",
    "otc_desktop/application/receivables/allocate_receipt.py": "takes over what was proposed",
}


def _floats(tree: ast.AST) -> Iterator[int]:
    """Lines with a float literal or the name `float`, but for `isinstance(x, float)`.

    That one is how money refuses a float.
    """
    refusals = {
        id(name)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "isinstance"
        for name in ast.walk(call)
    }
    for node in ast.walk(tree):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        named = isinstance(node, ast.Name) and node.id == "float" and id(node) not in refusals
        if literal or named:
            assert isinstance(node, ast.expr)
            yield node.lineno


def test_search_sees_literals_annotations_and_calls_but_no_refusals() -> None:
    source = "a = 0.1\nb: float\nc = float('1')\nisinstance(d, float)\ne: float | None\n"
    assert sorted(_floats(ast.parse(source))) == [1, 2, 3, 5]


def test_money_is_counted_without_floats() -> None:
    found = {
        path: lines
        for path, tree in modules("domain", "application").items()
        if path not in ALLOWED and (lines := sorted(_floats(tree)))
    }
    assert not found


def test_every_exception_is_still_needed() -> None:
    sources = modules("domain", "application")
    idle = [path for path in ALLOWED if path not in sources or not any(_floats(sources[path]))]
    assert not idle
