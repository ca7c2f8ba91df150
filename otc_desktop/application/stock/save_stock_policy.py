"""Set the company's rules for stock and for late orders."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.stock.stock_item import StockPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStockPolicy:
    """Ask for other rules."""

    allow_negative: bool
    late_after_days: int


@use_case(permission=Permission.ADJUST_STOCK)
def save_stock_policy(command: SaveStockPolicy, ctx: Context, task: Task) -> StockPolicy:
    """Keep the rules.

    Raises:
        RuleError: `stock.bad_late_days`.
    """
    with ctx.unit_of_work() as uow:
        policy = replace(
            uow.stock.policy(),
            allow_negative=command.allow_negative,
            late_after_days=command.late_after_days,
        )
        uow.stock.save_policy(policy)
        return uow.commit(policy)
