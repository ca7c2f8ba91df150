"""Say how a product is kept in stock."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.stock.stock_item import StockItem


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStockItem:
    """Ask for a product to be kept so; `version` is the one that was looked at, None for any."""

    product: str
    is_stocked: bool
    reorder_point: Decimal | None = None
    reorder_quantity: Decimal | None = None
    location: str = ""
    allow_negative: bool | None = None
    expected_on: date | None = None
    expected_quantity: Decimal | None = None
    unit_cost: Decimal | None = None
    version: int | None = None


@use_case(permission=Permission.ADJUST_STOCK)
def save_stock_item(command: SaveStockItem, ctx: Context, task: Task) -> StockItem:
    """Keep the stock's settings of a product.

    Raises:
        NotFoundError: `catalogue.unknown_product`.
        RuleError: `stock.negative_setting`, `stock.expected_without_date`.
        ConflictError: `database.changed_meanwhile`.
    """
    with ctx.unit_of_work() as uow:
        item = uow.stock.get_item(command.product)
        changed = replace(
            item,
            is_stocked=command.is_stocked,
            reorder_point=command.reorder_point,
            reorder_quantity=command.reorder_quantity,
            location=command.location.strip(),
            allow_negative=command.allow_negative,
            expected_on=command.expected_on,
            expected_quantity=command.expected_quantity,
            unit_cost=command.unit_cost,
            version=item.version if command.version is None else command.version,
        )
        uow.stock.save_item(changed)
        return uow.commit(changed)
