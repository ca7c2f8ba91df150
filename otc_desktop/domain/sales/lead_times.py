"""How long each stage takes, from the order to the cash."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.shared.ids import SalesOrderId

_TENTH = Decimal("0.1")


class Stage(StrEnum):
    """A step of an order's way, named after what ends it."""

    CONFIRMATION = "confirmation"
    DELIVERY = "delivery"
    INVOICE = "invoice"
    CASH = "cash"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderStages:
    """The dates of an order; None for what has not happened.

    Delivered means in full, paid means the last of its invoices is settled.
    """

    id: SalesOrderId
    number: str
    customer_code: str
    customer_name: str
    ordered_on: date
    confirmed_on: date | None = None
    delivered_on: date | None = None
    invoiced_on: date | None = None
    paid_on: date | None = None

    def days(self, stage: Stage) -> int | None:
        """Days of a stage, None while it isn't over or where a date was not kept.

        A stage that ended before the one ahead of it, such as an invoice before the last
        delivery, took no days.
        """
        began, ended = {
            Stage.CONFIRMATION: (self.ordered_on, self.confirmed_on),
            Stage.DELIVERY: (self.confirmed_on or self.ordered_on, self.delivered_on),
            Stage.INVOICE: (self.delivered_on, self.invoiced_on),
            Stage.CASH: (self.invoiced_on, self.paid_on),
        }[stage]
        if began is None or ended is None:
            return None
        return max((ended - began).days, 0)

    @property
    def total_days(self) -> int | None:
        """From the order to the cash."""
        return None if self.paid_on is None else max((self.paid_on - self.ordered_on).days, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFigures:
    """A stage over many orders; `average` and `median` in days, with one decimal."""

    stage: Stage
    orders: int
    average: Decimal
    median: Decimal
    longest: int


def stage_figures(orders: Iterable[OrderStages]) -> Mapping[Stage, StageFigures]:
    """Each stage that at least one order has been through."""
    days: dict[Stage, list[int]] = {stage: [] for stage in Stage}
    for order in orders:
        for stage in Stage:
            found = order.days(stage)
            if found is not None:
                days[stage].append(found)
    return {stage: _figures(stage, sorted(found)) for stage, found in days.items() if found}


def slowest_stage(figures: Mapping[Stage, StageFigures]) -> Stage | None:
    """The stage that takes the most days on average; None where nothing took any."""
    slow = max(figures.values(), key=lambda each: each.average, default=None)
    return None if slow is None or not slow.average else slow.stage


def _figures(stage: Stage, days: list[int]) -> StageFigures:
    count, middle = len(days), len(days) // 2
    median = Decimal(days[middle])
    if count % 2 == 0:
        median = Decimal(days[middle - 1] + days[middle]) / 2
    return StageFigures(
        stage=stage,
        orders=count,
        average=(Decimal(sum(days)) / count).quantize(_TENTH),
        median=median.quantize(_TENTH),
        longest=days[-1],
    )
