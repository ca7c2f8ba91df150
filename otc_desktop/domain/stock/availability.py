"""What can leave: on hand, promised to orders, and short."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.domain.shared.findings import Finding, error
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.stock.stock_item import StockItem, StockPolicy

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """A product's stock: `reserved` is what accepted orders still wait for."""

    on_hand: Decimal
    reserved: Decimal

    @property
    def available(self) -> Decimal:
        """What nobody waits for; negative when orders wait for more than there is."""
        return self.on_hand - self.reserved

    def must_reorder(self, item: StockItem) -> bool:
        """Whether it is time to order more."""
        return (
            item.is_stocked
            and item.reorder_point is not None
            and self.available <= item.reorder_point
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedLine:
    """A line of an order that is to leave; without a product it has no stock."""

    position: int
    product_id: ProductId | None
    quantity: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """A line that can't leave in full: `on_hand` is what other lines leave for it."""

    position: int
    product_id: ProductId
    wanted: Decimal
    on_hand: Decimal


def share_out(
    wanted: Iterable[WantedLine],
    items: Mapping[ProductId, StockItem],
    on_hand: Mapping[ProductId, Decimal],
    policy: StockPolicy,
) -> tuple[Mapping[int, Decimal], tuple[Shortage, ...]]:
    """What can leave of each line, and the lines that are short.

    Lines of one product share its stock in their order. What is not stocked, and what may go
    below zero, always leaves; a negative line brings goods and takes none.
    """
    left = {product: max(quantity, _NOTHING) for product, quantity in on_hand.items()}
    possible: dict[int, Decimal] = {}
    short: list[Shortage] = []
    for line in wanted:
        item = None if line.product_id is None else items.get(line.product_id)
        if item is None or not item.is_stocked or line.quantity <= 0:
            possible[line.position] = line.quantity
            continue
        here = left.get(item.product_id, _NOTHING)
        taken = line.quantity if item.may_go_below_zero(policy) else min(line.quantity, here)
        left[item.product_id] = max(here - taken, _NOTHING)
        if taken:
            possible[line.position] = taken
        if taken < line.quantity:
            short.append(
                Shortage(
                    position=line.position,
                    product_id=item.product_id,
                    wanted=line.quantity,
                    on_hand=here,
                )
            )
    return possible, tuple(short)


def shortage_findings(
    shortages: Iterable[Shortage], items: Mapping[ProductId, StockItem]
) -> list[Finding]:
    """What is missing, line by line, as faults that block."""
    return [
        error(
            "stock.not_enough",
            f"lines[{each.position}]",
            product=items[each.product_id].code,
            wanted=_plain(each.wanted),
            on_hand=_plain(each.on_hand),
            missing=_plain(each.wanted - each.on_hand),
        )
        for each in shortages
    ]


def _plain(quantity: Decimal) -> str:
    return f"{quantity.normalize():f}"
