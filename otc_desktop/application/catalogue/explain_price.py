"""«D'où vient ce prix ?»: what a customer pays for a product, and why."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.pricing import PriceDecision, decide_price
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainPrice:
    """Ask for the price of a product; without a customer the catalogue's; `on` None is today."""

    product: str
    customer: str = ""
    quantity: Decimal = Decimal(1)
    on: date | None = None


@use_case(permission=Permission.READ)
def explain_price(command: ExplainPrice, ctx: Context, task: Task) -> PriceDecision:
    """Decide the price exactly as an order would, with all that was looked at.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `catalogue.unknown_product`.
    """
    with ctx.snapshot() as uow:
        company = uow.company.get()
        product = uow.products.find_by_code(command.product)
        if product is None:
            raise RuleError("catalogue.unknown_product", where="product", code=command.product)
        customer = customer_by_code(uow, command.customer) if command.customer else None
        conditions = uow.prices.conditions(customer, [product])[product.id]
    return decide_price(
        conditions,
        quantity=command.quantity,
        on=command.on or ctx.today,
        currency=company.currency,
    )
