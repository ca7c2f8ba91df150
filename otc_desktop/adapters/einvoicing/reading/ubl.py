"""OASIS UBL 2.1, Invoice and CreditNote, as EN 16931 and the French extension use it."""

import re
from datetime import date
from decimal import Decimal

from lxml import etree

from otc_desktop.adapters.einvoicing.reading.values import Values, decoded_size
from otc_desktop.domain.invoicing.received import (
    ReceivedAddress,
    ReceivedAdjustment,
    ReceivedAttachment,
    ReceivedInvoice,
    ReceivedLine,
    ReceivedParty,
    ReceivedPayment,
    ReceivedTax,
    ReceivedTotals,
    ReceivedVat,
)

_BASE = "urn:oasis:names:specification:ubl:schema:xsd"
ROOTS = {f"{{{_BASE}:{kind}-2}}{kind}": kind for kind in ("Invoice", "CreditNote")}
_NAMES = {
    "cac": f"{_BASE}:CommonAggregateComponents-2",
    "cbc": f"{_BASE}:CommonBasicComponents-2",
}
# French notes carry their subject (BT-21) before the text.
_SUBJECT = re.compile(r"#([A-Z]{3})#(.*)", re.DOTALL)
# A reference that is no attachment: the object that is invoiced (BT-18).
_OBJECT = "130"
_VAT = "VAT"
# BT-90: the creditor's identifier stands among those of the party.
_SEPA = "SEPA"
# Written where the schema wants the buyer's order number and there is none.
_NO_NUMBER = "NA"


def read_ubl(root: etree._Element) -> ReceivedInvoice:
    """The document below its root."""
    return _Reader(root).invoice()


