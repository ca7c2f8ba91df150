"""Days of each stage of an order."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from otc_desktop.domain.sales.lead_times import (
    OrderStages,
    Stage,
    slowest_stage,
    stage_figures,
)
from otc_desktop.domain.shared.ids import SalesOrderId


def _order(*days: int | None) -> OrderStages:
    dates = [None if day is None else date(2026, 3, day) for day in days]
    ordered, confirmed, delivered, invoiced, paid = dates
    assert ordered is not None
    return OrderStages(
        id=SalesOrderId(UUID(int=1)),
        number="CO1",
        customer_code="C",
        customer_name="C",
        ordered_on=ordered,
        confirmed_on=confirmed,
        delivered_on=delivered,
        invoiced_on=invoiced,
        paid_on=paid,
    )


def test_stages_are_counted_from_the_one_before() -> None:
    order = _order(1, 2, 5, 6, 26)
    assert [order.days(stage) for stage in Stage] == [1, 3, 1, 20]
    assert order.total_days == 25


def test_a_stage_that_is_not_over_has_no_days() -> None:
    order = _order(1, 2, None, None, None)
    assert [order.days(stage) for stage in Stage] == [1, None, None, None]


def test_an_invoice_ahead_of_the_last_delivery_took_no_days() -> None:
    assert _order(1, 1, 9, 5, None).days(Stage.INVOICE) == 0


def test_average_median_and_the_slowest_stage() -> None:
    figures = stage_figures([_order(1, 1, 2, 2, 12), _order(1, 1, 5, 5, 25), _order(1, 2, 3, 3, 7)])
    delivery = figures[Stage.DELIVERY]
    assert (delivery.orders, delivery.average, delivery.median, delivery.longest) == (
        3,
        Decimal("2.0"),
        Decimal("1.0"),
        4,
    )
    assert slowest_stage(figures) is Stage.CASH
    assert slowest_stage({}) is None
