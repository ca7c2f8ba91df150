"""Prepare the drafts that a recurring contract owes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.recurring import Period
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import InvoiceId, RecurringContractId


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareContract:
    """Ask for the drafts of all periods due by a day; today when None."""

    contract_id: RecurringContractId
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractsDue:
    """Ask which contracts owe a draft by a day; `number` narrows it to one."""

    on: date | None = None
    number: str = ""


@use_case(permission=Permission.READ)
def contracts_due(command: ContractsDue, ctx: Context, task: Task) -> Sequence[RecurringContractId]:
    """Contracts with a period to prepare, the earliest first.

    Raises:
        NotFoundError: `invoicing.contract_not_found`.
    """
    with ctx.snapshot() as uow:
        if command.number:
            return [uow.recurring.get_by_number(command.number).id]
        return uow.recurring.due(command.on or ctx.today)


@use_case(permission=Permission.DRAFT_INVOICE)
def prepare_contract(command: PrepareContract, ctx: Context, task: Task) -> Sequence[InvoiceDraft]:
    """Make a draft for each period that is due and has none: once, whoever asks how often.

    Raises:
        RuleError: `invoicing.index_value_missing` when prices are to follow an index whose
            value nobody has entered.
    """
    on = command.on or ctx.today
    with ctx.unit_of_work() as uow:
        contract = uow.recurring.get(command.contract_id, lock=True)
        customer = uow.customers.get(contract.customer_id)
        rule = contract.indexation
        values = uow.recurring.index_values(rule.series) if rule and rule.series else {}

        def describe(description: str, period: Period) -> str:
            return ctx.ports.mentions.text(
                "line_period",
                language=customer.language,
                on=ctx.today,
                values={
                    "description": description,
                    "from": f"{period.starts_on:%d/%m/%Y}",
                    "to": f"{period.ends_on:%d/%m/%Y}",
                },
            )

        drafts = []
        for period in contract.due_periods(on, uow.recurring.prepared(contract.id)):
            lines = contract.lines_of(period, values, describe)
            draft = InvoiceDraft(
                id=InvoiceId(ctx.new_id()),
                kind=InvoiceKind.INVOICE,
                customer_id=customer.id,
                currency=contract.currency,
                lines=lines,
                purchase_order=contract.purchase_order,
                contract_reference=contract.number,
                period_from=period.starts_on,
                period_to=period.ends_on,
            )
            uow.invoices.add_draft(draft, customer, ctx.today)
            uow.recurring.add_period(contract, period, draft.id)
            drafts.append(draft)
        return uow.commit(drafts)
