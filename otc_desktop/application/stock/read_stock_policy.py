"""The company's rules for stock and for late orders."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.stock.stock_item import StockPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStockPolicy:
    """Ask for the rules."""


@use_case(permission=Permission.READ)
def read_stock_policy(command: ReadStockPolicy, ctx: Context, task: Task) -> StockPolicy:
    """The rules as they stand."""
    with ctx.snapshot() as uow:
        return uow.stock.policy()
