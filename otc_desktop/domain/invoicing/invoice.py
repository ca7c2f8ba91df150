"""Invoices and credit notes: a draft that can change, an issued document that can't."""

from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.frame import FrameCase, frame_code
from otc_desktop.domain.invoicing.progress import ProgressFacts
from otc_desktop.domain.invoicing.references import (
    DeliveryReference,
    DepositDeduction,
    LineSource,
    OrderReference,
    PrecedingDocument,
    Relation,
)
from otc_desktop.domain.shared.company import NO_ADDRESS, Address, Company
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals, compute_totals


class InvoiceKind(StrEnum):
    """What the document is (UNTDID 1001).

    `ON_ACCOUNT` is none: it is a claim of the customer's, for money that no document explains.
    """

    INVOICE = "invoice"
    CORRECTIVE = "corrective"
    DEPOSIT = "deposit"
    CREDIT_NOTE = "credit_note"
    GLOBAL_CREDIT_NOTE = "global_note"
    DEPOSIT_CREDIT_NOTE = "deposit_note"
    ON_ACCOUNT = "on_account"

    @property
    def type_code(self) -> str:
        """The document type code BT-3."""
        return _TYPE_CODES[self]

    @property
    def is_credit(self) -> bool:
        """Whether it takes back what the customer owes."""
        return self in _CREDITS

    @property
    def is_deposit(self) -> bool:
        """Whether it stands on the account of deposits, not of sales."""
        return self in (InvoiceKind.DEPOSIT, InvoiceKind.DEPOSIT_CREDIT_NOTE)

    @property
    def sign(self) -> int:
        """+1 when the customer owes it, −1 when we do."""
        return -1 if self.is_credit else 1

    @property
    def series(self) -> str:
        """The series its numbers come from: one for claims, one for credit notes."""
        return "credit_note" if self.is_credit else "invoice"


