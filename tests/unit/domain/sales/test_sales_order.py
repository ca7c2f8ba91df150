"""An order from draft to its last delivery."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import DeliveryId
from tests.support.domain import an_id, an_order, eur
from tests.support.invoices import a_line

DAY = date(2026, 11, 5)


def deliver(
    order: SalesOrder, quantities: Mapping[int, str], on: date = DAY
) -> tuple[SalesOrder, Delivery]:
    return order.deliver(
        DeliveryId(an_id("delivery")),
        "L1",
        on=on,
        quantities={position: Decimal(text) for position, text in quantities.items()},
    )


def refusal_of(call: Any) -> RuleError:
    with pytest.raises(RuleError) as refusal:
        call()
    return refusal.value


def test_an_order_has_lines() -> None:
    with pytest.raises(RuleError) as refusal:
        SalesOrder(
            id=an_order().id,
            number="1",
            customer_id=an_order().customer_id,
            ordered_on=DAY,
            currency=an_order().currency,
            lines=(),
        )
    assert refusal.value.code == "sales.no_lines"


def test_an_order_totals_its_lines() -> None:
    assert an_order().totals().total_incl_tax == eur("1200.00")


def test_confirming_without_holds_frees_the_order() -> None:
    order = an_order().confirm(())
    assert order.status is OrderStatus.CONFIRMED
    assert refusal_of(lambda: order.confirm(())).code == "sales.already_confirmed"
    assert refusal_of(order.release).code == "sales.not_held"


def test_a_held_order_waits_for_its_release() -> None:
    held = an_order().confirm(("credit.limit_exceeded",))
    assert (held.status, held.holds) == (OrderStatus.HELD, ("credit.limit_exceeded",))
    assert refusal_of(lambda: deliver(held, {0: "1"})).code == "sales.held"
    released = held.release()
    assert (released.status, released.holds) == (OrderStatus.CONFIRMED, ())


def test_a_draft_is_not_delivered() -> None:
    assert refusal_of(lambda: deliver(an_order(), {0: "1"})).code == "sales.not_confirmed"


def test_an_order_is_delivered_in_parts() -> None:
    order = an_order(a_line(quantity="10"), a_line(quantity="2")).confirm(())
    order, first = deliver(order, {0: "4"})
    assert first.quantities == {0: Decimal(4)}
    assert order.status is OrderStatus.CONFIRMED
    assert order.remaining() == {0: Decimal(6), 1: Decimal(2)}
    order, _ = deliver(order, {0: "6", 1: "2"})
    assert order.status is OrderStatus.DELIVERED
    assert order.remaining() == {}
    assert refusal_of(lambda: deliver(order, {0: "1"})).code == "sales.nothing_to_deliver"


@pytest.mark.parametrize("quantities", [{0: "10.0001"}, {0: "0"}, {0: "-1"}, {1: "1"}, {-1: "1"}])
def test_no_more_than_ordered(quantities: dict[int, str]) -> None:
    order = an_order().confirm(())
    assert refusal_of(lambda: deliver(order, quantities)).code == "sales.more_than_ordered"


def test_more_than_what_is_left_is_refused_too() -> None:
    order, _ = deliver(an_order().confirm(()), {0: "9"})
    refusal = refusal_of(lambda: deliver(order, {0: "2"}))
    assert (refusal.code, refusal.where) == ("sales.more_than_ordered", "lines[0]")
    assert refusal.params["remaining"] == Decimal(1)


def test_nothing_asked_is_nothing_delivered() -> None:
    order = an_order().confirm(())
    assert refusal_of(lambda: deliver(order, {})).code == "sales.nothing_to_deliver"


def test_a_returned_line_is_delivered_on_its_side_of_zero() -> None:
    order = an_order(a_line(quantity="-3")).confirm(())
    assert refusal_of(lambda: deliver(order, {0: "1"})).code == "sales.more_than_ordered"
    assert refusal_of(lambda: deliver(order, {0: "-4"})).code == "sales.more_than_ordered"
    order, _ = deliver(order, {0: "-3"})
    assert order.status is OrderStatus.DELIVERED


def test_goods_do_not_leave_before_the_order() -> None:
    order = an_order().confirm(())
    early = refusal_of(lambda: deliver(order, {0: "1"}, on=date(2026, 11, 1)))
    assert early.code == "sales.delivery_before_order"
    assert deliver(order, {0: "1"}, on=order.ordered_on)[1].delivered_on == order.ordered_on
