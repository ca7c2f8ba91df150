"""Keep a price or discount negotiated with a customer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.price_list import AgreedPrice, Validity
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreePrice:
    """Ask for an agreement to be kept: a net price, or a discount in percent.

    Without a product it is about a family; without that about everything.
    """

    customer: str
    product: str = ""
    family: str = ""
    price: Decimal | None = None
    discount_percent: Decimal | None = None
    min_quantity: Decimal = Decimal(0)
    valid_from: date | None = None
    valid_until: date | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceAgreed(Event):
    """A price was negotiated."""

    product: str
    price: str
    discount: str
    reference: str


@use_case(permission=Permission.EDIT_PRICES)
def agree_price(command: AgreePrice, ctx: Context, task: Task) -> AgreedPrice:
    """Keep the agreement beside earlier ones; a change is a new one, so that the past explains.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `catalogue.unknown_product`, and what AgreedPrice refuses.
    """
    with ctx.unit_of_work() as uow:
        customer = customer_by_code(uow, command.customer)
        product = uow.products.find_by_code(command.product) if command.product else None
        if command.product and product is None:
            raise RuleError("catalogue.unknown_product", where="product", code=command.product)
        agreed = AgreedPrice(
            id=ctx.new_id(),
            customer_id=customer.id,
            product_id=None if product is None else product.id,
            family="" if product is not None else command.family.strip(),
            price=command.price,
            discount_percent=command.discount_percent,
            min_quantity=command.min_quantity,
            validity=Validity(first=command.valid_from or ctx.today, last=command.valid_until),
            reference=command.reference.strip(),
        )
        uow.prices.add_agreed([agreed])
        uow.record(
            PriceAgreed(
                subject_id=agreed.id,
                customer_id=customer.id,
                product=command.product or agreed.family,
                price="" if agreed.price is None else str(agreed.price),
                discount="" if agreed.discount_percent is None else str(agreed.discount_percent),
                reference=agreed.reference,
            )
        )
        return uow.commit(agreed)
