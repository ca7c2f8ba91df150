"""What an issued document does to the books: claims, entry, settlement of what it names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.laying import lay_credit_on, post_release
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.credit_note import credited_so_far
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.invoicing.references import Relation, SourceKind
from otc_desktop.domain.ledger.posting_rules import (
    ReplacedInvoice,
    post_invoice,
    post_retention_release,
)
from otc_desktop.domain.receivables.open_item import (
    OpenItem,
    cancelling_item,
    open_item_of,
    split_retention,
)
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import (
    InvoiceId,
    JournalEntryId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Locked claims that a document touches beside its own.

    `credited` in the order in which a credit note is laid on them; `deposits` by document.
    """

    credited: tuple[OpenItem, ...]
    corrected: OpenItem | None
    deposits: Mapping[InvoiceId, OpenItem]


def lock_concerned(uow: UnitOfWork, draft: InvoiceDraft, on: date) -> Concerned:
    """Lock what the document touches; locks go before the number series.

    Raises:
        RuleError: `invoicing.credit_before_invoice`.
    """
    credited = [
        item
        for each in draft.related(Relation.CREDITED)
        if each.invoice_id is not None
        for item in uow.open_items.of_invoice(each.invoice_id)
    ]
    for item in credited:
        if on < item.issued_on:
            raise RuleError(
                "invoicing.credit_before_invoice", where="date", date=on, last=item.issued_on
            )
    corrected = next(
        (
            uow.open_items.find_by_invoice(each.invoice_id)
            for each in draft.related(Relation.CORRECTED)
            if each.invoice_id is not None
        ),
        None,
    )
    deposit_ids = dict.fromkeys([each.deposit_id for each in draft.deductions])
    deposit_ids |= dict.fromkeys(_deposits_freed(uow, draft))
    deposits: dict[InvoiceId, OpenItem] = {}
    for deposit_id in deposit_ids:
        of_deposit = uow.open_items.find_by_invoice(deposit_id)
        if of_deposit is not None:
            deposits[deposit_id] = of_deposit
    wanted = [*credited, *deposits.values(), *([] if corrected is None else [corrected])]
    locked = uow.open_items.lock([item.id for item in wanted]) if wanted else {}
    return Concerned(
        credited=tuple(locked[item.id] for item in credited),
        corrected=None if corrected is None else locked[corrected.id],
        deposits={deposit_id: locked[item.id] for deposit_id, item in deposits.items()},
    )


def enter_in_books(
    uow: UnitOfWork,
    ctx: Context,
    invoice: Invoice,
    *,
    company: Company,
    customer: Customer,
    concerned: Concerned,
) -> None:
    """Write claims and entry of an issued document, and settle what it takes back.

    A corrective invoice cancels the first one by an internal credit of the same amount, laid
    on what is open of the first; what was paid of it goes to the corrective one.
    """
    item, retention = split_retention(
        invoice,
        open_item_of(invoice, OpenItemId(ctx.new_id()), regime=company.vat_regime),
        OpenItemId(ctx.new_id()),
        ctx.account_scheme.retentions,
    )
    replaced = None
    if concerned.corrected is not None:
        replaced = _replaced(uow, ctx, invoice, concerned.corrected)
    for claim in (item, retention, None if replaced is None else replaced.item):
        if claim is not None:
            uow.open_items.add(claim, customer)
    entry = post_invoice(
        invoice,
        JournalEntryId(ctx.new_id()),
        item_id=item.id,
        scheme=ctx.account_scheme,
        regime=company.vat_regime,
        retention=retention,
        replaced=replaced,
    )
    if entry is not None:
        post(uow, entry, company, today=ctx.today)
    on = invoice.issued_on
    if replaced is not None and concerned.corrected is not None:
        left = _lay(uow, ctx, company, replaced.item, [concerned.corrected], on=on)
        _lay(uow, ctx, company, left, [item], on=on)
    if concerned.credited:
        targets = [_released(uow, ctx, company, each, on) for each in concerned.credited]
        _lay(uow, ctx, company, item, targets, on=on)
    _take_back_situations(uow, invoice)
    if not company.vat_regime.waits_for_money:
        _make_deposit_vat_due(uow, ctx, company, invoice, concerned.deposits)


def _replaced(
    uow: UnitOfWork, ctx: Context, invoice: Invoice, corrected: OpenItem
) -> ReplacedInvoice:
    first_id = corrected.invoice_id
    if first_id is None:
        raise RuleError("invoicing.not_found", number=corrected.number)
    first = uow.invoices.get_issued(first_id)
    cancelling = cancelling_item(corrected, invoice, OpenItemId(ctx.new_id()))
    return ReplacedInvoice(invoice=first, item=cancelling)


