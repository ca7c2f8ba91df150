"""Doing one intent for many documents: each its own transaction, stopped between two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from otc_desktop.application.kernel.task import SilentTask, Task
from otc_desktop.domain.shared.errors import Cancelled, ExternalError, OtcError

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class BatchOutcome(Generic[ItemT, ResultT]):
    """What became of each: `done` with its result, `refused` with the reason.

    `stopped` says that the rest was left for another time: the user asked for it, or
    something outside failed that would have failed for the rest, too.
    """

    done: tuple[tuple[ItemT, ResultT], ...]
    refused: tuple[tuple[ItemT, OtcError], ...]
    stopped: bool


def run_batch(
    items: Sequence[ItemT], run_one: Callable[[ItemT, Task], ResultT], task: Task
) -> BatchOutcome[ItemT, ResultT]:
    """Run one after the other; what was done stays done when the task is stopped."""
    done: list[tuple[ItemT, ResultT]] = []
    refused: list[tuple[ItemT, OtcError]] = []
    stopped = False
    for place, item in enumerate(items):
        task.progress(place, len(items))
        try:
            task.check_cancelled()
            # The one document is too short to be stopped in the middle.
            done.append((item, run_one(item, SilentTask())))
        except Cancelled:
            stopped = True
            break
        except ExternalError as problem:
            refused.append((item, problem))
            stopped = True
            break
        except OtcError as refusal:
            refused.append((item, refusal))
    return BatchOutcome(tuple(done), tuple(refused), stopped)
