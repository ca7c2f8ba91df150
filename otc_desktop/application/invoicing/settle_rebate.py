"""Credit a year-end rebate: one global credit note over its period."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from otc_desktop.application.invoicing.rebate_books import earned_by
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.rebate import EarnedRebate, RebateAgreement, RebateMethod
from otc_desktop.domain.ledger.account_scheme import AccountScheme
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.taxes.lines import DocumentLine, LineNature

_LUMP_SUM = "LS"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleRebate:
    """Ask for the credit note of an agreement whose period is over."""

    agreement_id: UUID


@use_case(permission=Permission.DRAFT_INVOICE)
def settle_rebate(command: SettleRebate, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare the credit note (type 262, BR-FR-CO-03); issuing it takes the accrual back.

    Raises:
        NotFoundError: `rebates.not_found`.
        RuleError: `rebates.not_open`, `rebates.period_runs`, `rebates.nothing_earned`.
    """
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        agreement = uow.rebates.get(command.agreement_id, lock=True)
        if ctx.today <= agreement.last:
            raise RuleError("rebates.period_runs", reference=agreement.reference)
        customer = uow.customers.get(agreement.customer_id)
        earned = earned_by(uow, agreement, company, agreement.last)
        if not earned.groups:
            raise RuleError("rebates.nothing_earned", reference=agreement.reference)
        draft = InvoiceDraft(
            id=InvoiceId(ctx.new_id()),
            kind=InvoiceKind.GLOBAL_CREDIT_NOTE,
            customer_id=customer.id,
            currency=company.currency,
            lines=_lines(agreement, earned, ctx.account_scheme),
            contract_reference=agreement.reference,
            period_from=agreement.first,
            period_to=agreement.last,
            correction=CorrectionReason.DISCOUNT,
        )
        uow.invoices.add_draft(draft, customer, ctx.today)
        uow.rebates.save(agreement.noted(draft.id))
        return uow.commit(draft)


def _lines(
    agreement: RebateAgreement, earned: EarnedRebate, scheme: AccountScheme
) -> tuple[DocumentLine, ...]:
    percent = "" if earned.percent is None else f"{earned.percent.normalize():f} %"
    reached = percent.replace(".", ",")
    if agreement.method is RebateMethod.SLICES:
        reached = f"par tranches, jusqu'à {reached}"
    return tuple(
        DocumentLine(
            description=f"Remise de fin d'année {agreement.reference} ({reached})",
            quantity=Decimal(1),
            unit=_LUMP_SUM,
            unit_price=amount.amount,
            vat=vat,
            income_account=scheme.rebates,
            nature=LineNature.GOODS,
        )
        for vat, amount in earned.groups
    )
