"""Goods of an order's lines, leaving the stock or coming back to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.ids import DeliveryId, ProductId, SalesReturnId
from otc_desktop.domain.stock.availability import Shortage, WantedLine, share_out
from otc_desktop.domain.stock.movement import MovementReason, StockMovement
from otc_desktop.domain.stock.stock_item import StockItem
from otc_desktop.domain.taxes.lines import DocumentLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What can leave of some lines, with their products locked until the transaction ends."""

    possible: Mapping[int, Decimal]
    short: tuple[Shortage, ...]
    items: Mapping[ProductId, StockItem]


def lock_shelf(
    uow: UnitOfWork, lines: Sequence[DocumentLine], quantities: Mapping[int, Decimal]
) -> Shelf:
    """Lock the stocked products of the lines and share out what is on hand."""
    items = uow.stock.items(_products(lines, quantities))
    on_hand = uow.stock.lock([each.product_id for each in items.values() if each.is_stocked])
    possible, short = share_out(_wanted(lines, quantities), items, on_hand, uow.stock.policy())
    return Shelf(possible=possible, short=short, items=items)


def read_shelf(
    uow: UnitOfWork, lines: Sequence[DocumentLine], quantities: Mapping[int, Decimal]
) -> Shelf:
    """The same for looking only: nothing is locked."""
    items = uow.stock.items(_products(lines, quantities))
    possible, short = share_out(
        _wanted(lines, quantities), items, uow.stock.on_hand(items), uow.stock.policy()
    )
    return Shelf(possible=possible, short=short, items=items)


def move_goods(
    uow: UnitOfWork,
    ctx: Context,
    lines: Sequence[DocumentLine],
    quantities: Mapping[int, Decimal],
    reason: MovementReason,
    *,
    delivery_id: DeliveryId,
    return_id: SalesReturnId | None = None,
    note: str = "",
) -> None:
    """Write the movements of stocked products; a positive quantity comes in."""
    items = uow.stock.items(_products(lines, quantities))
    uow.stock.add_many(
        [
            StockMovement(
                id=ctx.new_id(),
                product_id=product_id,
                moved_on=ctx.today,
                quantity=quantity,
                reason=reason,
                delivery_id=delivery_id,
                return_id=return_id,
                note=note,
            )
            for position, quantity in sorted(quantities.items())
            if (product_id := lines[position].product_id) in items
            and product_id is not None
            and items[product_id].is_stocked
        ]
    )


def address_lines(customer: Customer, address: Address) -> str:
    """An address as a label shows it, a line of text each."""
    place = " ".join(part for part in (address.postal_code, address.city) if part)
    country = "" if address.country in ("", "FR") else address.country
    parts = (customer.name, address.line1, address.line2, place, country)
    return "\n".join(part for part in parts if part)


def _wanted(
    lines: Sequence[DocumentLine], quantities: Mapping[int, Decimal]
) -> Iterable[WantedLine]:
    return [
        WantedLine(position=position, product_id=lines[position].product_id, quantity=quantity)
        for position, quantity in sorted(quantities.items())
    ]


def _products(lines: Sequence[DocumentLine], quantities: Mapping[int, Decimal]) -> set[ProductId]:
    return {found for each in quantities if (found := lines[each].product_id) is not None}
