"""Set how much a customer may owe, and what is insured of it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.trace import DecisionKind, TracedDecision, checked_reason
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.money import Money


class Keep(Enum):
    """Leave what the file has."""

    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCredit:
    """Ask for a limit: an amount, None for no limit, or KEEP. Each setting is a review."""

    customer: str
    reason: str
    limit: Decimal | Keep | None = Keep.KEEP
    insured: Decimal | Keep | None = Keep.KEEP


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLimitSet(Event):
    """A credit limit was set or confirmed; amounts as text, empty for none."""

    before: str
    after: str
    reason: str


@use_case(permission=Permission.EDIT_CREDIT)
def set_credit(command: SetCredit, ctx: Context, task: Task) -> CreditFile:
    """Set or confirm a customer's limit and insured amount, with the reason.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `credit.missing_reason`, `credit.negative_limit`,
            `credit.negative_insurance`.
    """
    reason = checked_reason(command.reason)
    with ctx.unit_of_work() as uow:
        currency = uow.company.get().currency
        customer_id = customer_by_code(uow, command.customer).id
        uow.credit.lock_group(customer_id)
        file = uow.credit.file(customer_id)

        def wanted(asked: Decimal | Keep | None, now: Money | None) -> Money | None:
            if isinstance(asked, Keep):
                return now
            return None if asked is None else Money(asked, currency)

        after = file.with_limit(
            wanted(command.limit, file.limit),
            wanted(command.insured, file.insured),
            reviewed_on=ctx.today,
        )
        uow.credit.save_file(after)
        nothing = Money.zero(currency)
        uow.credit.trace(
            TracedDecision(
                id=ctx.new_id(),
                customer_id=customer_id,
                order_id=None,
                kind=DecisionKind.LIMIT_SET,
                decided_on=ctx.today,
                role=ctx.user.role,
                reason=reason,
                amount=after.limit or nothing,
                overrun=nothing,
                deposit=nothing,
                before=_text(file.limit),
                after=_text(after.limit),
            )
        )
        uow.record(
            CreditLimitSet(
                subject_id=customer_id,
                customer_id=customer_id,
                before=_text(file.limit),
                after=_text(after.limit),
                reason=reason,
            )
        )
        return uow.commit(replace(after, version=after.version + 1))


def _text(amount: Money | None) -> str:
    return "" if amount is None else str(amount)
