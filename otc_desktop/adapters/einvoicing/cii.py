"""UN/CEFACT Cross Industry Invoice D22B, as Factur-X embeds it."""

from datetime import date

from lxml import etree

from otc_desktop.adapters.einvoicing.figures import (
    amount,
    compact_day,
    figure,
    later_part,
    percent,
    printable,
)
from otc_desktop.domain.invoicing.einvoice import EInvoice, ELine, EParty, is_charge
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.taxes.lines import Adjustment
from otc_desktop.domain.taxes.totals import VatGroup
from otc_desktop.domain.taxes.vat import VatTreatment

_BASE = "urn:un:unece:uncefact:data:standard"
_RSM = f"{_BASE}:CrossIndustryInvoice:100"
_RAM = f"{_BASE}:ReusableAggregateBusinessInformationEntity:100"
_UDT = f"{_BASE}:UnqualifiedDataType:100"
_QDT = f"{_BASE}:QualifiedDataType:100"
_NAMES = {"rsm": _RSM, "ram": _RAM, "udt": _UDT, "qdt": _QDT}
_DEBITS = "5"
_SIREN, _SIRET = "0002", "0009"


def write_cii(invoice: EInvoice, guideline: str) -> bytes:
    """The document as XML; `guideline` is the profile's identifier (BT-24)."""
    root = etree.Element(f"{{{_RSM}}}CrossIndustryInvoice", nsmap=_NAMES)
    context = etree.SubElement(root, f"{{{_RSM}}}ExchangedDocumentContext")
    _id(_in(context, "BusinessProcessSpecifiedDocumentContextParameter"), invoice.frame)
    _id(_in(context, "GuidelineSpecifiedDocumentContextParameter"), guideline)
    _document(etree.SubElement(root, f"{{{_RSM}}}ExchangedDocument"), invoice)
    trade = etree.SubElement(root, f"{{{_RSM}}}SupplyChainTradeTransaction")
    for line in invoice.lines:
        _line(trade, line)
    _agreement(trade, invoice)
    _delivery(trade, invoice)
    _settlement(trade, invoice)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _document(at: etree._Element, invoice: EInvoice) -> None:
    _id(at, invoice.number)
    _text(at, "TypeCode", invoice.type_code)
    _day(at, "IssueDateTime", invoice.issued_on)
    for subject, text in invoice.notes:
        note = _in(at, "IncludedNote")
        _text(note, "Content", text)
        _text(note, "SubjectCode", subject)


def _line(trade: etree._Element, line: ELine) -> None:
    at = _in(trade, "IncludedSupplyChainTradeLineItem")
    _text(_in(at, "AssociatedDocumentLineDocument"), "LineID", str(line.number))
    product = _in(at, "SpecifiedTradeProduct")
    _text(product, "SellerAssignedID", line.code)
    _text(product, "Name", line.name)
    price = _in(_in(at, "SpecifiedLineTradeAgreement"), "NetPriceProductTradePrice")
    _text(price, "ChargeAmount", figure(line.price))
    quantity = _text(_in(at, "SpecifiedLineTradeDelivery"), "BilledQuantity", figure(line.quantity))
    if quantity is not None:
        quantity.set("unitCode", line.unit)
    settlement = _in(at, "SpecifiedLineTradeSettlement")
    _treatment(_in(settlement, "ApplicableTradeTax"), line.vat)
    if line.allowance is not None:
        part = _in(settlement, "SpecifiedTradeAllowanceCharge")
        _indicator(part, charge=line.allowance.amount < 0)
        _text(part, "ActualAmount", amount(abs(line.allowance)))
        _text(part, "Reason", "Remise" if line.allowance.amount > 0 else "Reprise de remise")
    total = _in(settlement, "SpecifiedTradeSettlementLineMonetarySummation")
    _text(total, "LineTotalAmount", amount(line.net))


def _treatment(at: etree._Element, vat: VatTreatment) -> None:
    _text(at, "TypeCode", "VAT")
    _text(at, "CategoryCode", vat.category.value)
    if vat.category.value != "O":
        _text(at, "RateApplicablePercent", percent(vat.rate))


