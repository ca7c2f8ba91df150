"""Make a price list out of another, or of the catalogue, a little dearer or cheaper."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.price_list import ALWAYS, ListPrice, PriceList, Validity
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.rounding import round_half_up
from otc_desktop.domain.shared.scales import UNIT_PRICE_PLACES

_HUNDRED = Decimal(100)
_MOST_RISE = Decimal(1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPriceList:
    """Ask for a new list with the prices of another, changed by a percentage.

    Without `source` it begins with the prices of the catalogue. `percent` is positive for
    dearer, negative for cheaper; prices are rounded to `places` decimals.
    """

    code: str
    name: str
    source: str = ""
    percent: Decimal = Decimal(0)
    places: int = 2


@use_case(permission=Permission.EDIT_PRICES)
def copy_price_list(command: CopyPriceList, ctx: Context, task: Task) -> PriceList:
    """Keep the new list with all its prices.

    Raises:
        RuleError: `prices.code_taken`, `prices.unknown_list`, `prices.bad_percent`,
            `prices.missing_code`, `prices.missing_name`.
    """
    if not -_HUNDRED <= command.percent <= _MOST_RISE:
        raise RuleError("prices.bad_percent", where="percent", value=command.percent)
    places = min(max(command.places, 0), UNIT_PRICE_PLACES)
    factor = (_HUNDRED + command.percent) / _HUNDRED
    with ctx.unit_of_work() as uow:
        code = command.code.strip()
        if uow.prices.find_list(code) is not None:
            raise RuleError("prices.code_taken", where="code", code=code)
        source = uow.prices.find_list(command.source) if command.source else None
        if command.source and source is None:
            raise RuleError("prices.unknown_list", where="source", code=command.source)
        made = PriceList(
            id=ctx.new_id(),
            code=code,
            name=command.name.strip(),
            currency=uow.company.get().currency if source is None else source.currency,
        )
        uow.prices.add_list(made)
        prices = [
            ListPrice(
                id=ctx.new_id(),
                list_id=made.id,
                product_id=product_id,
                price=round_half_up(price * factor, places),
                min_quantity=quantity,
                validity=validity,
            )
            for product_id, price, quantity, validity in _prices(uow, source)
        ]
        uow.prices.replace_prices(made.id, [], prices)
        return uow.commit(made)


def _prices(
    uow: UnitOfWork, source: PriceList | None
) -> Iterable[tuple[ProductId, Decimal, Decimal, Validity]]:
    if source is None:
        for product in uow.products.sold():
            yield product.id, product.price, Decimal(0), ALWAYS
        return
    for each in uow.prices.prices_of(source.id):
        yield each.product_id, each.price, each.min_quantity, each.validity
