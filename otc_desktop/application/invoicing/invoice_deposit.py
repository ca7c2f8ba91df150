"""Prepare the deposit invoice of an order."""

from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.deposits import (
    deposit_lines,
    deposit_of_amount,
    deposit_of_percent,
)
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.references import OrderReference
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.totals import compute_totals


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDeposit:
    """Ask for a deposit: a percentage of the order, or an amount including tax."""

    order: str
    percent: Decimal | None = None
    amount: Decimal | None = None


@use_case(permission=Permission.DRAFT_INVOICE)
def invoice_deposit(command: InvoiceDeposit, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a deposit invoice, each VAT group in proportion to the order.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `invoicing.deposit_needs_percent_or_amount`, `sales.order_ended`,
            `invoicing.deposit_beyond_order` when all deposits would exceed the order.
    """
    if (command.percent is None) == (command.amount is None):
        raise RuleError("invoicing.deposit_needs_percent_or_amount", where="percent")
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.order, lock=True)
        if order.status in (OrderStatus.CANCELLED, OrderStatus.CLOSED):
            raise RuleError("sales.order_ended", number=order.number, status=order.status)
        customer = uow.customers.get(order.customer_id)
        totals = order.totals()
        values = {"order": order.number}
        if command.percent is not None:
            bases = deposit_of_percent(totals.vat_groups, command.percent, order.currency)
            key = "line_deposit_percent"
            values["percent"] = f"{command.percent.normalize():f}".replace(".", ",")
        else:
            amount = Money(command.amount or Decimal(0), order.currency)
            bases = deposit_of_amount(totals.vat_groups, amount)
            key = "line_deposit_amount"
        before = total(
            (
                compute_totals(each.lines, each.adjustments, each.currency).total_excl_tax
                for each in uow.invoices.asked_deposits(order.id)
            ),
            order.currency,
        )
        wanted = total(bases.values(), order.currency)
        if before + wanted > totals.total_excl_tax:
            raise RuleError(
                "invoicing.deposit_beyond_order",
                where="amount",
                amount=wanted,
                most=totals.total_excl_tax - before,
            )
        description = ctx.ports.mentions.text(
            key, language=customer.language, on=ctx.today, values=values
        )
        draft = InvoiceDraft(
            id=InvoiceId(ctx.new_id()),
            kind=InvoiceKind.DEPOSIT,
            customer_id=customer.id,
            currency=order.currency,
            lines=deposit_lines(
                bases,
                order.lines,
                description=description,
                income_account=ctx.account_scheme.deposits,
            ),
            purchase_order=order.purchase_order,
            orders=(
                OrderReference(
                    order_id=order.id,
                    number=order.number,
                    purchase_order=order.purchase_order,
                    billed=False,
                ),
            ),
        )
        uow.invoices.add_draft(draft, customer, ctx.today)
        return uow.commit(draft)
