"""Set a product's prices in a list: one for each quantity it begins at."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.price_list import ListPrice, Validity
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A price from a quantity on, excluding tax, on some days."""

    price: Decimal
    min_quantity: Decimal = Decimal(0)
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetListPrices:
    """Ask for these tiers in place of all that the product has in the list; none removes it."""

    list_code: str
    product: str
    tiers: tuple[Tier, ...]


@use_case(permission=Permission.EDIT_PRICES)
def set_list_prices(command: SetListPrices, ctx: Context, task: Task) -> tuple[ListPrice, ...]:
    """Replace a product's tiers in a list; documents already written keep their price.

    Raises:
        RuleError: `prices.unknown_list`, `catalogue.unknown_product`, `prices.tier_twice`,
            `prices.negative_price`, `prices.bad_quantity`, `prices.ends_before_it_begins`.
    """
    with ctx.unit_of_work() as uow:
        price_list = uow.prices.find_list(command.list_code)
        if price_list is None:
            raise RuleError("prices.unknown_list", where="list", code=command.list_code)
        product = uow.products.find_by_code(command.product)
        if product is None:
            raise RuleError("catalogue.unknown_product", where="product", code=command.product)
        starts = [(tier.min_quantity, tier.valid_from) for tier in command.tiers]
        if len(set(starts)) != len(starts):
            raise RuleError("prices.tier_twice", where="min_quantity", code=product.code)
        prices = tuple(
            ListPrice(
                id=ctx.new_id(),
                list_id=price_list.id,
                product_id=product.id,
                price=tier.price,
                min_quantity=tier.min_quantity,
                validity=Validity(first=tier.valid_from, last=tier.valid_until),
            )
            for tier in command.tiers
        )
        uow.prices.replace_prices(price_list.id, [product.id], prices)
        return uow.commit(prices)
