"""Bring the books up to the rebates that customers have earned and not been credited yet."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.invoicing.rebate_books import accrue_to, earned_by
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.rebate import RebateAgreement, RebateStatus
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money

_EARNING = (RebateStatus.OPEN, RebateStatus.NOTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccrueRebates:
    """Ask for the accrual of a day, such as the last of a month; None means today."""

    on: date | None = None


@dataclass(frozen=True, slots=True)
class Accrued:
    """An agreement whose accrual changed, and by how much including tax."""

    agreement: RebateAgreement
    change: Money


@use_case(permission=Permission.EDIT_PRICES)
def accrue_rebates(command: AccrueRebates, ctx: Context, task: Task) -> tuple[Accrued, ...]:
    """Accrue each agreement to what it has earned on a day; a second run changes nothing.

    Raises:
        RuleError: `rebates.accrual_in_future`, `rebates.accrued_later`.
    """
    on = command.on or ctx.today
    if on > ctx.today:
        raise RuleError("rebates.accrual_in_future", where="on", date=on)
    changed = []
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        until = uow.rebates.accrued_until()
        for known in uow.rebates.agreements():
            task.check_cancelled()
            if known.status not in _EARNING or on < known.first:
                continue
            if on < until.get(known.id, on):
                # The difference would be dated before what it takes back.
                raise RuleError(
                    "rebates.accrued_later",
                    where="on",
                    reference=known.reference,
                    date=until[known.id],
                )
            agreement = uow.rebates.get(known.id, lock=True)
            earned = earned_by(uow, agreement, company, on)
            change = accrue_to(
                uow, ctx, agreement, company, excl_tax=earned.excl_tax, vat=earned.vat, on=on
            )
            if change:
                changed.append(Accrued(agreement, change))
        return uow.commit(tuple(changed))
