"""`python -m tests.bench [NAME…] [--small]`: measure, and print a table with the growth."""

import argparse
import math
import sys
from collections.abc import Callable

from tests.bench import dunning, runs
from tests.bench.measure import Figure, measure

BENCHES: dict[str, tuple[Callable[..., None], tuple[int, int, int]]] = {
    "issuing": (runs.issuing, (100, 300, 900)),
    "batching": (runs.batching, (200, 600, 2_000)),
    "drawing": (runs.drawing, (100, 300, 900)),
    "importing": (runs.importing, (1_000, 4_000, 16_000)),
    "recognising": (runs.recognising, (1_000, 4_000, 16_000)),
    "matching": (runs.matching, (1_000, 4_000, 10_000)),
    "exporting": (runs.exporting, (20_000, 100_000, 500_000)),
    "searching": (runs.searching, (5_000, 20_000, 50_000)),
    "searching on a server": (runs.searching_server, (5_000, 20_000, 50_000)),
    "reminding": (dunning.reminding, (50, 150, 500)),
    "starting": (runs.starting, (1_000, 10_000, 100_000)),
}
_SMALL = 20


def main() -> None:
    """Measure what was named, or everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], default=[])
    parser.add_argument("--small", action="store_true", help="a twentieth of each size")
    options = parser.parse_args()
    sys.stdout.write(
        f"{'what':10} {'size':>9} {'wall s':>8} {'cpu s':>8} {'per s':>9} {'MB':>6} {'growth':>7}\n"
    )
    for name in options.names or BENCHES:
        run, sizes = BENCHES[name]
        before: Figure | None = None
        for size in sizes:
            figure = measure(run, size // _SMALL if options.small else size)
            sys.stdout.write(_row(name, figure, before))
            sys.stdout.flush()
            before = figure


def _row(name: str, figure: Figure, before: Figure | None) -> str:
    """Growth is the exponent between two sizes: 1.00 is linear, 2.00 quadratic."""
    growth = ""
    if before is not None and before.cpu_seconds and figure.cpu_seconds:
        ratio = figure.cpu_seconds / before.cpu_seconds
        growth = f"{math.log(ratio) / math.log(figure.size / before.size):.2f}"
    rate = figure.size / figure.wall_seconds
    return (
        f"{name:10} {figure.size:>9,} {figure.wall_seconds:>8.2f} {figure.cpu_seconds:>8.2f}"
        f" {rate:>9,.0f} {figure.peak_megabytes:>6,.0f} {growth:>7}\n"
    )


if __name__ == "__main__":
    main()
