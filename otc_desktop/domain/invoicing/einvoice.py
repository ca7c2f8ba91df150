"""An issued document in the terms of EN 16931: what every syntax of e-invoices is written from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind, Party
from otc_desktop.domain.invoicing.place_of_delivery import Place, place_of_delivery
from otc_desktop.domain.invoicing.progress import Retention
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.invoicing.unit_codes import einvoice_unit
from otc_desktop.domain.shared.company import Address, VatRegime
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine, LineNature
from otc_desktop.domain.taxes.totals import VatGroup
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment

# Electronic addresses of the French directory begin with the SIREN (BR-FR-21, -22).
_DIRECTORY, _MAIL = "0225", "EM"
_ADDITIONAL_INFORMATION = "AAI"
_KIND_OF_BUYER = "BAR"
# Credit transfer inside SEPA, UNTDID 4461.
_SEPA_TRANSFER = "58"


@dataclass(frozen=True, slots=True, kw_only=True)
class EParty:
    """Seller (BG-4) or buyer (BG-7); `endpoint` is scheme and identifier of BT-34 or BT-49.

    `tax_number` is BT-32, of a seller without VAT number.
    """

    name: str
    address: Address
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    tax_number: str = ""
    endpoint: tuple[str, str] | None = None
    contact: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ELine:
    """A line (BG-25); `allowance` is its discount, negative where it is a charge (BG-27, -28)."""

    number: int
    name: str
    code: str
    quantity: Decimal
    unit: str
    price: Decimal
    allowance: Money | None
    net: Money
    vat: VatTreatment


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoice:
    """A document by the business terms of EN 16931; the comment names those not obvious."""

    number: str
    type_code: str
    is_credit: bool
    issued_on: date
    due_on: date
    currency: str
    frame: str  # BT-23
    notes: tuple[tuple[str, str], ...]  # BT-21, BT-22
    vat_on_debits: bool  # BT-8
    buyer_reference: str  # BT-10
    contract: str  # BT-12
    purchase_order: str  # BT-13
    sales_order: str  # BT-14
    despatch: str  # BT-16
    preceding: tuple[tuple[str, date | None], ...]  # BG-3
    seller: EParty
    buyer: EParty
    delivered_on: date | None
    delivered_to: Address | None  # BG-15
    delivered_name: str  # BT-70
    period: tuple[date | None, date | None]  # BG-14
    payment_code: str
    iban: str
    bic: str
    lines: tuple[ELine, ...]
    adjustments: tuple[Adjustment, ...]
    vat_groups: tuple[VatGroup, ...]
    reasons: Mapping[VatTreatment, str]  # BT-120
    lines_net: Money
    allowances: Money
    charges: Money
    total_excl_tax: Money
    total_vat: Money
    total_incl_tax: Money
    paid: Money  # BT-113
    due: Money  # BT-115
    retention: Retention | None  # told in BT-20: it is a part of BT-115 that falls due later


def einvoice_of(
    invoice: Invoice, *, regime: VatRegime, reasons: Mapping[VatTreatment, str]
) -> EInvoice:
    """The document in the terms of the norm; totals are those it was issued with.

    Args:
        invoice: as issued.
        regime: the seller's, for the due date code of VAT (BT-8).
        reasons: why no VAT is charged (BT-120), for each treatment that charges none.
    """
    totals = invoice.totals
    # BR-O-02 to -04: whoever is out of the scope of VAT shows no VAT number there.
    in_scope = all(
        group.vat.category is not VatCategory.OUT_OF_SCOPE for group in totals.vat_groups
    )
    is_paid = invoice.frame_case is FrameCase.PAID
    paid = totals.total_incl_tax if is_paid else Money.zero(invoice.currency)
    goes_abroad = any(
        group.vat.category is VatCategory.INTRA_COMMUNITY for group in totals.vat_groups
    )
    place = place_of_delivery(invoice.deliveries, invoice.buyer)
    if place is None and goes_abroad:
        place = Place("", invoice.buyer.address)
    contract = invoice.buyer.engagement or invoice.contract_reference
    services = any(line.nature is LineNature.SERVICES for line in invoice.lines)
    return EInvoice(
        number=invoice.number,
        type_code=_type_code(invoice, contract),
        is_credit=invoice.kind.is_credit,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        currency=invoice.currency.code,
        frame=invoice.frame,
        notes=_notes(invoice),
        vat_on_debits=services and regime is VatRegime.DEBITS,
        buyer_reference=invoice.buyer.service_code,
        contract=contract,
        purchase_order=invoice.purchase_order,
        sales_order=invoice.orders[0].number if len(invoice.orders) == 1 else "",
        despatch=invoice.deliveries[0].number if len(invoice.deliveries) == 1 else "",
        preceding=tuple(
            (each.number, each.issued_on)
            for each in invoice.preceding
            if each.relation is not Relation.SITUATION
        ),
        seller=_seller(invoice.seller, in_scope=in_scope),
        buyer=_buyer(invoice.buyer, in_scope=in_scope),
        delivered_on=invoice.supplied_on or (invoice.issued_on if goes_abroad else None),
        delivered_to=None if place is None else place.address,
        delivered_name="" if place is None else place.name,
        period=(invoice.period_from, invoice.period_to),
        payment_code=_SEPA_TRANSFER if invoice.seller.iban and not invoice.kind.is_credit else "",
        iban=invoice.seller.iban,
        bic=invoice.seller.bic,
        lines=tuple(
            _line(position, line, invoice) for position, line in enumerate(invoice.lines, start=1)
        ),
        adjustments=invoice.adjustments,
        vat_groups=totals.vat_groups,
        reasons=dict(reasons),
        lines_net=totals.lines_net,
        allowances=totals.allowances,
        charges=totals.charges,
        total_excl_tax=totals.total_excl_tax,
        total_vat=totals.total_vat,
        total_incl_tax=totals.total_incl_tax,
        paid=paid,
        due=totals.total_incl_tax - paid,
        retention=None if invoice.progress is None else invoice.progress.retention,
    )


def in_basic_terms(invoice: EInvoice) -> EInvoice:
    """The document without what the profile BASIC of Factur-X has no place for."""
    return replace(
        invoice,
        sales_order="",
        despatch="",
        bic="",
        seller=replace(invoice.seller, contact="", phone="", email=""),
        buyer=replace(invoice.buyer, contact="", phone="", email=""),
        lines=tuple(replace(line, code="") for line in invoice.lines),
    )


def is_charge(adjustment: Adjustment) -> bool:
    """Whether a document adjustment is a charge (BG-21), not an allowance (BG-20)."""
    return adjustment.kind is AdjustmentKind.CHARGE


def type_code_of(invoice: Invoice) -> str:
    """The document type code (BT-3) that the document bears as an e-invoice."""
    return _type_code(invoice, invoice.buyer.engagement or invoice.contract_reference)


def _type_code(invoice: Invoice, contract: str) -> str:
    """BT-3; a global credit note without contract or period is one of the invoices it names.

    BR-FR-CO-03 wants both of type 262, which then needs to name no invoice.
    """
    whole = contract and invoice.period_from and invoice.period_to
    if invoice.kind is InvoiceKind.GLOBAL_CREDIT_NOTE and not whole:
        return InvoiceKind.CREDIT_NOTE.type_code
    return invoice.kind.type_code


def _notes(invoice: Invoice) -> tuple[tuple[str, str], ...]:
    """Legal sentences with their subject codes, and who the buyer is (BR-FR-20)."""
    notes = [
        (_ADDITIONAL_INFORMATION if each.subject == "VAT" else each.subject, each.text)
        for each in invoice.mentions
    ]
    return (*notes, (_KIND_OF_BUYER, _kind_of_buyer(invoice.buyer)))


def _kind_of_buyer(buyer: Party) -> str:
    at_home = buyer.address.country == "FR"
    if at_home:
        return "B2B" if buyer.siren else "B2C"
    return "B2BINT" if buyer.vat_number else "B2CINT"


def _seller(party: Party, *, in_scope: bool) -> EParty:
    return EParty(
        name=party.name,
        address=party.address,
        siren=party.siren,
        siret=party.siret,
        vat_number=party.vat_number if in_scope else "",
        tax_number="" if party.vat_number or not in_scope else party.siren,
        endpoint=(_DIRECTORY, party.siren) if party.siren else None,
        contact=party.contact_name,
        phone=party.phone,
        email=party.email,
    )


def _buyer(party: Party, *, in_scope: bool) -> EParty:
    return EParty(
        name=party.name,
        address=party.billing_address or party.address,
        siren=party.siren,
        siret=party.siret if party.siren and party.siret.startswith(party.siren) else "",
        vat_number=party.vat_number if in_scope else "",
        endpoint=endpoint_of(party),
        contact=party.contact_name,
        email=party.email,
    )


def endpoint_of(party: Party) -> tuple[str, str] | None:
    """Scheme and identifier of a buyer's electronic address (BT-49), where one is known."""
    if party.einvoicing_address:
        return (party.einvoicing_scheme or _DIRECTORY, party.einvoicing_address)
    if party.siren:
        return (_DIRECTORY, party.siren)
    return (_MAIL, party.email) if party.email else None


def _line(number: int, line: DocumentLine, invoice: Invoice) -> ELine:
    net = line.net(invoice.currency)
    gross = Money.rounded(line.quantity * line.unit_price, invoice.currency)
    discount = gross - net
    return ELine(
        number=number,
        name=line.description,
        code=line.product_code,
        quantity=line.quantity,
        unit=einvoice_unit(line.unit),
        price=line.unit_price,
        allowance=discount if discount else None,
        net=net,
        vat=line.vat,
    )


def untaxed(groups: Sequence[VatGroup]) -> tuple[VatTreatment, ...]:
    """The treatments that charge no VAT and owe a reason."""
    return tuple(
        group.vat
        for group in groups
        if group.vat.category not in (VatCategory.STANDARD, VatCategory.ZERO_RATED)
    )
