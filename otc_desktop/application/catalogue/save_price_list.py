"""Create a price list or rename one."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.price_list import PriceList
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePriceList:
    """Ask for a list to be kept under a code; `version` is the one the user looked at.

    A new list has no version.
    """

    code: str
    name: str
    currency: str = "EUR"
    version: int | None = None


@use_case(permission=Permission.EDIT_PRICES)
def save_price_list(command: SavePriceList, ctx: Context, task: Task) -> PriceList:
    """Keep a price list; its code and currency stay what they were.

    Raises:
        RuleError: `prices.code_taken`, `prices.missing_code`, `prices.missing_name`,
            `prices.unknown_list`, `money.bad_currency`.
        ConflictError: `database.changed_meanwhile`.
    """
    code = command.code.strip()
    with ctx.unit_of_work() as uow:
        before = uow.prices.find_list(code)
        if command.version is None:
            if before is not None:
                raise RuleError("prices.code_taken", where="code", code=code)
            made = PriceList(
                id=ctx.new_id(),
                code=code,
                name=command.name.strip(),
                currency=Currency(command.currency),
            )
            uow.prices.add_list(made)
            return uow.commit(made)
        if before is None:
            raise RuleError("prices.unknown_list", where="code", code=code)
        after = replace(before, name=command.name.strip(), version=command.version)
        uow.prices.save_list(after)
        return uow.commit(replace(after, version=command.version + 1))
