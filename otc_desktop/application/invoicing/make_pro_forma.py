"""Make a pro forma: what an invoice would say, for a letter of credit, customs or a budget."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from otc_desktop.application.invoicing.final_document import buyer_of, mentions_of
from otc_desktop.application.invoicing.send_pro_forma import queue_pro_forma
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.repositories.contracts import ProForma
from otc_desktop.application.kernel.sales_paper import PaperKind, SalesPaper
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind, seller_of
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.invoicing.references import OrderReference
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import InvoiceId

SERIES = "pro_forma"
NUMBERS = NumberFormat("PF{year}-{seq:05d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeProForma:
    """Ask for a pro forma of an order or of a draft, one of the two; `path` to write it to.

    With `send`, its mail is queued in the same transaction: made and queued, or neither.
    """

    order: str = ""
    draft_id: InvoiceId | None = None
    path: Path | None = None
    send: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProFormaMade(Event):
    """A pro forma was made."""

    number: str


@use_case(permission=Permission.DRAFT_INVOICE)
def make_pro_forma(command: MakeProForma, ctx: Context, task: Task) -> ProForma:
    """Number and keep a pro forma; it has no effect on any book and is no invoice.

    Raises:
        NotFoundError: `sales.order_not_found`, `invoicing.draft_not_found`.
        RuleError: `invoicing.pro_forma_of_one`, `mail.no_recipient` when it is to be sent.
        ExternalError: `files.disk_full`, `files.not_writable`; nothing is numbered then.
    """
    if command.send:
        ctx.user.require(Permission.SEND_MAIL)
    if bool(command.order) == (command.draft_id is not None):
        raise RuleError("invoicing.pro_forma_of_one", where="order")
    with ctx.unit_of_work() as uow:
        draft = _content(uow, ctx, command)
        company = uow.company.get()
        customer = uow.customers.get(draft.customer_id)
        sequence = uow.number_series.take(SERIES, NUMBERS.period(ctx.today), date.min)
        number = NUMBERS.format(sequence, ctx.today)
        warning = ctx.ports.mentions.text(
            "pro_forma", language=customer.language, on=ctx.today, values={}
        )
        legal = mentions_of(draft, customer, company, legal_wording(uow, ctx), ctx.today)
        paper = SalesPaper(
            kind=PaperKind.PRO_FORMA,
            number=number,
            language=customer.language,
            issued_on=ctx.today,
            seller=seller_of(company),
            buyer=buyer_of(customer, uow.customers.addresses_of(customer.id)),
            currency=draft.currency,
            lines=draft.lines,
            adjustments=draft.adjustments,
            totals=draft.totals(),
            payment_terms=str(customer.payment_terms or company.payment_terms),
            mentions=(warning, *(each.text for each in legal if each.subject == "VAT")),
            reference=draft.purchase_order,
        )
        content = ctx.ports.renderer.sales_pdf(paper, uow.paper_look.get())
        made = ProForma(
            number=number,
            customer_id=customer.id,
            order_id=draft.orders[0].order_id if draft.orders else None,
            draft_id=command.draft_id,
            made_on=ctx.today,
            total_excl_tax=draft.totals().total_excl_tax,
            total_incl_tax=draft.totals().total_incl_tax,
            sha256=uow.archive.keep(content),
        )
        uow.pro_formas.add(made, ctx.new_id(), customer)
        if command.path is not None:
            ctx.ports.files.write_atomically(command.path, [content])
        uow.record(ProFormaMade(subject_id=customer.id, customer_id=customer.id, number=number))
        if command.send:
            queue_pro_forma(uow, ctx, made)
        return uow.commit(made)


def _content(uow: UnitOfWork, ctx: Context, command: MakeProForma) -> InvoiceDraft:
    if command.draft_id is not None:
        return uow.invoices.get_draft(command.draft_id)
    order = uow.sales_orders.get_by_number(command.order)
    return InvoiceDraft(
        id=InvoiceId(ctx.new_id()),
        kind=InvoiceKind.INVOICE,
        customer_id=order.customer_id,
        currency=order.currency,
        lines=tuple(line for line in order.lines if line.quantity),
        adjustments=order.adjustments,
        purchase_order=order.purchase_order,
        orders=(OrderReference(order_id=order.id, number=order.number),),
    )