def _lay(
    uow: UnitOfWork,
    ctx: Context,
    company: Company,
    credit: OpenItem,
    targets: Sequence[OpenItem],
    *,
    on: date,
) -> OpenItem:
    """Lay a credit on claims as far as they are open, one letter for all; what is left of it."""
    left = -credit.open
    parts: list[tuple[OpenItemId, Money]] = []
    for target in targets:
        if target.open.amount > 0 and left.amount > 0:
            amount = min(target.open, left)
            parts.append((target.id, amount))
            left -= amount
    if not parts:
        return credit
    items = {each.id: each for each in (*targets, credit)}
    lay_credit_on(
        uow,
        ctx,
        company=company,
        credit=credit,
        items=items,
        parts=parts,
        on=on,
        by_machine=True,
    )
    return uow.open_items.get(credit.id)


def _released(
    uow: UnitOfWork, ctx: Context, company: Company, item: OpenItem, on: date
) -> OpenItem:
    """A retention on its way to be credited goes back to the customers' account."""
    if not item.account or not item.open:
        return item
    return release_to_customers(uow, ctx, company, item, on=on)


def release_to_customers(
    uow: UnitOfWork, ctx: Context, company: Company, item: OpenItem, *, on: date
) -> OpenItem:
    """A retention that is due: from its own account to the customers', entry and claim."""
    code = uow.customers.get(item.customer_id).code
    entry = post_retention_release(
        item, JournalEntryId(ctx.new_id()), on=on, customer_code=code, scheme=ctx.account_scheme
    )
    post(uow, entry, company, today=ctx.today)
    uow.open_items.rewrite(
        replace(item, account="", due_on=max(item.issued_on, min(item.due_on, on)))
    )
    return uow.open_items.get(item.id)


def _take_back_situations(uow: UnitOfWork, invoice: Invoice) -> None:
    """A progress invoice that is credited whole counts no more: its works are invoiced again."""
    for named in invoice.related(Relation.CREDITED):
        works = None if named.invoice_id is None else uow.works.find_by_invoice(named.invoice_id)
        if works is None or named.invoice_id is None:
            continue
        situation = uow.invoices.get_issued(named.invoice_id)
        before = credited_so_far(situation, uow.invoices.credited(situation.id))
        if all(
            before.of(group.vat, situation) == group.basis for group in situation.totals.vat_groups
        ):
            uow.works.save(works.cancel(situation.id))


def _make_deposit_vat_due(
    uow: UnitOfWork,
    ctx: Context,
    company: Company,
    invoice: Invoice,
    deposits: Mapping[InvoiceId, OpenItem],
) -> None:
    """VAT of an unpaid deposit falls due once a final invoice, due at issue, deducts it."""
    changes: dict[InvoiceId, Money] = {}
    nothing = Money.zero(invoice.currency)
    for each in invoice.deductions:
        tax = each.basis.times(each.vat.rate / _HUNDRED)
        changes[each.deposit_id] = changes.get(each.deposit_id, nothing) + tax
    for deposit_id, tax in _deposits_freed(uow, invoice).items():
        changes[deposit_id] = changes.get(deposit_id, nothing) - tax
    released = nothing
    for deposit_id, tax in changes.items():
        item = deposits.get(deposit_id)
        if item is not None and tax:
            after = item.with_vat_due(tax)
            vat = after.vat_to_release()
            uow.open_items.rewrite(after.with_vat_released(vat))
            released += vat
    post_release(uow, ctx, company, on=invoice.issued_on, piece=invoice.number, released=released)


def _deposits_freed(uow: UnitOfWork, document: InvoiceDraft | Invoice) -> Mapping[InvoiceId, Money]:
    """The VAT of deductions that a credit note or a corrective invoice takes back."""
    freed: dict[InvoiceId, Money] = {}

    def add(deposit_id: InvoiceId, tax: Money) -> None:
        freed[deposit_id] = freed.get(deposit_id, Money.zero(document.currency)) + tax

    for relation in (Relation.CREDITED, Relation.CORRECTED):
        for named in document.related(relation):
            if named.invoice_id is None:
                continue
            first = uow.invoices.get_issued(named.invoice_id)
            lines = {
                each.document_line
                for each in document.sources
                if each.kind is SourceKind.CREDITED and each.document_id == first.id
            }
            for deduction in first.deductions:
                if relation is Relation.CORRECTED or deduction.line in lines:
                    add(
                        deduction.deposit_id,
                        deduction.basis.times(deduction.vat.rate / _HUNDRED),
                    )
    return freed