def _agreement(trade: etree._Element, invoice: EInvoice) -> None:
    at = _in(trade, "ApplicableHeaderTradeAgreement")
    _text(at, "BuyerReference", invoice.buyer_reference)
    _party(_in(at, "SellerTradeParty"), invoice.seller)
    _party(_in(at, "BuyerTradeParty"), invoice.buyer)
    for name, number in (
        ("SellerOrderReferencedDocument", invoice.sales_order),
        ("BuyerOrderReferencedDocument", invoice.purchase_order),
        ("ContractReferencedDocument", invoice.contract),
    ):
        if number:
            _text(_in(at, name), "IssuerAssignedID", number)


def _party(at: etree._Element, party: EParty) -> None:
    if party.siret:
        number = _text(at, "GlobalID", party.siret)
        if number is not None:
            number.set("schemeID", _SIRET)
    _text(at, "Name", party.name)
    if party.siren:
        number = _text(_in(at, "SpecifiedLegalOrganization"), "ID", party.siren)
        if number is not None:
            number.set("schemeID", _SIREN)
    if party.contact and (party.phone or party.email):
        contact = _in(at, "DefinedTradeContact")
        _text(contact, "PersonName", party.contact)
        if party.phone:
            _text(_in(contact, "TelephoneUniversalCommunication"), "CompleteNumber", party.phone)
        if party.email:
            _text(_in(contact, "EmailURIUniversalCommunication"), "URIID", party.email)
    _address(_in(at, "PostalTradeAddress"), party.address)
    if party.endpoint is not None:
        scheme, identifier = party.endpoint
        uri = _text(_in(at, "URIUniversalCommunication"), "URIID", identifier)
        if uri is not None:
            uri.set("schemeID", scheme)
    for scheme, number_text in (("FC", party.tax_number), ("VA", party.vat_number)):
        if number_text:
            number = _text(_in(at, "SpecifiedTaxRegistration"), "ID", number_text)
            if number is not None:
                number.set("schemeID", scheme)


def _address(at: etree._Element, address: Address) -> None:
    _text(at, "PostcodeCode", address.postal_code)
    _text(at, "LineOne", address.line1)
    _text(at, "LineTwo", address.line2)
    _text(at, "CityName", address.city)
    _text(at, "CountryID", address.country)


def _delivery(trade: etree._Element, invoice: EInvoice) -> None:
    at = _in(trade, "ApplicableHeaderTradeDelivery")
    if invoice.delivered_to is not None:
        place = _in(at, "ShipToTradeParty")
        _text(place, "Name", invoice.delivered_name)
        _address(_in(place, "PostalTradeAddress"), invoice.delivered_to)
    if invoice.delivered_on is not None:
        event = _in(at, "ActualDeliverySupplyChainEvent")
        _day(event, "OccurrenceDateTime", invoice.delivered_on)
    if invoice.despatch:
        _text(_in(at, "DespatchAdviceReferencedDocument"), "IssuerAssignedID", invoice.despatch)


def _settlement(trade: etree._Element, invoice: EInvoice) -> None:
    at = _in(trade, "ApplicableHeaderTradeSettlement")
    _text(at, "PaymentReference", invoice.number)
    _text(at, "InvoiceCurrencyCode", invoice.currency)
    _payment_means(at, invoice)
    for group in invoice.vat_groups:
        _vat_group(at, group, invoice)
    _period(at, invoice)
    for adjustment in invoice.adjustments:
        _adjustment(at, adjustment)
    terms = _in(at, "SpecifiedTradePaymentTerms")
    if invoice.retention is not None:
        _text(terms, "Description", later_part(invoice.retention))
    _day(terms, "DueDateDateTime", invoice.due_on)
    _sums(_in(at, "SpecifiedTradeSettlementHeaderMonetarySummation"), invoice)
    for number, issued_on in invoice.preceding:
        document = _in(at, "InvoiceReferencedDocument")
        _text(document, "IssuerAssignedID", number)
        if issued_on is not None:
            _day(document, "FormattedIssueDateTime", issued_on, space=_QDT)


