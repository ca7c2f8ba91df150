"""Rows of lists of promises."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.dunning.promise import PromiseState
from otc_desktop.domain.shared.ids import CustomerId, PromiseId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """A promise as it stands on a date; `last_day` is the end of its grace."""

    id: PromiseId
    customer_id: CustomerId
    amount: Money
    received: Money
    promised_on: date
    last_day: date
    state: PromiseState
    numbers: tuple[str, ...]
    made_by: str
    text: str
    recorded_on: date
    recorded_by: str
    cancel_reason: str


@dataclass(frozen=True, slots=True)
class PromiseBook:
    """One customer's promises, newest promised date first, and how often they were broken."""

    promises: tuple[PromiseRow, ...]
    broken: int
    kept: int
    pending: int
