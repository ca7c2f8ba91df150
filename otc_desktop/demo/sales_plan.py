"""Who buys what and when: planned as a whole, before anything is entered."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from random import Random

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.demo.catalogue import BY_CODE
from otc_desktop.demo.customers import DemoCustomer
from otc_desktop.demo.seasons import (
    sales_weight,
    working_day_from,
    working_day_until,
    working_days,
)

_MOST_LINES = 3
_SPLIT_SHARE = 14
# Waves of new customers begin at these parts (of 100) of the whole span.
_WAVES = (0, 30, 58)


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One delivery of an order: line positions, the day they leave, the day of the invoice."""

    lines: tuple[int, ...]
    delivered_on: date
    invoiced_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A sale: with `dispatches` it comes from an order, else it is invoiced on `day`."""

    customer: DemoCustomer
    lines: tuple[LineInput, ...]
    purchase_order: str
    day: date
    carriage: Decimal
    dispatches: tuple[Dispatch, ...] = ()


class SalesPlanner:
    """Draws sales between two days, in season."""

    def __init__(
        self, rng: Random, customers: Sequence[DemoCustomer], first: date, last: date
    ) -> None:
        self._rng = rng
        self._customers = customers
        self._first = first
        self._days = working_days(first, last)
        self._day_weights = list(accumulate(sales_weight(day) for day in self._days))
        self._weights = [each.kind.weight for each in customers]
        self._last = last
        span = (last - first).days
        self._wave_on = [first + timedelta(days=span * part // 100) for part in _WAVES]

    def joins_on(self, wave: int) -> date:
        """The day on which a wave of customers is entered."""
        return working_day_from(self._wave_on[wave])

    def sales(self, invoices: int) -> list[Sale]:
        """Sales that make exactly so many invoices."""
        found: list[Sale] = []
        left = invoices
        while left:
            sale = self._sale(most_invoices=left)
            left -= max(1, len(sale.dispatches))
            found.append(sale)
        return found

    def basket(self, customer: DemoCustomer, *, net: int | None = None) -> tuple[LineInput, ...]:
        """Lines of about the budget of such a customer, or of a given net."""
        rng, kind = self._rng, customer.kind
        budget = net if net is not None else rng.randint(*kind.budget)
        most = min(_MOST_LINES, len(kind.basket))
        codes = rng.sample(kind.basket, rng.randint(1, most))
        discount = rng.choice(kind.discounts)
        lines = []
        for code in codes:
            product = BY_CODE[code]
            share = Decimal(budget) / len(codes)
            quantity = max(1, int(share / product.price))
            lines.append(
                LineInput(
                    product=code,
                    quantity=Decimal(quantity),
                    discount_percent=Decimal(discount if product.stock is not None else 0),
                )
            )
        return tuple(lines)

    def purchase_order(self, customer: DemoCustomer) -> str:
        """The number a large customer puts on its order, such as `PO-48213`."""
        if customer.kind.key in ("industry", "retail"):
            return f"PO-{self._rng.randint(10_000, 99_999)}"
        if customer.kind.key == "town_hall":
            return f"BC{self._rng.randint(1_000, 9_999)}"
        return ""

    def _sale(self, *, most_invoices: int) -> Sale:
        rng = self._rng
        day = self._draw_day()
        customer = self._draw_customer(day)
        lines = self.basket(customer)
        dispatches: tuple[Dispatch, ...] = ()
        ordered_on = working_day_from(day - timedelta(days=rng.randint(6, 28)))
        from_order = rng.randrange(100) < customer.kind.orders
        if from_order and ordered_on >= max(self._first, self.joins_on(customer.joined)):
            dispatches = self._dispatches(len(lines), ordered_on, day, most=most_invoices)
        carried = any(BY_CODE[line.product].stock is not None for line in lines)
        with_carriage = bool(dispatches) and carried and customer.kind.country == "FR"
        return Sale(
            customer=customer,
            lines=lines,
            purchase_order=self.purchase_order(customer),
            day=ordered_on if dispatches else day,
            carriage=Decimal(rng.choice((0, 0, 15, 28, 45))) if with_carriage else Decimal(0),
            dispatches=dispatches,
        )

    def _draw_day(self) -> date:
        drawn = self._rng.randint(1, self._day_weights[-1])
        return self._days[bisect_left(self._day_weights, drawn)]

    def _draw_customer(self, day: date) -> DemoCustomer:
        while True:
            [customer] = self._rng.choices(self._customers, self._weights)
            if self.joins_on(customer.joined) <= day:
                return customer

    def _dispatches(
        self, lines: int, ordered_on: date, day: date, *, most: int
    ) -> tuple[Dispatch, ...]:
        left_on = working_day_until(day - timedelta(days=self._rng.randint(0, 3)))
        delivered_on = max(ordered_on, left_on)
        rest_on = working_day_from(day + timedelta(days=self._rng.randint(6, 18)))
        splits = lines > 1 and most > 1 and self._rng.randrange(100) < _SPLIT_SHARE
        if not splits or rest_on > self._last:
            return (Dispatch(tuple(range(lines)), delivered_on, day),)
        return (
            Dispatch(tuple(range(lines - 1)), delivered_on, day),
            Dispatch((lines - 1,), rest_on, rest_on),
        )


def quantities_of(sale: Sale, dispatch: Dispatch) -> Mapping[int, Decimal]:
    """What leaves with a dispatch, by line position of the order."""
    return {position: sale.lines[position].quantity for position in dispatch.lines}
