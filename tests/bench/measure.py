"""One measured run, in a process of its own so that memory and caches start fresh."""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

_KILOBYTE = 1024


@dataclass(frozen=True)
class Figure:
    """What one run took."""

    size: int
    wall_seconds: float
    cpu_seconds: float
    peak_megabytes: float


class Watch:
    """Handed to a run: times only what stands inside `with`."""

    wall = cpu = 0.0

    def __enter__(self) -> "Watch":
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall += time.perf_counter() - self._wall
        self.cpu += time.process_time() - self._cpu


def measure(run: Callable[..., None], size: int, **settings: Any) -> Figure:
    """Run `run(size, watch, **settings)` in a fresh process."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_child, args=(run, size, settings, theirs))
    child.start()
    theirs.close()
    try:
        wall, cpu, peak = ours.recv()
    except EOFError as problem:
        raise RuntimeError(f"{run.__name__} failed at size {size}") from problem
    finally:
        child.join()
    return Figure(size, wall, cpu, peak)


def _child(
    run: Callable[..., None], size: int, settings: dict[str, Any], answer: Connection
) -> None:
    watch = Watch()
    run(size, watch, **settings)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # macOS counts bytes, Linux kilobytes.
    megabytes = peak / _KILOBYTE / (_KILOBYTE if sys.platform == "darwin" else 1)
    answer.send((watch.wall, watch.cpu, megabytes))
