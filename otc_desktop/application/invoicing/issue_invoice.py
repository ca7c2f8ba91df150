"""Issue a draft: numbered, archived, owed, posted, in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.invoicing.books import enter_in_books, lock_concerned
from otc_desktop.application.invoicing.issue_findings import findings_before_issue
from otc_desktop.application.invoicing.rebate_books import settle_rebate_of
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import require_credit
from otc_desktop.application.kernel.legal_wording import LegalWording, legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.customers.address_book import (
    AddressKind,
    CustomerAddress,
    default_address,
)
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.invoicing.invoice import (
    Invoice,
    InvoiceDraft,
    InvoiceKind,
    Mention,
    Party,
    seller_of,
)
from otc_desktop.domain.invoicing.mentions import mention_keys, not_yet_said, own_reasons
from otc_desktop.domain.invoicing.numbering import CREDIT_NOTE_PATTERN, NumberFormat
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import refuse_if_blocking
from otc_desktop.domain.shared.ids import (
    InvoiceId,
)

PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueInvoice:
    """Ask for a draft to become a numbered, archived and posted document."""

    invoice_id: InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedInvoice:
    """A document as it was issued, and the hash of its archived PDF."""

    invoice: Invoice
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceIssued(Event):
    """An invoice or credit note was issued."""

    number: str
    document_kind: str


@use_case(permission=Permission.ISSUE_INVOICE)
def issue_invoice(command: IssueInvoice, ctx: Context, task: Task) -> IssuedInvoice:
    """Issue a document: number, PDF, archive, open item and entry, or none of them.

    A credit note settles its invoice as far as that is open.

    Raises:
        BlockingFindings: what stands against issuing, all at once.
        RuleError: `invoicing.already_issued`, `invoicing.date_goes_back`.
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role` for an
            invoice without a delivery to a customer whose credit does not allow it.
    """
    with ctx.unit_of_work() as uow:
        draft = uow.invoices.get_draft(command.invoice_id, lock=True)
        company = uow.company.get()
        customer = uow.customers.get(draft.customer_id)
        on = draft.wished_date or ctx.today
        refuse_if_blocking(
            findings_before_issue(draft, uow, ctx, company=company, customer=customer, on=on)
        )
        concerned = lock_concerned(uow, draft, on)
        if _needs_gate(draft):
            amount = draft.totals().total_incl_tax
            require_credit(uow, ctx, customer.id, amount=amount, gate=Gate.INVOICE)
        number = _number(uow, draft, company, on)
        buyer = buyer_of(customer, uow.customers.addresses_of(customer.id))
        wording = legal_wording(uow, ctx)
        invoice = final_document(
            draft, customer, company, wording, buyer=buyer, on=on, number=number
        )
        # A full disk or a bad font from here on rolls everything back, number included.
        pdf = ctx.ports.renderer.invoice_pdf(invoice, uow.paper_look.get())
        uow.invoices.issue(invoice, draft.version)
        sha256 = uow.archive.add_document(invoice.id, PDF, pdf)
        enter_in_books(uow, ctx, invoice, company=company, customer=customer, concerned=concerned)
        settle_rebate_of(uow, ctx, invoice, company)
        uow.record(
            InvoiceIssued(
                subject_id=invoice.id,
                customer_id=customer.id,
                number=invoice.number,
                document_kind=invoice.kind.value,
            )
        )
        return uow.commit(IssuedInvoice(invoice=invoice, sha256=sha256))


def _needs_gate(draft: InvoiceDraft) -> bool:
    """What was ordered or delivered passed its gate before; a deposit gives no credit."""
    behind = draft.deliveries or any(each.billed for each in draft.orders)
    return draft.kind is InvoiceKind.INVOICE and not behind and draft.progress is None


def _number(uow: UnitOfWork, draft: InvoiceDraft, company: Company, on: date) -> str:
    """The next legal number; the lock is held until the commit."""
    numbers = NumberFormat(CREDIT_NOTE_PATTERN if draft.kind.is_credit else company.number_format)
    sequence = uow.number_series.take(draft.kind.series, numbers.period(on), on)
    return numbers.format(sequence, on)


def final_document(
    draft: InvoiceDraft,
    customer: Customer,
    company: Company,
    wording: LegalWording,
    *,
    buyer: Party,
    on: date,
    number: str,
) -> Invoice:
    """The draft as the document it becomes on that day, under that number."""
    terms = customer.payment_terms or PaymentTerms.parse(company.payment_terms)
    # What we owe is due at once: terms are for what the customer owes.
    due_on = on if draft.kind.is_credit else terms.due_on(on)
    return draft.issue(
        number=number,
        issued_on=on,
        due_on=due_on,
        seller=seller_of(company),
        buyer=buyer,
        language=customer.language,
        payment_terms=str(terms),
        mentions=tuple(mentions_of(draft, customer, company, wording, on)),
    )


def buyer_of(customer: Customer, addresses: Sequence[CustomerAddress]) -> Party:
    """The customer as it stands now, billed where it wants to be."""
    billing = default_address(addresses, AddressKind.BILLING)
    elsewhere = billing is not None and billing.address != customer.address
    service = customer.service_code if billing is None else billing.service_code
    return Party(
        name=customer.name,
        code=customer.code,
        address=customer.address,
        siren=customer.siren,
        siret=customer.siret if billing is None else billing.siret or customer.siret,
        vat_number=customer.vat_number,
        email=customer.email,
        contact_name=customer.contact_name,
        phone=customer.phone,
        service_code=service or customer.service_code,
        engagement=customer.engagement,
        billing_name=billing.label if billing is not None and elsewhere else "",
        billing_address=billing.address if billing is not None and elsewhere else None,
        einvoicing_scheme=customer.einvoicing_scheme,
        einvoicing_address=customer.einvoicing_address,
    )


def mentions_of(
    draft: InvoiceDraft, customer: Customer, company: Company, wording: LegalWording, on: date
) -> Iterable[Mention]:
    """The legal sentences due on a document."""
    treatments = [
        *(line.vat for line in draft.lines),
        *(adjustment.vat for adjustment in draft.adjustments),
    ]
    values = {"late_interest": company.late_interest, "discount_terms": company.discount_terms}
    said = []
    for subject, key in mention_keys(company, treatments):
        text = wording.text(key, language=customer.language, on=on, values=values)
        said.append(text)
        yield Mention(subject, text)
    for reason in not_yet_said(own_reasons(treatments), said):
        yield Mention("VAT", reason)
