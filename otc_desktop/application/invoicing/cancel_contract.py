"""Give a recurring contract its last day."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.recurring import RecurringContract
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelContract:
    """Ask for a contract to end; `last_day` is still invoiced."""

    number: str
    last_day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractCancelled(Event):
    """A recurring contract was given its last day."""

    number: str
    last_day: str
    reason: str


@use_case(permission=Permission.DRAFT_INVOICE)
def cancel_contract(command: CancelContract, ctx: Context, task: Task) -> RecurringContract:
    """End a contract; what was invoiced beyond its last day is credited by hand.

    Raises:
        NotFoundError: `invoicing.contract_not_found`.
        RuleError: `invoicing.contract_ends_before_start`, `sales.missing_reason`.
    """
    with ctx.unit_of_work() as uow:
        contract = uow.recurring.get_by_number(command.number, lock=True)
        ended = contract.cancel(command.last_day, command.reason)
        uow.recurring.save(ended, uow.customers.get(contract.customer_id))
        uow.record(
            ContractCancelled(
                subject_id=contract.id,
                customer_id=contract.customer_id,
                number=contract.number,
                last_day=command.last_day.isoformat(),
                reason=command.reason.strip(),
            )
        )
        return uow.commit(ended)
