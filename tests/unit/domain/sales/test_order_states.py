"""Which change is possible in which state of an order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import DeliveryId
from tests.support.domain import an_id, an_order

DAY = date(2026, 11, 20)


def _order() -> SalesOrder:
    order = an_order()
    return replace(order, lines=tuple(replace(line, quantity=Decimal(10)) for line in order.lines))


def _delivered(order: SalesOrder, share: int) -> SalesOrder:
    quantities = {place: Decimal(share) for place in range(len(order.lines))}
    return order.deliver(DeliveryId(an_id("d")), "BL1", on=DAY, quantities=quantities)[0]


STATES: dict[str, Callable[[], SalesOrder]] = {
    "draft": _order,
    "held": lambda: _order().confirm(("credit.limit_exceeded",), on=DAY),
    "confirmed": lambda: _order().confirm((), on=DAY),
    "partly": lambda: _delivered(_order().confirm((), on=DAY), 4),
    "delivered": lambda: _delivered(_order().confirm((), on=DAY), 10),
    "closed": lambda: _delivered(_order().confirm((), on=DAY), 4).close("rest not wanted", on=DAY),
    "cancelled": lambda: _order().cancel("", on=DAY),
}
CHANGES: dict[str, Callable[[SalesOrder], object]] = {
    "rewrite": lambda order: order.rewrite(order.lines, ()),
    "confirm": lambda order: order.confirm((), on=DAY),
    "deliver": lambda order: _delivered(order, 1),
    "amend": lambda order: order.amend({}, order.lines),
    "cancel": lambda order: order.cancel("why", on=DAY),
    "close": lambda order: order.close("why", on=DAY),
    "reopen": lambda order: order.reopen(),
}
POSSIBLE = {
    "draft": {"rewrite", "confirm", "cancel"},
    "held": {"amend", "cancel"},
    "confirmed": {"deliver", "amend", "cancel"},
    "partly": {"deliver", "amend", "close"},
    "delivered": set(),
    "closed": {"reopen"},
    "cancelled": set(),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("state", STATES)
def test_change_when_order_is_in_a_state_then_done_or_refused(state: str, change: str) -> None:
    order = STATES[state]()
    if change in POSSIBLE[state]:
        CHANGES[change](order)
    else:
        with pytest.raises(RuleError):
            CHANGES[change](order)


def test_cancel_when_accepted_without_a_reason_then_refused() -> None:
    with pytest.raises(RuleError, match=r"sales\.reason_needed"):
        STATES["confirmed"]().cancel(" ", on=DAY)


def test_amend_when_less_than_delivered_then_refused() -> None:
    order = STATES["partly"]()
    with pytest.raises(RuleError, match=r"sales\.less_than_delivered"):
        order.amend({0: replace(order.lines[0], quantity=Decimal(3))}, ())


def test_amend_when_delivered_line_gets_another_price_then_refused() -> None:
    order = STATES["partly"]()
    dearer = replace(order.lines[0], unit_price=Decimal("999"))
    with pytest.raises(RuleError, match=r"sales\.delivered_line_fixed"):
        order.amend({0: dearer}, ())


def test_amend_when_only_the_delivered_is_left_then_order_is_delivered() -> None:
    order = STATES["partly"]()
    shorter = {n: replace(line, quantity=Decimal(4)) for n, line in enumerate(order.lines)}
    assert order.amend(shorter, ()).status is OrderStatus.DELIVERED


def test_amend_when_everything_is_struck_then_refused() -> None:
    order = STATES["confirmed"]()
    struck = {n: replace(line, quantity=Decimal(0)) for n, line in enumerate(order.lines)}
    with pytest.raises(RuleError, match=r"sales\.amended_to_nothing"):
        order.amend(struck, ())
