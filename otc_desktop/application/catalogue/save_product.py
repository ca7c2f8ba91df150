"""Create or change one product by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from otc_desktop.application.catalogue.product_fields import product_of
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import error, refuse_if_blocking
from otc_desktop.domain.shared.ids import ProductId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveProduct:
    """Ask for a product to be kept.

    `fields` are texts by the names of the products' import columns. `known` says that the
    code is an existing product's; `version` is then the one the user looked at.
    """

    fields: Mapping[str, str]
    known: bool = False
    version: int = 1


@use_case(permission=Permission.EDIT_CATALOGUE)
def save_product(command: SaveProduct, ctx: Context, task: Task) -> Product:
    """Keep a product; documents already written keep the price they have.

    Raises:
        BlockingFindings: all faults, with the field of each.
        RuleError: `catalogue.unknown_product`.
        ConflictError: `database.changed_meanwhile`.
    """
    with ctx.unit_of_work() as uow:
        code = command.fields.get("code", "").strip()
        before = uow.products.find_by_code(code)
        if not command.known:
            if before is not None:
                refuse_if_blocking([error("catalogue.code_taken", "code", code=code)])
            product = product_of(command.fields, None, ProductId(ctx.new_id()))
            uow.products.add_many([product])
            return uow.commit(product)
        if before is None:
            raise RuleError("catalogue.unknown_product", where="code", code=code)
        before = replace(before, version=command.version)
        product = product_of(command.fields, before, before.id)
        if product == before:
            return product
        uow.products.save(product)
        return uow.commit(replace(product, version=product.version + 1))
