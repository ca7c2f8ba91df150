"""Put a product away, or take it up again; nothing is ever deleted."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveProduct:
    """Ask for a product to be sold no more, or again; `version` is the one looked at."""

    code: str
    version: int
    archived: bool = True


@use_case(permission=Permission.EDIT_CATALOGUE)
def archive_product(command: ArchiveProduct, ctx: Context, task: Task) -> Product:
    """Archive a product or restore it; documents that have it keep it.

    Raises:
        RuleError: `catalogue.unknown_product`.
        ConflictError: `database.changed_meanwhile`.
    """
    with ctx.unit_of_work() as uow:
        before = uow.products.find_by_code(command.code)
        if before is None:
            raise RuleError("catalogue.unknown_product", where="code", code=command.code)
        after = replace(
            before,
            archived_on=ctx.today if command.archived else None,
            version=command.version,
        )
        uow.products.save(after)
        return uow.commit(replace(after, version=command.version + 1))
