"""The company's limits for differences between receipts and invoices."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.difference_limits import DifferenceLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDifferenceLimits:
    """Ask which differences need no question."""


@use_case(permission=Permission.READ)
def read_difference_limits(
    command: ReadDifferenceLimits, ctx: Context, task: Task
) -> DifferenceLimits:
    """The limits in force."""
    with ctx.snapshot() as uow:
        return uow.company.get().difference_limits


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDifferenceLimits:
    """Ask for other limits; they hold for what is matched from now on."""

    limits: DifferenceLimits


@use_case(permission=Permission.SET_UP_COMPANY)
def set_difference_limits(
    command: SetDifferenceLimits, ctx: Context, task: Task
) -> DifferenceLimits:
    """Keep the limits."""
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        if company.difference_limits == command.limits:
            return command.limits
        uow.company.save(replace(company, difference_limits=command.limits))
        return uow.commit(command.limits)
