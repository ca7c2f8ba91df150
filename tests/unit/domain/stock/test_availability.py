"""What can leave, and what is short."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.stock.availability import Availability, WantedLine, share_out
from otc_desktop.domain.stock.movement import MovementReason, signed_quantity
from otc_desktop.domain.stock.stock_item import StockItem, StockPolicy

LAMP, HOUR = ProductId(UUID(int=1)), ProductId(UUID(int=2))
POLICY = StockPolicy()


def _item(product: ProductId, *, stocked: bool = True, negative: bool | None = None) -> StockItem:
    return StockItem(
        product_id=product,
        code="P",
        name="P",
        unit="C62",
        is_stocked=stocked,
        allow_negative=negative,
        reorder_point=Decimal(5),
    )


def _wanted(*quantities: int, product: ProductId = LAMP) -> list[WantedLine]:
    return [
        WantedLine(position=place, product_id=product, quantity=Decimal(quantity))
        for place, quantity in enumerate(quantities)
    ]


def test_lines_of_one_product_share_its_stock_in_their_order() -> None:
    possible, short = share_out(_wanted(3, 4), {LAMP: _item(LAMP)}, {LAMP: Decimal(5)}, POLICY)
    assert possible == {0: Decimal(3), 1: Decimal(2)}
    [missing] = short
    assert (missing.position, missing.wanted, missing.on_hand) == (1, Decimal(4), Decimal(2))


@pytest.mark.parametrize(
    ("item", "policy"),
    [
        (_item(LAMP, stocked=False), POLICY),
        (_item(LAMP, negative=True), POLICY),
        (_item(LAMP), StockPolicy(allow_negative=True)),
    ],
)
def test_services_and_what_may_go_below_zero_always_leave(
    item: StockItem, policy: StockPolicy
) -> None:
    possible, short = share_out(_wanted(9), {LAMP: item}, {}, policy)
    assert (possible, short) == ({0: Decimal(9)}, ())


def test_the_product_refuses_negative_stock_that_the_company_allows() -> None:
    refusing = _item(LAMP, negative=False)
    _, short = share_out(_wanted(1), {LAMP: refusing}, {}, StockPolicy(allow_negative=True))
    assert len(short) == 1


def test_negative_stock_gives_nothing_away() -> None:
    possible, short = share_out(_wanted(1), {LAMP: _item(LAMP)}, {LAMP: Decimal(-4)}, POLICY)
    assert not possible
    assert short[0].on_hand == 0


@pytest.mark.parametrize(("free", "must"), [("5", True), ("4", True), ("5.0001", False)])
def test_reorder_at_or_below_the_point(free: str, must: bool) -> None:
    found = Availability(on_hand=Decimal(free) + 2, reserved=Decimal(2))
    assert found.must_reorder(_item(LAMP)) is must


def test_signs_of_typed_movements() -> None:
    assert signed_quantity(MovementReason.SCRAP, Decimal(3)) == -3
    assert signed_quantity(MovementReason.SCRAP, Decimal(-3)) == -3
    assert signed_quantity(MovementReason.CORRECTION, Decimal(-3)) == -3
    for reason, quantity, code in (
        (MovementReason.RECEIPT, "-1", "stock.receipt_is_negative"),
        (MovementReason.CORRECTION, "0", "stock.no_quantity"),
        (MovementReason.DELIVERY, "1", "stock.not_typed"),
    ):
        with pytest.raises(RuleError) as refusal:
            signed_quantity(reason, Decimal(quantity))
        assert refusal.value.code == code


def test_expected_goods_are_less_by_what_came() -> None:
    item = StockItem(
        product_id=LAMP,
        code="P",
        name="P",
        unit="C62",
        expected_on=date(2026, 12, 1),
        expected_quantity=Decimal(10),
    )
    assert item.received(Decimal(4)).expected_quantity == 6
    assert item.received(Decimal(10)).expected_on is None
