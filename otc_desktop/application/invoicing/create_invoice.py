"""Prepare an invoice without an order."""

from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.application.invoicing.deduct_deposits import Deduction, deduct_named
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.line_input import (
    AdjustmentInput,
    LineInput,
    build_adjustments,
    build_lines,
)
from otc_desktop.application.kernel.lookups import customer_to_sell_to, document_currency
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateInvoice:
    """Ask for a draft; `wished_date` is the document's date, today when None.

    `kind` is an invoice or a deposit; `deducts` are deposits that it takes off.
    """

    customer: str
    lines: tuple[LineInput, ...]
    adjustments: tuple[AdjustmentInput, ...] = ()
    purchase_order: str = ""
    wished_date: date | None = None
    supplied_on: date | None = None
    currency: str = ""
    kind: InvoiceKind = InvoiceKind.INVOICE
    deducts: tuple[Deduction, ...] = ()
    contract_reference: str = ""
    period_from: date | None = None
    period_to: date | None = None
    frame_case: FrameCase = FrameCase.ORDINARY


@use_case(permission=Permission.DRAFT_INVOICE)
def create_invoice(command: CreateInvoice, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a draft: no number, no effect on the books.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.archived`, `customers.blocked`, `customers.not_active_yet`.
        BlockingFindings: faulty lines, all at once.
        RuleError: `invoicing.not_made_directly` for a kind that comes from another document,
            `invoicing.deducts_on_deposit`, and what deducting a deposit refuses.
    """
    is_deposit = command.kind is InvoiceKind.DEPOSIT
    if not is_deposit and command.kind is not InvoiceKind.INVOICE:
        raise RuleError("invoicing.not_made_directly", where="kind")
    if is_deposit and command.deducts:
        raise RuleError("invoicing.deducts_on_deposit", where="deducts")
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        customer = customer_to_sell_to(uow, command.customer)
        currency = document_currency(command.currency, company)
        lines = build_lines(
            command.lines,
            uow,
            company,
            customer=customer,
            on=command.wished_date or ctx.today,
            rates=ctx.ports.vat_rates,
        )
        if is_deposit:
            account = ctx.account_scheme.deposits
            lines = tuple(replace(line, income_account=account) for line in lines)
        draft = InvoiceDraft(
            id=InvoiceId(ctx.new_id()),
            kind=command.kind,
            customer_id=customer.id,
            currency=currency,
            lines=lines,
            adjustments=build_adjustments(command.adjustments, lines, currency, company),
            supplied_on=command.supplied_on,
            wished_date=command.wished_date,
            purchase_order=command.purchase_order,
            contract_reference=command.contract_reference,
            period_from=command.period_from,
            period_to=command.period_to,
            frame_case=command.frame_case,
        )
        draft = deduct_named(uow, ctx, draft, customer, command.deducts)
        uow.invoices.add_draft(draft, customer, ctx.today)
        return uow.commit(draft)
