"""One clock: nobody but adapters/platform asks the machine what day or time it is."""

import ast
from collections.abc import Iterator

from tests.support.source_tree import imported_names, modules

CLOCK_ROOM = "otc_desktop/adapters/platform/"
# A stretch of time (time.monotonic, time.perf_counter) says no date and is free to use.
ASKING = {
    "date.today",
    "datetime.today",
    "datetime.now",
    "datetime.utcnow",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "QDate.currentDate",
    "QTime.currentTime",
    "QDateTime.currentDateTime",
    "QDateTime.currentDateTimeUtc",
    "QDateTime.currentMSecsSinceEpoch",
}


def _asks(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).rpartition(".")[2]
            if f"{owner}.{node.attr}" in ASKING:
                yield node.lineno
    # `from time import time` would hide the owner.
    yield from (line for line, name in imported_names(tree) if name in ASKING)


def test_search_sees_every_way_of_asking() -> None:
    source = (
        "from time import time\n"
        "datetime.date.today()\n"
        "make = datetime.now\n"
        "ctx.now()\n"
        "time.monotonic()\n"
        "QDate.currentDate()\n"
    )
    assert sorted(_asks(ast.parse(source))) == [1, 2, 3, 6]


def test_only_the_clock_asks_the_machine() -> None:
    found = {
        path: lines
        for path, tree in modules().items()
        if not path.startswith(CLOCK_ROOM) and (lines := sorted(_asks(tree)))
    }
    assert not found


def test_the_clock_itself_asks() -> None:
    # Were the clock to move, the room above would have to move with it.
    assert any(any(_asks(tree)) for path, tree in modules().items() if path.startswith(CLOCK_ROOM))
