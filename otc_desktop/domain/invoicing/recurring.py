"""Contracts invoiced period by period: when, for how many days, at which price."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.calendar import plus_months
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, RecurringContractId
from otc_desktop.domain.shared.rounding import round_half_up
from otc_desktop.domain.shared.scales import UNIT_PRICE_PLACES
from otc_desktop.domain.taxes.lines import DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals, compute_totals

PERIODS = (1, 2, 3, 4, 6, 12)
_HUNDRED = Decimal(100)
_ONE_DAY = timedelta(days=1)


class Timing(StrEnum):
    """Whether a period is invoiced on its first day or on its last."""

    ADVANCE = "advance"
    ARREARS = "arrears"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexation:
    """How prices move at each anniversary of the start.

    With a `series`: P = P0 × I / I0, I being the index in force on the anniversary and
    `base_value` I0. Without: `percent` more each year, on the price of the year before.

    Raises:
        RuleError: `invoicing.bad_indexation`.
    """

    percent: Decimal = Decimal(0)
    series: str = ""
    base_value: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        if bool(self.series) == bool(self.percent) or self.percent <= -_HUNDRED:
            raise RuleError("invoicing.bad_indexation", where="indexation")
        if self.series and self.base_value <= 0:
            raise RuleError("invoicing.bad_indexation", where="indexation.base_value")


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a contract; `whole_days` is its full length, the first and last may be part."""

    starts_on: date
    ends_on: date
    whole_days: int

    @property
    def days(self) -> int:
        """The days to invoice, both ends included."""
        return (self.ends_on - self.starts_on).days + 1

    @property
    def is_whole(self) -> bool:
        """Whether nothing is to be taken in proportion."""
        return self.days == self.whole_days


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringContract:
    """What a customer pays for again and again.

    `lines` are for one whole period at the starting price. Periods of `months` count from
    `anchor_on`, which may lie before `starts_on`: the first is then in proportion to its
    days. `ends_on` is the last day agreed; with `renewal_months` the contract goes on by
    that much unless it is cancelled, `cancelled_on` being its last day then.

    Raises:
        RuleError: `invoicing.contract_without_lines`, `invoicing.bad_contract_period`,
            `invoicing.contract_ends_before_start`.
    """

    id: RecurringContractId
    number: str
    customer_id: CustomerId
    currency: Currency
    lines: tuple[DocumentLine, ...]
    months: int
    starts_on: date
    anchor_on: date
    timing: Timing = Timing.ADVANCE
    ends_on: date | None = None
    renewal_months: int = 0
    cancelled_on: date | None = None
    cancel_reason: str = ""
    indexation: Indexation | None = None
    title: str = ""
    purchase_order: str = ""
    version: int = 1

    def __post_init__(self) -> None:
        if not self.lines:
            raise RuleError("invoicing.contract_without_lines", where="lines")
        if self.months not in PERIODS or self.renewal_months < 0:
            raise RuleError("invoicing.bad_contract_period", where="months", months=self.months)
        if self.anchor_on > self.starts_on or (
            self.ends_on is not None and self.ends_on < self.starts_on
        ):
            raise RuleError("invoicing.contract_ends_before_start", where="ends_on")

    def totals(self) -> DocumentTotals:
        """One whole period at the starting price."""
        return compute_totals(self.lines, (), self.currency)

    @property
    def last_day(self) -> date | None:
        """The last day that is invoiced; None while it goes on."""
        if self.cancelled_on is not None:
            return self.cancelled_on
        return self.ends_on if not self.renewal_months else None

    def agreed_until(self, on: date) -> date | None:
        """The last day of the current term: that of the last tacit renewal."""
        if self.ends_on is None or self.cancelled_on is not None or not self.renewal_months:
            return self.last_day
        end, count = self.ends_on, 0
        while end < on:
            count += 1
            end = plus_months(self.ends_on, count * self.renewal_months)
        return end

    def cancel(self, last_day: date, reason: str) -> Self:
        """The contract with a last day, which may lie in a period invoiced already.

        Raises:
            RuleError: `invoicing.contract_ends_before_start`, `sales.missing_reason`.
        """
        if last_day < self.starts_on:
            raise RuleError("invoicing.contract_ends_before_start", where="on")
        if not reason.strip():
            raise RuleError("sales.missing_reason", where="reason")
        return replace(self, cancelled_on=last_day, cancel_reason=reason.strip())

    def periods(self) -> Iterator[Period]:
        """All periods in their order, for ever where the contract has no end."""
        count, last = 0, self.last_day
        while True:
            first = plus_months(self.anchor_on, count * self.months)
            following = plus_months(self.anchor_on, (count + 1) * self.months)
            count += 1
            if following <= self.starts_on:
                continue
            starts = max(first, self.starts_on)
            if last is not None and starts > last:
                return
            ends = following - _ONE_DAY
            yield Period(
                starts, ends if last is None else min(ends, last), (following - first).days
            )

    def due_on(self, period: Period) -> date:
        """The day on which a period is to be invoiced."""
        return period.starts_on if self.timing is Timing.ADVANCE else period.ends_on

    def due_periods(self, on: date, prepared: frozenset[date]) -> list[Period]:
        """Periods to prepare by a day that nobody has prepared, by their first day."""
        found = []
        for period in self.periods():
            if self.due_on(period) > on:
                break
            if period.starts_on not in prepared:
                found.append(period)
        return found

    def next_due_on(self, prepared: frozenset[date]) -> date | None:
        """When the first period that nobody has prepared is due; None when all is done."""
        for period in self.periods():
            if period.starts_on not in prepared:
                return self.due_on(period)
        return None

    def anniversary(self, on: date) -> tuple[int, date]:
        """How many years the contract runs on a day, and when the last one began."""
        years = on.year - self.starts_on.year
        if plus_months(self.starts_on, 12 * years) > on:
            years -= 1
        return max(years, 0), plus_months(self.starts_on, 12 * max(years, 0))

    def lines_of(
        self, period: Period, values: Mapping[date, Decimal], describe: Callable[[str, Period], str]
    ) -> tuple[DocumentLine, ...]:
        """The lines of a period, prices indexed and in proportion to its days.

        Args:
            period: of the contract.
            values: of its index, by the day from which each is in force.
            describe: gives a line's description for the period.

        Raises:
            RuleError: `invoicing.index_value_missing`.
        """
        factor = self._factor(period.starts_on, values)
        part = Decimal(period.days) / Decimal(period.whole_days)
        lines = []
        for line in self.lines:
            price = _on_grid(line.unit_price * factor)
            if not period.is_whole:
                price = _on_grid(price * part)
            lines.append(
                replace(line, unit_price=price, description=describe(line.description, period))
            )
        return tuple(lines)

    def _factor(self, on: date, values: Mapping[date, Decimal]) -> Decimal:
        rule = self.indexation
        years, day = self.anniversary(on)
        if rule is None or not years:
            return Decimal(1)
        if not rule.series:
            return (1 + rule.percent / _HUNDRED) ** years
        in_force = [valid_from for valid_from in values if valid_from <= day]
        if not in_force:
            raise RuleError("invoicing.index_value_missing", series=rule.series, date=day)
        return values[max(in_force)] / rule.base_value


def _on_grid(price: Decimal) -> Decimal:
    return round_half_up(price, UNIT_PRICE_PLACES)