def _payment_means(at: etree._Element, invoice: EInvoice) -> None:
    if not invoice.payment_code:
        return
    means = _in(at, "SpecifiedTradeSettlementPaymentMeans")
    _text(means, "TypeCode", invoice.payment_code)
    _text(_in(means, "PayeePartyCreditorFinancialAccount"), "IBANID", invoice.iban)
    if invoice.bic:
        _text(_in(means, "PayeeSpecifiedCreditorFinancialInstitution"), "BICID", invoice.bic)


def _vat_group(at: etree._Element, group: VatGroup, invoice: EInvoice) -> None:
    tax = _in(at, "ApplicableTradeTax")
    _text(tax, "CalculatedAmount", amount(group.tax))
    _text(tax, "TypeCode", "VAT")
    _text(tax, "ExemptionReason", invoice.reasons.get(group.vat, ""))
    _text(tax, "BasisAmount", amount(group.basis))
    _text(tax, "CategoryCode", group.vat.category.value)
    _text(tax, "ExemptionReasonCode", group.vat.vatex)
    if invoice.vat_on_debits:
        _text(tax, "DueDateTypeCode", _DEBITS)
    if group.vat.category.value != "O":
        _text(tax, "RateApplicablePercent", percent(group.vat.rate))


def _period(at: etree._Element, invoice: EInvoice) -> None:
    first, last = invoice.period
    if first is None and last is None:
        return
    period = _in(at, "BillingSpecifiedPeriod")
    if first is not None:
        _day(period, "StartDateTime", first)
    if last is not None:
        _day(period, "EndDateTime", last)


def _adjustment(at: etree._Element, adjustment: Adjustment) -> None:
    part = _in(at, "SpecifiedTradeAllowanceCharge")
    _indicator(part, charge=is_charge(adjustment))
    _text(part, "ActualAmount", amount(adjustment.amount))
    _text(part, "Reason", adjustment.description)
    _treatment(_in(part, "CategoryTradeTax"), adjustment.vat)


def _sums(at: etree._Element, invoice: EInvoice) -> None:
    _text(at, "LineTotalAmount", amount(invoice.lines_net))
    if invoice.charges:
        _text(at, "ChargeTotalAmount", amount(invoice.charges))
    if invoice.allowances:
        _text(at, "AllowanceTotalAmount", amount(invoice.allowances))
    _text(at, "TaxBasisTotalAmount", amount(invoice.total_excl_tax))
    tax = _text(at, "TaxTotalAmount", amount(invoice.total_vat))
    if tax is not None:
        tax.set("currencyID", invoice.currency)
    _text(at, "GrandTotalAmount", amount(invoice.total_incl_tax))
    if invoice.paid:
        _text(at, "TotalPrepaidAmount", amount(invoice.paid))
    _text(at, "DuePayableAmount", amount(invoice.due))


def _indicator(at: etree._Element, *, charge: bool) -> None:
    indicator = etree.SubElement(_in(at, "ChargeIndicator"), f"{{{_UDT}}}Indicator")
    indicator.text = "true" if charge else "false"


def _day(at: etree._Element, name: str, value: date, *, space: str = _UDT) -> None:
    text = etree.SubElement(_in(at, name), f"{{{space}}}DateTimeString")
    text.set("format", "102")
    text.text = compact_day(value)


def _id(at: etree._Element, value: str) -> None:
    _text(at, "ID", value)


def _in(at: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(at, f"{{{_RAM}}}{name}")


def _text(at: etree._Element, name: str, value: str) -> etree._Element | None:
    """An element with a text; none where there is nothing to say (BR-FR: no empty element)."""
    if not value:
        return None
    found = _in(at, name)
    found.text = printable(value)
    return found


GUIDELINES = {
    "basic": "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic",
    "en16931": "urn:cen.eu:en16931:2017",
    "extended": "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended",
    "extended-ctc-fr": "urn:cen.eu:en16931:2017#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr",
}
