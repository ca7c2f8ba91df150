"""How a product is kept, what there is of it, and the rules it falls back on."""

from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.stock.availability import Availability
from otc_desktop.domain.stock.stock_item import StockItem, StockPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStockItem:
    """Ask for a product's stock."""

    product: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StockOfProduct:
    """A product's settings, its stock, and the company's rules."""

    item: StockItem
    availability: Availability
    policy: StockPolicy


@use_case(permission=Permission.READ)
def read_stock_item(command: ReadStockItem, ctx: Context, task: Task) -> StockOfProduct:
    """The stock of a product as it stands.

    Raises:
        NotFoundError: `catalogue.unknown_product`.
    """
    with ctx.snapshot() as uow:
        item = uow.stock.get_item(command.product)
        found = [item.product_id]
        nothing = Decimal(0)
        return StockOfProduct(
            item=item,
            availability=Availability(
                on_hand=uow.stock.on_hand(found).get(item.product_id, nothing),
                reserved=uow.stock.reserved(found).get(item.product_id, nothing),
            ),
            policy=uow.stock.policy(),
        )
