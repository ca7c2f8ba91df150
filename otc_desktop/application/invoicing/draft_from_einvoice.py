"""Make a draft of an e-invoice that somebody else wrote."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from otc_desktop.application.invoicing.read_einvoice import (
    ReceivedFile,
    content_of,
    issued_by_us,
    received_file,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_to_sell_to, document_currency
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.attachments.attachment import Attachment, Subject, SubjectKind
from otc_desktop.domain.attachments.file_names import clean_file_name, media_type_of
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.carried_over import CarriedOver, carried_over
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.received import ReceivedInvoice
from otc_desktop.domain.invoicing.received_side import Side
from otc_desktop.domain.invoicing.references import PrecedingDocument, Relation
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.errors import ConfirmationRequired, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.shared.ids import AttachmentId, InvoiceId
from otc_desktop.domain.taxes.lines import DocumentLine, LineNature
from otc_desktop.domain.taxes.proposal import proposed_treatment, situation_of
from otc_desktop.domain.taxes.vat import standard

# What a line bears whose VAT no French document may show: the ordinary rate at home.
_ORDINARY = standard("20")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFromEInvoice:
    """Ask for a draft with the content of a file.

    `customer` is a code; empty where the file tells who it is. `although_doubtful` accepts
    a file that was not written by us, or that repeats a document of ours.
    """

    path: Path
    customer: str = ""
    although_doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMade:
    """The draft, or the document made of the same file before (`is_new` False).

    `left_out` is what of the file has no place in a draft or was changed in it.
    """

    document: InvoiceDraft | Invoice
    is_new: bool
    customer: Customer
    findings: Sequence[Finding]
    left_out: Sequence[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMadeFromFile(Event):
    """A received e-invoice became a draft; the file is attached to it."""

    file_name: str
    number: str
    sha256: str


@use_case(permission=Permission.DRAFT_INVOICE)
def draft_from_einvoice(command: DraftFromEInvoice, ctx: Context, task: Task) -> DraftMade:
    """Prepare a draft with the lines, discounts and references of a file, and keep the file.

    The same bytes make one draft only: asking again tells which.

    Raises:
        InputFileError: what reading refuses.
        ConfirmationRequired: `einvoicing.addressed_to_us`, `einvoicing.seller_is_other`,
            `einvoicing.issued_by_us`.
        RuleError: `einvoicing.customer_not_found`, `einvoicing.customer_not_sure`,
            `einvoicing.customer_to_choose`,
            `einvoicing.no_lines_to_carry`, `einvoicing.original_unknown`,
            `ledger.foreign_currency`, and what keeps a customer from being invoiced.
    """
    content = content_of(command.path, ctx)
    read = ctx.ports.einvoice_files.read(content)
    with ctx.unit_of_work() as uow:
        file = received_file(command.path, content, read, uow)
        before = next(iter(file.made_of_it), None)
        if before is not None:
            return DraftMade(
                document=before,
                is_new=False,
                customer=uow.customers.get(before.customer_id),
                findings=file.findings,
                left_out=(),
            )
        if not command.although_doubtful:
            _ask_where_doubtful(file)
        company = uow.company.get()
        customer = _customer(command.customer, file, uow)
        draft, left_out = _draft(file.invoice, customer, company, uow, ctx)
        uow.invoices.add_draft(draft, customer, ctx.today)
        _keep(file, content, draft, uow, ctx)
        return uow.commit(
            DraftMade(
                document=draft,
                is_new=True,
                customer=customer,
                findings=file.findings,
                left_out=left_out,
            )
        )


def _ask_where_doubtful(file: ReceivedFile) -> None:
    invoice = file.invoice
    if file.side is Side.BUYER:
        raise ConfirmationRequired("einvoicing.addressed_to_us", seller=invoice.seller.name)
    if file.side is Side.NEITHER:
        raise ConfirmationRequired(
            "einvoicing.seller_is_other", seller=invoice.seller.name, buyer=invoice.buyer.name
        )
    if file.ours is not None:
        raise ConfirmationRequired("einvoicing.issued_by_us", number=file.ours.number)


def _customer(code: str, file: ReceivedFile, uow: UnitOfWork) -> Customer:
    """Whom the draft is for: never guessed where we are the buyer of the file."""
    if code:
        return customer_to_sell_to(uow, code)
    if file.side is Side.BUYER:
        raise RuleError("einvoicing.customer_to_choose", where="customer")
    known, name = file.found.only, file.invoice.buyer.name
    if known is not None:
        return customer_to_sell_to(uow, known.code)
    if not file.found.customers:
        raise RuleError("einvoicing.customer_not_found", where="customer", name=name)
    codes = ", ".join(each.code for each in file.found.customers)
    raise RuleError("einvoicing.customer_not_sure", where="customer", name=name, codes=codes)


def _draft(
    received: ReceivedInvoice, customer: Customer, company: Company, uow: UnitOfWork, ctx: Context
) -> tuple[InvoiceDraft, Sequence[Finding]]:
    currency = document_currency(received.currency, company)
    usual = proposed_treatment(
        _ORDINARY,
        LineNature.GOODS,
        situation_of(customer, company, None),
        rates=ctx.ports.vat_rates,
        on=ctx.today,
    )
    content = carried_over(received, currency=currency, usual_vat=usual)
    preceding, unnamed = _preceding(received, content, uow)
    draft = InvoiceDraft(
        id=InvoiceId(ctx.new_id()),
        kind=content.kind,
        customer_id=customer.id,
        currency=currency,
        lines=_on_accounts(content, ctx),
        adjustments=content.adjustments,
        supplied_on=received.delivered_on,
        purchase_order=received.purchase_order,
        contract_reference=received.contract,
        period_from=received.period[0],
        period_to=received.period[1],
        preceding=preceding,
        frame_case=content.frame_case,
    )
    return draft, [*content.left_out, *unnamed]


def _on_accounts(content: CarriedOver, ctx: Context) -> tuple[DocumentLine, ...]:
    if not content.kind.is_deposit:
        return content.lines
    account = ctx.account_scheme.deposits
    return tuple(replace(line, income_account=account) for line in content.lines)


def _preceding(
    received: ReceivedInvoice, content: CarriedOver, uow: UnitOfWork
) -> tuple[tuple[PrecedingDocument, ...], Sequence[Finding]]:
    """The earlier documents that it takes back, ours by their identifier."""
    kind = content.kind
    if not kind.is_credit and kind is not InvoiceKind.CORRECTIVE:
        return (), [
            warning("einvoicing.left_out", "preceding", term="BT-25", value=number)
            for number, _ in received.preceding
        ]
    relation = Relation.CREDITED if kind.is_credit else Relation.CORRECTED
    found = []
    for number, issued_on in received.preceding:
        ours = issued_by_us(uow, number)
        if ours is None and kind is InvoiceKind.CORRECTIVE:
            raise RuleError("einvoicing.original_unknown", number=number)
        found.append(
            PrecedingDocument(
                number=number,
                issued_on=issued_on if ours is None else ours.issued_on,
                relation=relation,
                invoice_id=None if ours is None else ours.id,
            )
        )
    return tuple(found), ()


def _keep(
    file: ReceivedFile, content: bytes, draft: InvoiceDraft, uow: UnitOfWork, ctx: Context
) -> None:
    """The file hangs on its draft: there it is read again, and by its hash it is recognised."""
    name = clean_file_name(file.path.name)
    uow.attachments.add(
        Attachment(
            id=AttachmentId(ctx.new_id()),
            sha256=uow.archive.keep(content),
            file_name=name,
            media_type=media_type_of(name),
            size=len(content),
            subject=Subject(kind=SubjectKind.INVOICE, id=draft.id, customer_id=draft.customer_id),
            added_on=ctx.today,
            added_at=ctx.now(),
            added_by=ctx.user.name,
        )
    )
    uow.record(
        DraftMadeFromFile(
            subject_id=draft.id,
            customer_id=draft.customer_id,
            file_name=name,
            number=file.invoice.number,
            sha256=file.sha256,
        )
    )
