"""Invoices and credit notes: a draft that can change, and an issued document that can't."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.company import NO_ADDRESS, Address, Company
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, DeliveryId, InvoiceId, SalesOrderId
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals, compute_totals


class InvoiceKind(StrEnum):
    """What the document is (UNTDID 1001: 380, 381)."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"

    @property
    def type_code(self) -> str:
        """The document type code BT-3."""
        return {"invoice": "380", "credit_note": "381"}[self.value]

    @property
    def sign(self) -> int:
        """+1 when the customer owes it, −1 when we do."""
        return -1 if self is InvoiceKind.CREDIT_NOTE else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Seller or buyer as printed on one document: a snapshot that later edits don't reach.

    `address` is the registered one; `billing_address`, where it differs, is where the
    document goes, and both are shown (C. com. L441-9). `service_code` and `engagement` are
    what a public body wants (Chorus Pro).
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
class InvoiceDraft:
    """An invoice or credit note in preparation: no number, no effect on any book.

    A credit note has positive amounts and names the invoice it credits in `credits_id`.

    Raises:
        RuleError: `invoicing.credit_without_invoice`.
    """

    id: InvoiceId
    kind: InvoiceKind
    customer_id: CustomerId
    currency: Currency
    lines: tuple[DocumentLine, ...]
    adjustments: tuple[Adjustment, ...] = ()
    supplied_on: date | None = None
    wished_date: date | None = None
    purchase_order: str = ""
    order_id: SalesOrderId | None = None
    delivery_id: DeliveryId | None = None
    credits_id: InvoiceId | None = None
    credits_number: str = ""
    version: int = 1

    def __post_init__(self) -> None:
        if self.kind is InvoiceKind.CREDIT_NOTE and self.credits_id is None:
            raise RuleError("invoicing.credit_without_invoice")

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
        return Invoice(
            id=self.id,
            kind=self.kind,
            customer_id=self.customer_id,
            number=number,
            issued_on=issued_on,
            due_on=due_on,
            supplied_on=self.supplied_on,
            currency=self.currency,
            purchase_order=self.purchase_order,
            lines=self.lines,
            adjustments=self.adjustments,
            totals=self.totals(),
            seller=seller,
            buyer=buyer,
            language=language,
            payment_terms=payment_terms,
            mentions=mentions,
            credits_id=self.credits_id,
            credits_number=self.credits_number,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An issued invoice or credit note. It never changes: a correction is a new document."""

    id: InvoiceId
    kind: InvoiceKind
    customer_id: CustomerId
    number: str
    issued_on: date
    due_on: date
    supplied_on: date | None
    currency: Currency
    purchase_order: str
    lines: tuple[DocumentLine, ...]
    adjustments: tuple[Adjustment, ...]
    totals: DocumentTotals
    seller: Party
    buyer: Party
    language: str
    payment_terms: str
    mentions: tuple[Mention, ...] = field(default=())
    credits_id: InvoiceId | None = None
    credits_number: str = ""
