"""«Pourquoi impayée ?»: everything that is known about one open invoice, on one page."""

from dataclasses import dataclass
from datetime import date, timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.reporting.customer_figures import figures_on
from otc_desktop.domain.reporting.unpaid_reasons import UnpaidFacts, UnpaidPage, explain_unpaid
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.text import fold

_HISTORY_DAYS = 2 * 365


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainUnpaid:
    """Ask why the invoice of this number is not paid."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnpaidInvoice:
    """The invoice, its customer, and the page about it."""

    item: OpenItem
    customer: Customer
    page: UnpaidPage


@use_case(permission=Permission.READ)
def explain_unpaid_invoice(command: ExplainUnpaid, ctx: Context, task: Task) -> UnpaidInvoice:
    """Gather what is known about an invoice, and say what would help most.

    Raises:
        NotFoundError: `receivables.item_not_found`.
    """
    with ctx.snapshot() as uow:
        item = uow.open_items.get_by_number(command.number)
        customer = uow.customers.get(item.customer_id)
        facts = _facts(uow, item, customer, ctx.today)
    return UnpaidInvoice(item=item, customer=customer, page=explain_unpaid(facts))


def _facts(uow: UnitOfWork, item: OpenItem, customer: Customer, on: date) -> UnpaidFacts:
    path = uow.reporting.path_of(item.id, item.invoice_id, on=on)
    history = uow.reporting.histories([customer.id], since=on - timedelta(days=_HISTORY_DAYS))[
        customer.id
    ]
    figures = figures_on(history, on)
    return UnpaidFacts(
        on=on,
        issued_on=item.issued_on,
        due_on=item.due_on,
        total=item.total,
        open=item.open,
        taken_over=item.invoice_id is None,
        sending=path.sending,
        from_order=path.from_order,
        delivered_on=path.delivered_on,
        purchase_order=item.purchase_order,
        purchase_order_required=customer.purchase_order_required,
        disputed=path.disputed,
        dispute_reason=path.dispute_reason,
        dispute_due_on=path.dispute_due_on,
        promised_on=path.promised_on,
        promised=path.promised,
        broken_promises=figures.broken_promises,
        last_paid_on=path.last_paid_on,
        credits=uow.reporting.unused_credits(customer.id),
        unmatched=_unmatched(uow, customer, item),
        habit=figures.habit,
        reminded_on=path.reminded_on,
        reminder_step=path.reminder_step,
    )


def _unmatched(uow: UnitOfWork, customer: Customer, item: OpenItem) -> Money:
    """Receipts on the bank desk that seem to be this customer's, by account or by name."""
    name = fold(customer.name)
    return total(
        (
            line.unallocated
            for line in uow.bank.unmatched()
            if line.unallocated.amount > 0
            and line.unallocated.currency == item.open.currency
            and (
                (customer.iban and line.counterparty_account == customer.iban)
                or fold(line.counterparty) == name
            )
        ),
        item.open.currency,
    )
