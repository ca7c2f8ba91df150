"""Year-end rebates as they stand: turnover, tier reached, what is earned and accrued."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from otc_desktop.application.invoicing.rebate_books import earned_by
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.rebate import EarnedRebate, RebateAgreement
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRebates:
    """Ask for the agreements of a customer, or of all; `on` None means today."""

    customer: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class RebateState:
    """An agreement with its customer, what it has earned, and what is accrued incl. tax."""

    agreement: RebateAgreement
    customer: Customer
    earned: EarnedRebate
    accrued: Money

    @property
    def id(self) -> UUID:
        """The agreement's."""
        return self.agreement.id


@use_case(permission=Permission.READ)
def read_rebates(command: ReadRebates, ctx: Context, task: Task) -> tuple[RebateState, ...]:
    """The agreements, the latest period first.

    Raises:
        NotFoundError: `customers.unknown_code`.
    """
    on = command.on or ctx.today
    with ctx.snapshot() as uow:
        company = uow.company.get()
        whose = customer_by_code(uow, command.customer).id if command.customer else None
        agreements = uow.rebates.agreements(whose)
        accrued = uow.rebates.accrued([each.id for each in agreements], company.currency)
        states = []
        for each in agreements:
            task.check_cancelled()
            net, vat = accrued[each.id]
            states.append(
                RebateState(
                    each,
                    uow.customers.get(each.customer_id),
                    earned_by(uow, each, company, on),
                    net + vat,
                )
            )
        return tuple(states)
