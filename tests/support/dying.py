"""Processes that die at a chosen step, as a power cut would kill them."""

import os
import sys
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

_KILLED = 86
_MOST_STEPS = 500


def dies_at_every_step(work: Callable[[], object]) -> Iterator[int]:
    """Run the work in a child that dies before its first database step, then its second …

    Yields after each death the number of steps it lived, and ends when a child lives
    through the whole work. A commit is a step of its own: dying there loses everything,
    dying after it loses nothing.
    """
    if not hasattr(os, "fork"):
        pytest.skip("needs a system that can fork a process")
    for steps in range(_MOST_STEPS):
        if _survives(work, steps):
            return
        yield steps
    raise AssertionError("the work never came to its end")


def _survives(work: Callable[[], object], steps: int) -> bool:
    child = os.fork()
    if child == 0:
        _die_after(steps)
        try:
            work()
        except BaseException as problem:
            sys.stderr.write(f"{problem!r}\n")
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, _KILLED), f"the child failed by itself after {steps} steps"
    return code == 0


def _die_after(steps: int) -> None:
    left = steps

    def step(*_: object) -> None:
        nonlocal left
        if left == 0:
            os._exit(_KILLED)
        left -= 1

    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)
