"""`otc demo`."""

from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House


def make_demo(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make a lively fictitious company, by the same intents a user has."""
    house.upgrade()
    return dict(
        house.make_demo(
            customers=options.customers, invoices=options.invoices, seed=options.seed, task=task
        )
    )