class _Reader:
    def __init__(self, root: etree._Element) -> None:
        self._values = Values(_NAMES)
        self._root = root
        self._kind = ROOTS[str(root.tag)]

    def invoice(self) -> ReceivedInvoice:
        values, root = self._values, self._root
        delivery = values.one(root, "cac:Delivery")
        means = values.one(root, "cac:PaymentMeans")
        due_on = values.day(root, "cbc:DueDate", "due_on")
        order = values.text(root, "cac:OrderReference/cbc:ID", "purchase_order")
        place = values.one(delivery, "cac:DeliveryLocation/cac:Address")
        receiver = "cac:DeliveryParty/cac:PartyName/cbc:Name"

        def named(name: str, where: str) -> str:
            return values.text(root, f"cac:{name}Reference/cbc:ID", where)

        return ReceivedInvoice(
            syntax="ubl",
            number=values.text(root, "cbc:ID", "number"),
            issued_on=values.day(root, "cbc:IssueDate", "issued_on"),
            type_code=values.text(root, f"cbc:{self._kind}TypeCode", "type_code"),
            currency=values.text(root, "cbc:DocumentCurrencyCode", "currency"),
            tax_currency=values.text(root, "cbc:TaxCurrencyCode", "tax_currency"),
            tax_point_on=values.day(root, "cbc:TaxPointDate", "tax_point_on"),
            tax_point_code=values.text(
                root, "cac:InvoicePeriod/cbc:DescriptionCode", "tax_point_code"
            ),
            due_on=due_on or values.day(means, "cbc:PaymentDueDate", "due_on"),
            buyer_reference=values.text(root, "cbc:BuyerReference", "buyer_reference"),
            project=named("Project", "project"),
            contract=named("ContractDocument", "contract"),
            purchase_order="" if order == _NO_NUMBER else order,
            sales_order=values.text(root, "cac:OrderReference/cbc:SalesOrderID", "sales_order"),
            receipt=named("ReceiptDocument", "receipt"),
            despatch=named("DespatchDocument", "despatch"),
            accounting_reference=values.text(root, "cbc:AccountingCost", "accounting_reference"),
            payment_terms=values.text(root, "cac:PaymentTerms/cbc:Note", "payment_terms"),
            notes=tuple(_note(text) for text in values.texts(root, "cbc:Note", "notes")),
            process=values.text(root, "cbc:ProfileID", "process"),
            guideline=values.text(root, "cbc:CustomizationID", "guideline"),
            preceding=tuple(
                (
                    values.text(each, "cbc:ID", "preceding"),
                    values.day(each, "cbc:IssueDate", "preceding"),
                )
                for each in values.every(root, "cac:BillingReference/cac:InvoiceDocumentReference")
            ),
            seller=self._party(values.one(root, "cac:AccountingSupplierParty/cac:Party"), "seller"),
            buyer=self._party(values.one(root, "cac:AccountingCustomerParty/cac:Party"), "buyer"),
            payee=self._other_party("cac:PayeeParty", "payee"),
            tax_representative=self._other_party(
                "cac:TaxRepresentativeParty", "tax_representative"
            ),
            delivered_to_name=values.text(delivery, receiver, "delivered_to_name"),
            delivered_on=values.day(delivery, "cbc:ActualDeliveryDate", "delivered_on"),
            delivered_to=None if place is None else self._address(place, "delivered_to"),
            period=self._period(root, "period"),
            payments=self._payments(),
            adjustments=self._adjustments(root, "adjustments"),
            totals=self._totals(),
            vat=self._vat(),
            attachments=tuple(
                self._attachment(each)
                for each in values.every(root, "cac:AdditionalDocumentReference")
                if values.text(each, "cbc:DocumentTypeCode", "attachments") != _OBJECT
            ),
            lines=tuple(
                self._line(each, f"lines[{position}]")
                for position, each in enumerate(values.every(root, f"cac:{self._kind}Line"))
            ),
            unreadable=tuple(values.faults),
        )

    def _other_party(self, path: str, where: str) -> ReceivedParty | None:
        found = self._values.one(self._root, path)
        return None if found is None else self._party(found, where)

    def _party(self, at: etree._Element | None, where: str) -> ReceivedParty:
        values = self._values
        entity = values.one(at, "cac:PartyLegalEntity")
        contact = values.one(at, "cac:Contact")
        trading_name = values.text(at, "cac:PartyName/cbc:Name", f"{where}.trading_name")
        name = values.text(entity, "cbc:RegistrationName", f"{where}.name")
        numbers: dict[bool, str] = {}
        for each in values.every(at, "cac:PartyTaxScheme"):
            scheme = values.text(each, "cac:TaxScheme/cbc:ID", f"{where}.vat_number")
            number = values.text(each, "cbc:CompanyID", f"{where}.vat_number")
            numbers.setdefault(scheme.upper() == _VAT, number)
        return ReceivedParty(
            # Payee and tax representative have no entity of their own.
            name=name or trading_name,
            trading_name=trading_name if name else "",
            legal_id=values.identifier(entity, "cbc:CompanyID", f"{where}.legal_id"),
            ids=tuple(
                (scheme, value)
                for scheme, value in values.identifiers(
                    at, "cac:PartyIdentification/cbc:ID", f"{where}.ids"
                )
                if scheme != _SEPA
            ),
            vat_number=numbers.get(True, ""),
            tax_number=numbers.get(False, ""),
            legal_text=values.text(entity, "cbc:CompanyLegalForm", f"{where}.legal_text"),
            endpoint=values.identifier(at, "cbc:EndpointID", f"{where}.endpoint"),
            address=self._address(values.one(at, "cac:PostalAddress"), f"{where}.address"),
            contact=values.text(contact, "cbc:Name", f"{where}.contact"),
            phone=values.text(contact, "cbc:Telephone", f"{where}.phone"),
            email=values.text(contact, "cbc:ElectronicMail", f"{where}.email"),
        )

    def _address(self, at: etree._Element | None, where: str) -> ReceivedAddress:
        values = self._values
        country = "cac:Country/cbc:IdentificationCode"
        return ReceivedAddress(
            line1=values.text(at, "cbc:StreetName", f"{where}.line1"),
            line2=values.text(at, "cbc:AdditionalStreetName", f"{where}.line2"),
            line3=values.text(at, "cac:AddressLine/cbc:Line", f"{where}.line3"),
            postal_code=values.text(at, "cbc:PostalZone", f"{where}.postal_code"),
            city=values.text(at, "cbc:CityName", f"{where}.city"),
            subdivision=values.text(at, "cbc:CountrySubentity", f"{where}.subdivision"),
            country=values.text(at, country, f"{where}.country"),
        )

    def _payments(self) -> tuple[ReceivedPayment, ...]:
        values = self._values
        found = []
        for position, each in enumerate(values.every(self._root, "cac:PaymentMeans")):
            where = f"payments[{position}]"
            account = values.one(each, "cac:PayeeFinancialAccount")
            code = values.one(each, "cbc:PaymentMeansCode")
            debited = "cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID"
            bic = "cac:FinancialInstitutionBranch/cbc:ID"
            card = "cac:CardAccount/cbc:PrimaryAccountNumberID"
            found.append(
                ReceivedPayment(
                    means=values.words(code, f"{where}.means"),
                    means_text="" if code is None else code.get("name", ""),
                    reference=values.text(each, "cbc:PaymentID", f"{where}.reference"),
                    iban=values.text(account, "cbc:ID", f"{where}.iban"),
                    account_name=values.text(account, "cbc:Name", f"{where}.account_name"),
                    bic=values.text(account, bic, f"{where}.bic"),
                    card=values.text(each, card, f"{where}.card"),
                    mandate=values.text(each, "cac:PaymentMandate/cbc:ID", f"{where}.mandate"),
                    debited_iban=values.text(each, debited, f"{where}.debited_iban"),
                )
            )
        return tuple(found)

    def _totals(self) -> ReceivedTotals:
        values, root = self._values, self._root
        at = values.one(root, "cac:LegalMonetaryTotal")
        currency = values.text(root, "cbc:DocumentCurrencyCode", "currency")
        other = values.text(root, "cbc:TaxCurrencyCode", "tax_currency")
        taxes = values.every(root, "cac:TaxTotal/cbc:TaxAmount")

        def sum_of(name: str, where: str) -> Decimal | None:
            return values.figure(at, f"cbc:{name}Amount", f"totals.{where}")

        return ReceivedTotals(
            lines=sum_of("LineExtension", "lines"),
            allowances=sum_of("AllowanceTotal", "allowances"),
            charges=sum_of("ChargeTotal", "charges"),
            excl_tax=sum_of("TaxExclusive", "excl_tax"),
            vat=values.in_currency(taxes, currency, "totals.vat"),
            vat_in_tax_currency=None
            if other in ("", currency)
            else values.in_currency(taxes, other, "totals.vat_in_tax_currency"),
            incl_tax=sum_of("TaxInclusive", "incl_tax"),
            paid=sum_of("Prepaid", "paid"),
            rounding=sum_of("PayableRounding", "rounding"),
            due=sum_of("Payable", "due"),
        )

    def _vat(self) -> tuple[ReceivedVat, ...]:
        values = self._values
        found = []
        for position, each in enumerate(values.every(self._root, "cac:TaxTotal/cac:TaxSubtotal")):
            where = f"vat[{position}]"
            category = values.one(each, "cac:TaxCategory")
            found.append(
                ReceivedVat(
                    tax=self._tax(category, where),
                    basis=values.figure(each, "cbc:TaxableAmount", f"{where}.basis"),
                    amount=values.figure(each, "cbc:TaxAmount", f"{where}.amount"),
                    reason=values.text(category, "cbc:TaxExemptionReason", f"{where}.reason"),
                    reason_code=values.text(
                        category, "cbc:TaxExemptionReasonCode", f"{where}.reason_code"
                    ),
                )
            )
        return tuple(found)

    def _tax(self, at: etree._Element | None, where: str) -> ReceivedTax:
        values = self._values
        return ReceivedTax(
            category=values.text(at, "cbc:ID", f"{where}.tax.category"),
            rate=values.figure(at, "cbc:Percent", f"{where}.tax.rate"),
        )

    def _adjustments(self, at: etree._Element, where: str) -> tuple[ReceivedAdjustment, ...]:
        return tuple(
            self._adjustment(each, f"{where}[{position}]")
            for position, each in enumerate(self._values.every(at, "cac:AllowanceCharge"))
        )

    def _adjustment(self, at: etree._Element, where: str) -> ReceivedAdjustment:
        values = self._values
        return ReceivedAdjustment(
            is_charge=values.flag(at, "cbc:ChargeIndicator", f"{where}.is_charge"),
            amount=values.figure(at, "cbc:Amount", f"{where}.amount"),
            base=values.figure(at, "cbc:BaseAmount", f"{where}.base"),
            percent=values.figure(at, "cbc:MultiplierFactorNumeric", f"{where}.percent"),
            reason=values.text(at, "cbc:AllowanceChargeReason", f"{where}.reason"),
            reason_code=values.text(at, "cbc:AllowanceChargeReasonCode", f"{where}.reason_code"),
            tax=self._tax(values.one(at, "cac:TaxCategory"), where),
        )

    def _period(self, at: etree._Element, where: str) -> tuple[date | None, date | None]:
        values = self._values
        return (
            values.day(at, "cac:InvoicePeriod/cbc:StartDate", where),
            values.day(at, "cac:InvoicePeriod/cbc:EndDate", where),
        )

    def _attachment(self, at: etree._Element) -> ReceivedAttachment:
        values = self._values
        content = values.one(at, "cac:Attachment/cbc:EmbeddedDocumentBinaryObject")
        link = "cac:Attachment/cac:ExternalReference/cbc:URI"
        return ReceivedAttachment(
            reference=values.text(at, "cbc:ID", "attachments"),
            description=values.text(at, "cbc:DocumentDescription", "attachments"),
            link=values.text(at, link, "attachments"),
            file_name="" if content is None else content.get("filename", ""),
            media_type="" if content is None else content.get("mimeCode", ""),
            size=0 if content is None else decoded_size(content.text),
        )

    def _line(self, at: etree._Element, where: str) -> ReceivedLine:
        values = self._values
        item, price = values.one(at, "cac:Item"), values.one(at, "cac:Price")
        is_credit = self._kind == "CreditNote"
        counted = values.one(at, f"cbc:{'Credited' if is_credit else 'Invoiced'}Quantity")
        gross = "cac:AllowanceCharge/cbc:BaseAmount"
        return ReceivedLine(
            number=values.text(at, "cbc:ID", f"{where}.number"),
            remarks=values.texts(at, "cbc:Note", f"{where}.remarks"),
            name=values.text(item, "cbc:Name", f"{where}.name"),
            description=values.text(item, "cbc:Description", f"{where}.description"),
            seller_code=values.text(
                item, "cac:SellersItemIdentification/cbc:ID", f"{where}.seller_code"
            ),
            buyer_code=values.text(
                item, "cac:BuyersItemIdentification/cbc:ID", f"{where}.buyer_code"
            ),
            standard_code=values.text(
                item, "cac:StandardItemIdentification/cbc:ID", f"{where}.standard_code"
            ),
            attributes=tuple(
                (
                    values.text(each, "cbc:Name", f"{where}.attributes"),
                    values.text(each, "cbc:Value", f"{where}.attributes"),
                )
                for each in values.every(item, "cac:AdditionalItemProperty")
            ),
            origin=values.text(item, "cac:OriginCountry/cbc:IdentificationCode", f"{where}.origin"),
            quantity=values.figure_of(counted, f"{where}.quantity"),
            unit="" if counted is None else counted.get("unitCode", ""),
            net_price=values.figure(price, "cbc:PriceAmount", f"{where}.net_price"),
            gross_price=values.figure(price, gross, f"{where}.gross_price"),
            base_quantity=values.figure(price, "cbc:BaseQuantity", f"{where}.base_quantity"),
            adjustments=self._adjustments(at, f"{where}.adjustments"),
            net=values.figure(at, "cbc:LineExtensionAmount", f"{where}.net"),
            order_line=values.text(at, "cac:OrderLineReference/cbc:LineID", f"{where}.order_line"),
            period=self._period(at, f"{where}.period"),
            tax=self._tax(values.one(item, "cac:ClassifiedTaxCategory"), where),
        )


def _note(text: str) -> tuple[str, str]:
    found = _SUBJECT.fullmatch(text)
    return ("", text) if found is None else (found[1], found[2].strip())