_TYPE_CODES = {
    InvoiceKind.INVOICE: "380",
    InvoiceKind.CORRECTIVE: "384",
    InvoiceKind.DEPOSIT: "386",
    InvoiceKind.CREDIT_NOTE: "381",
    InvoiceKind.GLOBAL_CREDIT_NOTE: "262",
    InvoiceKind.DEPOSIT_CREDIT_NOTE: "503",
}
_CREDITS = frozenset(
    (
        InvoiceKind.CREDIT_NOTE,
        InvoiceKind.GLOBAL_CREDIT_NOTE,
        InvoiceKind.DEPOSIT_CREDIT_NOTE,
        InvoiceKind.ON_ACCOUNT,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Seller or buyer as printed on one document: a snapshot that later edits don't reach.

    `address` is the registered one; `billing_address`, where it differs, is where the
    document goes, and both are shown (C. com. L441-9). `service_code` and `engagement` are
    what a public body wants (Chorus Pro). `einvoicing_address` is where e-invoices go (BT-49)
    in its `einvoicing_scheme`, where that is not told by the other numbers.
    """

    name: str
    code: str = ""
    address: Address = NO_ADDRESS
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    email: str = ""
    legal_form: str = ""
    share_capital: str = ""
    rcs_city: str = ""
    naf: str = ""
    iban: str = ""
    bic: str = ""
    contact_name: str = ""
    phone: str = ""
    service_code: str = ""
    engagement: str = ""
    billing_name: str = ""
    billing_address: Address | None = None
    einvoicing_scheme: str = ""
    einvoicing_address: str = ""


def seller_of(company: Company) -> Party:
    """The company as its documents show it."""
    return Party(
        name=company.name,
        address=company.address,
        siren=company.siren,
        siret=company.siret,
        vat_number=company.vat_number,
        email=company.email,
        legal_form=company.legal_form,
        share_capital="" if company.share_capital is None else str(company.share_capital),
        rcs_city=company.rcs_city,
        naf=company.naf,
        iban=company.iban,
        bic=company.bic,
    )


@dataclass(frozen=True, slots=True)
class Mention:
    """A legal sentence on a document; `subject` is its note code (PMT, PMD, AAB …)."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What drafts and issued documents have alike.

    Credit notes have positive amounts. `preceding` names earlier documents (BG-3); a global
    credit note may have a contract and a period instead (BR-FR-CO-03). `orders` and
    `deliveries` are what it invoices; `deductions` say which negative lines take off which
    deposit, `sources` which lines stand for which line of an order or of a credited
    invoice. `period_from` and `period_to` are the period invoiced (BG-14). `correction` says
    why an earlier document is taken back, where somebody said it.
    """

    id: InvoiceId
    kind: InvoiceKind
    customer_id: CustomerId
    currency: Currency
    lines: tuple[DocumentLine, ...]
    adjustments: tuple[Adjustment, ...] = ()
    supplied_on: date | None = None
    purchase_order: str = ""
    contract_reference: str = ""
    period_from: date | None = None
    period_to: date | None = None
    preceding: tuple[PrecedingDocument, ...] = ()
    orders: tuple[OrderReference, ...] = ()
    deliveries: tuple[DeliveryReference, ...] = ()
    deductions: tuple[DepositDeduction, ...] = ()
    sources: tuple[LineSource, ...] = ()
    frame_case: FrameCase = FrameCase.ORDINARY
    progress: ProgressFacts | None = None
    correction: CorrectionReason | None = None

    @property
    def credits_id(self) -> InvoiceId | None:
        """The first invoice that a credit note takes back."""
        return next((each.invoice_id for each in self.related(Relation.CREDITED)), None)

    @property
    def credits_number(self) -> str:
        """The number of that invoice."""
        return next((each.number for each in self.related(Relation.CREDITED)), "")

    @property
    def frame(self) -> str:
        """The framework code BT-23; deducted deposits don't count for goods or services."""
        deducted = {each.line for each in self.deductions}
        natures = [
            line.nature for position, line in enumerate(self.lines) if position not in deducted
        ]
        case = self.frame_case
        if case is FrameCase.ORDINARY and deducted:
            case = FrameCase.FINAL
        return frame_code(natures, case)

    def related(self, relation: Relation) -> tuple[PrecedingDocument, ...]:
        """Earlier documents named for one reason."""
        return tuple(each for each in self.preceding if each.relation is relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDraft(Document):
    """A document in preparation: no number, no effect on any book.

    Raises:
        RuleError: `invoicing.credit_without_invoice`, `invoicing.corrects_exactly_one`.
    """

    wished_date: date | None = None
    version: int = 1

    def __post_init__(self) -> None:
        credited = self.related(Relation.CREDITED)
        named = self.kind is InvoiceKind.GLOBAL_CREDIT_NOTE or bool(credited)
        if self.kind.is_credit and not named:
            raise RuleError("invoicing.credit_without_invoice")
        corrected = self.related(Relation.CORRECTED)
        if len(corrected) != (self.kind is InvoiceKind.CORRECTIVE):
            raise RuleError("invoicing.corrects_exactly_one")

    def totals(self) -> DocumentTotals:
        """Totals of the draft as they would be issued."""
        return compute_totals(self.lines, self.adjustments, self.currency)

    def with_lines(
        self, lines: tuple[DocumentLine, ...], adjustments: tuple[Adjustment, ...]
    ) -> Self:
        """The draft with its content replaced."""
        return replace(self, lines=lines, adjustments=adjustments)

    def issue(
        self,
        *,
        number: str,
        issued_on: date,
        due_on: date,
        seller: Party,
        buyer: Party,
        language: str,
        payment_terms: str,
        mentions: tuple[Mention, ...],
    ) -> "Invoice":
        """The final document (CGI ann. II art. 242 nonies A; C. com. L441-9)."""
        alike: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(Document)}
        return Invoice(
            **alike,
            number=number,
            issued_on=issued_on,
            due_on=due_on,
            totals=self.totals(),
            seller=seller,
            buyer=buyer,
            language=language,
            payment_terms=payment_terms,
            mentions=mentions,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice(Document):
    """An issued document. It never changes: a correction is a new document."""

    number: str
    issued_on: date
    due_on: date
    totals: DocumentTotals
    seller: Party
    buyer: Party
    language: str
    payment_terms: str
    mentions: tuple[Mention, ...] = field(default=())


def preceding(invoice: Invoice, relation: Relation) -> PrecedingDocument:
    """An issued document as a later one names it."""
    return PrecedingDocument(
        number=invoice.number,
        issued_on=invoice.issued_on,
        relation=relation,
        invoice_id=invoice.id,
    )
