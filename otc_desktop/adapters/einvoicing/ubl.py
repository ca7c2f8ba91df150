"""OASIS UBL 2.1, Invoice and CreditNote."""

from typing import Any

from lxml import etree

from otc_desktop.adapters.einvoicing.figures import amount, figure, later_part, percent, printable
from otc_desktop.domain.invoicing.einvoice import EInvoice, ELine, EParty, is_charge
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.vat import VatTreatment

_BASE = "urn:oasis:names:specification:ubl:schema:xsd"
_CAC = f"{_BASE}:CommonAggregateComponents-2"
_CBC = f"{_BASE}:CommonBasicComponents-2"
_DEBITS = "3"
_SIREN, _SIRET = "0002", "0009"


def write_ubl(invoice: EInvoice, guideline: str) -> bytes:
    """The document as XML; a credit of any kind is a CreditNote."""
    return _Writer(invoice).document(guideline)


class _Writer:
    """Writes one document; every amount names its currency."""

    def __init__(self, invoice: EInvoice) -> None:
        self._invoice = invoice
        self._kind = "CreditNote" if invoice.is_credit else "Invoice"

    def document(self, guideline: str) -> bytes:
        invoice = self._invoice
        space = f"{_BASE}:{self._kind}-2"
        # The stubs know no default name space.
        names: Any = {None: space, "cac": _CAC, "cbc": _CBC}
        root = etree.Element(f"{{{space}}}{self._kind}", nsmap=names)
        _text(root, "CustomizationID", guideline)
        _text(root, "ProfileID", invoice.frame)
        _text(root, "ID", invoice.number)
        _text(root, "IssueDate", invoice.issued_on.isoformat())
        if not invoice.is_credit:
            _text(root, "DueDate", invoice.due_on.isoformat())
        _text(root, f"{self._kind}TypeCode", invoice.type_code)
        for subject, text in invoice.notes:
            _text(root, "Note", f"#{subject}#{text}")
        _text(root, "DocumentCurrencyCode", invoice.currency)
        _text(root, "BuyerReference", invoice.buyer_reference)
        self._period(root)
        self._references(root)
        self._party(_in(_in(root, "AccountingSupplierParty"), "Party"), invoice.seller)
        self._party(_in(_in(root, "AccountingCustomerParty"), "Party"), invoice.buyer)
        self._delivery(root)
        self._payment(root)
        if invoice.retention is not None:
            _text(_in(root, "PaymentTerms"), "Note", later_part(invoice.retention))
        for adjustment in invoice.adjustments:
            part = _in(root, "AllowanceCharge")
            _text(part, "ChargeIndicator", "true" if is_charge(adjustment) else "false")
            _text(part, "AllowanceChargeReason", adjustment.description)
            self._amount(part, "Amount", adjustment.amount)
            self._treatment(_in(part, "TaxCategory"), adjustment.vat)
        self._taxes(root)
        self._sums(_in(root, "LegalMonetaryTotal"))
        for line in invoice.lines:
            self._line(root, line)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))

    def _period(self, root: etree._Element) -> None:
        first, last = self._invoice.period
        if first is None and last is None and not self._invoice.vat_on_debits:
            return
        period = _in(root, "InvoicePeriod")
        if first is not None:
            _text(period, "StartDate", first.isoformat())
        if last is not None:
            _text(period, "EndDate", last.isoformat())
        if self._invoice.vat_on_debits:
            _text(period, "DescriptionCode", _DEBITS)

    def _references(self, root: etree._Element) -> None:
        invoice = self._invoice
        if invoice.purchase_order or invoice.sales_order:
            order = _in(root, "OrderReference")
            # UBL wants the buyer's number even where only the seller's is known.
            _text(order, "ID", invoice.purchase_order or "NA")
            _text(order, "SalesOrderID", invoice.sales_order)
        for number, issued_on in invoice.preceding:
            document = _in(_in(root, "BillingReference"), "InvoiceDocumentReference")
            _text(document, "ID", number)
            if issued_on is not None:
                _text(document, "IssueDate", issued_on.isoformat())
        if invoice.despatch:
            _text(_in(root, "DespatchDocumentReference"), "ID", invoice.despatch)
        if invoice.contract:
            _text(_in(root, "ContractDocumentReference"), "ID", invoice.contract)

    def _party(self, at: etree._Element, party: EParty) -> None:
        if party.endpoint is not None:
            scheme, identifier = party.endpoint
            _text(at, "EndpointID", identifier, schemeID=scheme)
        if party.siret:
            _text(_in(at, "PartyIdentification"), "ID", party.siret, schemeID=_SIRET)
        _address(_in(at, "PostalAddress"), party.address)
        for number, scheme in ((party.vat_number, "VAT"), (party.tax_number, "LOC")):
            if number:
                registration = _in(at, "PartyTaxScheme")
                _text(registration, "CompanyID", number)
                _text(_in(registration, "TaxScheme"), "ID", scheme)
        entity = _in(at, "PartyLegalEntity")
        _text(entity, "RegistrationName", party.name)
        if party.siren:
            _text(entity, "CompanyID", party.siren, schemeID=_SIREN)
        if party.contact and (party.phone or party.email):
            contact = _in(at, "Contact")
            _text(contact, "Name", party.contact)
            _text(contact, "Telephone", party.phone)
            _text(contact, "ElectronicMail", party.email)

    def _delivery(self, root: etree._Element) -> None:
        invoice = self._invoice
        if invoice.delivered_on is None and invoice.delivered_to is None:
            return
        delivery = _in(root, "Delivery")
        if invoice.delivered_on is not None:
            _text(delivery, "ActualDeliveryDate", invoice.delivered_on.isoformat())
        if invoice.delivered_to is not None:
            _address(_in(_in(delivery, "DeliveryLocation"), "Address"), invoice.delivered_to)
        if invoice.delivered_name:
            _text(_in(_in(delivery, "DeliveryParty"), "PartyName"), "Name", invoice.delivered_name)

    def _payment(self, root: etree._Element) -> None:
        invoice = self._invoice
        if invoice.payment_code:
            means = _in(root, "PaymentMeans")
            _text(means, "PaymentMeansCode", invoice.payment_code)
            _text(means, "PaymentID", invoice.number)
            account = _in(means, "PayeeFinancialAccount")
            _text(account, "ID", invoice.iban)
            if invoice.bic:
                _text(_in(account, "FinancialInstitutionBranch"), "ID", invoice.bic)
        elif invoice.is_credit:
            means = _in(root, "PaymentMeans")
            _text(means, "PaymentMeansCode", "1")  # not defined: it is set off or agreed upon
            _text(means, "PaymentDueDate", invoice.due_on.isoformat())

    def _taxes(self, root: etree._Element) -> None:
        total = _in(root, "TaxTotal")
        self._amount(total, "TaxAmount", self._invoice.total_vat)
        for group in self._invoice.vat_groups:
            part = _in(total, "TaxSubtotal")
            self._amount(part, "TaxableAmount", group.basis)
            self._amount(part, "TaxAmount", group.tax)
            self._treatment(_in(part, "TaxCategory"), group.vat, with_reason=True)

    def _treatment(
        self, at: etree._Element, vat: VatTreatment, *, with_reason: bool = False
    ) -> None:
        _text(at, "ID", vat.category.value)
        if vat.category.value != "O":
            _text(at, "Percent", percent(vat.rate))
        if with_reason:
            _text(at, "TaxExemptionReasonCode", vat.vatex)
            _text(at, "TaxExemptionReason", self._invoice.reasons.get(vat, ""))
        _text(_in(at, "TaxScheme"), "ID", "VAT")

    def _sums(self, at: etree._Element) -> None:
        invoice = self._invoice
        self._amount(at, "LineExtensionAmount", invoice.lines_net)
        self._amount(at, "TaxExclusiveAmount", invoice.total_excl_tax)
        self._amount(at, "TaxInclusiveAmount", invoice.total_incl_tax)
        if invoice.allowances:
            self._amount(at, "AllowanceTotalAmount", invoice.allowances)
        if invoice.charges:
            self._amount(at, "ChargeTotalAmount", invoice.charges)
        if invoice.paid:
            self._amount(at, "PrepaidAmount", invoice.paid)
        self._amount(at, "PayableAmount", invoice.due)

    def _line(self, root: etree._Element, line: ELine) -> None:
        credit = self._invoice.is_credit
        at = _in(root, f"{self._kind}Line")
        _text(at, "ID", str(line.number))
        name = "CreditedQuantity" if credit else "InvoicedQuantity"
        _text(at, name, figure(line.quantity), unitCode=line.unit)
        self._amount(at, "LineExtensionAmount", line.net)
        if line.allowance is not None:
            part = _in(at, "AllowanceCharge")
            is_discount = line.allowance.amount > 0
            _text(part, "ChargeIndicator", "false" if is_discount else "true")
            _text(part, "AllowanceChargeReason", "Remise" if is_discount else "Reprise de remise")
            self._amount(part, "Amount", abs(line.allowance))
        item = _in(at, "Item")
        _text(item, "Name", line.name)
        if line.code:
            _text(_in(item, "SellersItemIdentification"), "ID", line.code)
        self._treatment(_in(item, "ClassifiedTaxCategory"), line.vat)
        price = _in(at, "Price")
        _text(price, "PriceAmount", figure(line.price), currencyID=self._invoice.currency)

    def _amount(self, at: etree._Element, name: str, value: Money) -> None:
        _text(at, name, amount(value), currencyID=self._invoice.currency)


def _address(at: etree._Element, address: Address) -> None:
    _text(at, "StreetName", address.line1)
    _text(at, "AdditionalStreetName", address.line2)
    _text(at, "CityName", address.city)
    _text(at, "PostalZone", address.postal_code)
    _text(_in(at, "Country"), "IdentificationCode", address.country)


def _in(at: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(at, f"{{{_CAC}}}{name}")


def _text(at: etree._Element, name: str, value: str, **attributes: str) -> None:
    """An element with a text; none where there is nothing to say."""
    if value:
        found = etree.SubElement(at, f"{{{_CBC}}}{name}", attributes)
        found.text = printable(value)
