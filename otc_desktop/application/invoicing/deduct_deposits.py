"""Taking deposits off a draft: those that are named, or those of its orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.credit_note import credited_so_far
from otc_desktop.domain.invoicing.deposits import DepositLeft, deduct, deposit_left
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """A deposit to deduct by number: all that is left of it, or at most `amount`, excl. tax."""

    number: str
    amount: Decimal | None = None


def deduct_named(
    uow: UnitOfWork,
    ctx: Context,
    draft: InvoiceDraft,
    customer: Customer,
    wishes: Sequence[Deduction],
    *,
    instead_of: InvoiceId | None = None,
) -> InvoiceDraft:
    """The draft less the deposits that somebody named, which are locked.

    `instead_of` is a document that the draft replaces: what it deducts counts no more.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `invoicing.nothing_to_deduct`, and what the domain refuses.
    """
    deposits = [(uow.invoices.get_by_number(each.number), each) for each in wishes]
    for deposit, wish in sorted(deposits, key=lambda pair: pair[0].id):
        most = None if wish.amount is None else Money(wish.amount, draft.currency)
        if most is not None and most.amount <= 0:
            raise RuleError("invoicing.credit_not_positive", where="deducts", amount=most)
        available = _available(uow, deposit.id, instead_of)
        description = _description(ctx, customer, deposit)
        account = ctx.account_scheme.deposits
        after = deduct(draft, available, description=description, most=most, income_account=account)
        taken = sum(
            (each.basis.amount for each in after.deductions if each.deposit_id == deposit.id),
            Decimal(0),
        )
        if not taken or (most is not None and taken < most.amount):
            raise RuleError(
                "invoicing.nothing_to_deduct",
                where="deducts",
                number=deposit.number,
                left=Money(taken, draft.currency),
            )
        draft = after
    return draft


def deduct_of_orders(
    uow: UnitOfWork, ctx: Context, draft: InvoiceDraft, customer: Customer, *, lock: bool = True
) -> InvoiceDraft:
    """The draft less what is left of the deposits of the orders that it invoices."""
    order_ids = [each.order_id for each in draft.orders if each.billed]
    if not order_ids:
        return draft
    for deposit_id in uow.invoices.deposits_of(draft.customer_id, order_ids):
        available = _available(uow, deposit_id, None, lock=lock)
        description = _description(ctx, customer, available.deposit)
        account = ctx.account_scheme.deposits
        draft = deduct(draft, available, description=description, income_account=account)
    return draft


def _available(
    uow: UnitOfWork, deposit_id: InvoiceId, instead_of: InvoiceId | None, *, lock: bool = True
) -> DepositLeft:
    deposit = uow.invoices.get_issued(deposit_id, lock=lock)
    return deposit_left(
        deposit,
        credited=credited_so_far(deposit, uow.invoices.credited(deposit_id)),
        deducted=uow.invoices.deductions_of(deposit_id, but=instead_of),
    )


def _description(ctx: Context, customer: Customer, deposit: Invoice) -> str:
    return ctx.ports.mentions.text(
        "line_deposit_deducted",
        language=customer.language,
        on=ctx.today,
        values={"number": deposit.number, "date": f"{deposit.issued_on:%d/%m/%Y}"},
    )
