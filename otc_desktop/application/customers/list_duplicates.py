"""All pairs of customer files that may be one customer."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories.customer_merges import ordered_pair
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.duplicates import DuplicatePair, pairs
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDuplicates:
    """Ask for the pairs; no more than `most`, which nobody works through in a day."""

    most: int = 500


@use_case(permission=Permission.READ)
def list_duplicates(command: ListDuplicates, ctx: Context, task: Task) -> Sequence[DuplicatePair]:
    """Pairs worth a look, the likeliest first, without those that somebody told apart."""
    with ctx.snapshot() as uow:
        everybody = uow.duplicates.everybody()
        apart = uow.duplicates.all_told_apart()
    task.check_cancelled()
    found = [
        pair
        for pair in pairs(everybody)
        if ordered_pair(pair.first.id, pair.second.id) not in apart
    ]
    return found[: command.most]
