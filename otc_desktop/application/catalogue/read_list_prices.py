"""A product's prices in a list, for whoever changes them."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.price_list import ListPrice
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadListPrices:
    """Ask for the tiers of a product in a list."""

    list_code: str
    product: str


@use_case(permission=Permission.READ)
def read_list_prices(command: ReadListPrices, ctx: Context, task: Task) -> Sequence[ListPrice]:
    """The tiers, the smallest quantity first; none where the list has no price for it.

    Raises:
        RuleError: `prices.unknown_list`, `catalogue.unknown_product`.
    """
    with ctx.snapshot() as uow:
        price_list = uow.prices.find_list(command.list_code)
        if price_list is None:
            raise RuleError("prices.unknown_list", where="list", code=command.list_code)
        product = uow.products.find_by_code(command.product)
        if product is None:
            raise RuleError("catalogue.unknown_product", where="product", code=command.product)
        return [
            each for each in uow.prices.prices_of(price_list.id) if each.product_id == product.id
        ]
