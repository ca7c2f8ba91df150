"""Read and change the ECB's rates of late interest, by half-year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.late_interest import EcbRate
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event

_JULY = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRates:
    """Ask for the rates known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """The rates known, oldest first, and the terms they serve.

    `missing_from` is the half-year under way where its rate is not known yet.
    """

    rates: Sequence[EcbRate]
    terms: str
    missing_from: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRate:
    """Ask for a rate to be kept for the half-year that begins with its day."""

    rate: EcbRate


@dataclass(frozen=True, slots=True, kw_only=True)
class RateSaved(Event):
    """The ECB's rate of a half-year was entered."""

    from_on: str
    percent: str


@use_case(permission=Permission.READ)
def read_rates(command: ReadRates, ctx: Context, task: Task) -> Rates:
    """The history of the rate."""
    with ctx.snapshot() as uow:
        rates = uow.dunning_plans.rates()
        terms = uow.company.get().late_interest
    half = date(ctx.today.year, _JULY if ctx.today.month >= _JULY else 1, 1)
    known = any(each.from_on == half for each in rates)
    return Rates(rates=rates, terms=terms, missing_from=None if known else half)


@use_case(permission=Permission.SET_UP_COMPANY)
def save_rate(command: SaveRate, ctx: Context, task: Task) -> EcbRate:
    """Keep a rate; reminders already made keep the interest they printed."""
    with ctx.unit_of_work() as uow:
        uow.dunning_plans.put_rate(command.rate, ctx.new_id())
        uow.record(
            RateSaved(
                subject_id=ctx.new_id(),
                customer_id=None,
                from_on=command.rate.from_on.isoformat(),
                percent=str(command.rate.percent),
            )
        )
        return uow.commit(command.rate)
