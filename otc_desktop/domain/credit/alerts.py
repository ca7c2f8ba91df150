"""What a credit controller is warned of, before an order has to be held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.credit.exposure import Exposure
from otc_desktop.domain.credit.grade import GivenGrade
from otc_desktop.domain.credit.policy import CreditPolicy
from otc_desktop.domain.shared.calendar import plus_months
from otc_desktop.domain.shared.money import Money


class AlertKind(StrEnum):
    """What is the matter, the most urgent first."""

    SIREN_CEASED = "siren_ceased"
    LIMIT_EXCEEDED = "limit_exceeded"
    GRADE_FELL = "grade_fell"
    FIRST_UNPAID = "first_unpaid"
    INSURANCE_EXCEEDED = "insurance_exceeded"
    LIMIT_NEAR = "limit_near"
    REVIEW_DUE = "review_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedCustomer:
    """What the alerts of one customer are made of.

    `overdue` is everything past its date; `was_late_before` whether an earlier document was
    settled after its date. `known_since` is the date of the first document, from which an
    imported limit that nobody ever reviewed counts as old.
    """

    exposure: Exposure
    limit: Money | None
    insured: Money | None
    grade: GivenGrade
    reviewed_on: date | None
    ceased_on: date | None
    overdue: Money
    was_late_before: bool
    known_since: date | None


def alerts_of(
    customer: WatchedCustomer, policy: CreditPolicy, *, today: date
) -> tuple[AlertKind, ...]:
    """What a customer gives reason to look at, the most urgent first."""
    return tuple(kind for kind, rings in _rings(customer, policy, today) if rings)


def _rings(
    customer: WatchedCustomer, policy: CreditPolicy, today: date
) -> Iterable[tuple[AlertKind, bool]]:
    amount, limit, insured = customer.exposure.amount, customer.limit, customer.insured
    exceeded = limit is not None and amount > limit
    near = limit is not None and amount >= limit.times(policy.near_percent / Decimal(100))
    given_on, reviewed_on = customer.grade.given_on, customer.reviewed_on
    # A grade that fell rings until somebody has looked at the limit since.
    unseen = given_on is not None and (reviewed_on is None or reviewed_on < given_on)
    last_seen = reviewed_on or customer.known_since
    old = last_seen is not None and plus_months(last_seen, policy.review_months) <= today
    yield AlertKind.SIREN_CEASED, customer.ceased_on is not None
    yield AlertKind.LIMIT_EXCEEDED, exceeded
    yield AlertKind.GRADE_FELL, customer.grade.fell and unseen
    yield AlertKind.FIRST_UNPAID, customer.overdue.amount > 0 and not customer.was_late_before
    yield AlertKind.INSURANCE_EXCEEDED, insured is not None and amount > insured
    yield AlertKind.LIMIT_NEAR, near and not exceeded and amount.amount > 0
    yield AlertKind.REVIEW_DUE, limit is not None and old
