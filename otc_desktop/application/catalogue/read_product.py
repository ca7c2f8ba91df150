"""One product with everything its form shows."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProduct:
    """Ask for a product by its code."""

    code: str


@use_case(permission=Permission.READ)
def read_product(command: ReadProduct, ctx: Context, task: Task) -> Product:
    """The product as it stands.

    Raises:
        NotFoundError: `catalogue.unknown_product`.
    """
    with ctx.snapshot() as uow:
        product = uow.products.find_by_code(command.code)
    if product is None:
        raise NotFoundError("catalogue.unknown_product", code=command.code)
    return product
