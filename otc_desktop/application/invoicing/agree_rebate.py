"""Agree a year-end rebate with a customer, or end one."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from otc_desktop.application.invoicing.rebate_books import accrue_to
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.rebate import RebateAgreement, RebateMethod, RebateTier
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeRebate:
    """Ask for an agreement to be kept; `tiers` are pairs of turnover and percentage."""

    customer: str
    first: date
    last: date
    tiers: tuple[tuple[Decimal, Decimal], ...]
    reference: str = ""
    method: RebateMethod = RebateMethod.WHOLE
    family: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RebateAgreed(Event):
    """A year-end rebate was agreed."""

    reference: str
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRebate:
    """Ask for an agreement to earn nothing any more; `version` is the one looked at."""

    agreement_id: UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RebateEnded(Event):
    """A year-end rebate was given up."""

    reference: str


@use_case(permission=Permission.EDIT_PRICES)
def agree_rebate(command: AgreeRebate, ctx: Context, task: Task) -> RebateAgreement:
    """Keep an agreement; without a reference it is named after customer and year.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `rebates.reference_taken`, what RebateAgreement and RebateTier refuse.
    """
    with ctx.unit_of_work() as uow:
        customer = customer_by_code(uow, command.customer)
        agreement = RebateAgreement(
            id=ctx.new_id(),
            customer_id=customer.id,
            reference=command.reference.strip() or f"RFA {command.last.year} {customer.code}",
            first=command.first,
            last=command.last,
            tiers=tuple(RebateTier(turnover, percent) for turnover, percent in command.tiers),
            method=command.method,
            family=command.family.strip(),
        )
        if uow.rebates.is_taken(agreement.reference):
            # The credit note names its contract by it (BT-12), and the console as well.
            raise RuleError(
                "rebates.reference_taken", where="reference", reference=agreement.reference
            )
        uow.rebates.add(agreement)
        uow.record(
            RebateAgreed(
                subject_id=agreement.id,
                customer_id=customer.id,
                reference=agreement.reference,
                first=agreement.first.isoformat(),
                last=agreement.last.isoformat(),
            )
        )
        return uow.commit(agreement)


@use_case(permission=Permission.EDIT_PRICES)
def end_rebate(command: EndRebate, ctx: Context, task: Task) -> RebateAgreement:
    """Give an agreement up; what was accrued for it is taken back.

    Raises:
        NotFoundError: `rebates.not_found`.
        RuleError: `rebates.not_open`.
        ConflictError: `database.changed_meanwhile`.
    """
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        agreement = uow.rebates.get(command.agreement_id, lock=True)
        ended = replace(agreement, version=command.version).ended()
        zero = Money.zero(company.currency)
        accrue_to(uow, ctx, agreement, company, excl_tax=zero, vat=zero, on=ctx.today)
        uow.rebates.save(ended)
        uow.record(
            RebateEnded(
                subject_id=agreement.id,
                customer_id=agreement.customer_id,
                reference=agreement.reference,
            )
        )
        return uow.commit(replace(ended, version=command.version + 1))
