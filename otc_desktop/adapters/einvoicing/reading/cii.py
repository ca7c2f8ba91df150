"""UN/CEFACT Cross Industry Invoice, of any profile of Factur-X, XRechnung or the norm."""

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

_BASE = "urn:un:unece:uncefact:data:standard"
ROOT = f"{{{_BASE}:CrossIndustryInvoice:100}}CrossIndustryInvoice"
_NAMES = {
    "rsm": f"{_BASE}:CrossIndustryInvoice:100",
    "ram": f"{_BASE}:ReusableAggregateBusinessInformationEntity:100",
    "udt": f"{_BASE}:UnqualifiedDataType:100",
}
# The days of these documents live in one of two spaces of names.
_DAY = "/{*}DateTimeString"
_VAT_SCHEME, _TAX_SCHEME = "VA", "FC"
_SUPPORTING = "916"


def read_cii(root: etree._Element) -> ReceivedInvoice:
    """The document below its root."""
    return _Reader(root).invoice()


class _Reader:
    def __init__(self, root: etree._Element) -> None:
        self._values = Values(_NAMES)
        self._context = self._values.one(root, "rsm:ExchangedDocumentContext")
        self._document = self._values.one(root, "rsm:ExchangedDocument")
        trade = self._trade = self._values.one(root, "rsm:SupplyChainTradeTransaction")
        self._agreement = self._values.one(trade, "ram:ApplicableHeaderTradeAgreement")
        self._delivery = self._values.one(trade, "ram:ApplicableHeaderTradeDelivery")
        self._settlement = self._values.one(trade, "ram:ApplicableHeaderTradeSettlement")

    def invoice(self) -> ReceivedInvoice:
        values, document = self._values, self._document
        agreement, settlement, delivery = self._agreement, self._settlement, self._delivery
        terms = values.one(settlement, "ram:SpecifiedTradePaymentTerms")
        ship_to = values.one(delivery, "ram:ShipToTradeParty")
        guideline = "ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"
        process = "ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"
        tax_point = "ram:ApplicableTradeTax/ram:TaxPointDate/{*}DateString"
        period = "ram:BillingSpecifiedPeriod"
        accounting = "ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"

        def named(at: etree._Element | None, name: str, where: str) -> str:
            return values.text(at, f"ram:{name}ReferencedDocument/ram:IssuerAssignedID", where)

        return ReceivedInvoice(
            syntax="cii",
            number=values.text(document, "ram:ID", "number"),
            issued_on=values.day(document, f"ram:IssueDateTime{_DAY}", "issued_on"),
            type_code=values.text(document, "ram:TypeCode", "type_code"),
            currency=values.text(settlement, "ram:InvoiceCurrencyCode", "currency"),
            tax_currency=values.text(settlement, "ram:TaxCurrencyCode", "tax_currency"),
            tax_point_on=values.day(settlement, tax_point, "tax_point_on"),
            tax_point_code=values.text(
                settlement, "ram:ApplicableTradeTax/ram:DueDateTypeCode", "tax_point_code"
            ),
            due_on=values.day(terms, f"ram:DueDateDateTime{_DAY}", "due_on"),
            buyer_reference=values.text(agreement, "ram:BuyerReference", "buyer_reference"),
            project=values.text(agreement, "ram:SpecifiedProcuringProject/ram:ID", "project"),
            contract=named(agreement, "Contract", "contract"),
            purchase_order=named(agreement, "BuyerOrder", "purchase_order"),
            sales_order=named(agreement, "SellerOrder", "sales_order"),
            receipt=named(delivery, "ReceivingAdvice", "receipt"),
            despatch=named(delivery, "DespatchAdvice", "despatch"),
            accounting_reference=values.text(settlement, accounting, "accounting_reference"),
            payment_terms=values.text(terms, "ram:Description", "payment_terms"),
            notes=tuple(
                (
                    values.text(note, "ram:SubjectCode", "notes"),
                    values.text(note, "ram:Content", "notes"),
                )
                for note in values.every(document, "ram:IncludedNote")
            ),
            process=values.text(self._context, process, "process"),
            guideline=values.text(self._context, guideline, "guideline"),
            preceding=tuple(
                (
                    values.text(each, "ram:IssuerAssignedID", "preceding"),
                    values.day(each, f"ram:FormattedIssueDateTime{_DAY}", "preceding"),
                )
                for each in values.every(settlement, "ram:InvoiceReferencedDocument")
            ),
            seller=self._party(values.one(agreement, "ram:SellerTradeParty"), "seller"),
            buyer=self._party(values.one(agreement, "ram:BuyerTradeParty"), "buyer"),
            payee=self._other_party(settlement, "ram:PayeeTradeParty", "payee"),
            tax_representative=self._other_party(
                agreement, "ram:SellerTaxRepresentativeTradeParty", "tax_representative"
            ),
            delivered_to_name=values.text(ship_to, "ram:Name", "delivered_to_name"),
            delivered_on=values.day(
                delivery,
                f"ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime{_DAY}",
                "delivered_on",
            ),
            delivered_to=self._place(ship_to, "delivered_to"),
            period=(
                values.day(settlement, f"{period}/ram:StartDateTime{_DAY}", "period"),
                values.day(settlement, f"{period}/ram:EndDateTime{_DAY}", "period"),
            ),
            payments=self._payments(terms),
            adjustments=tuple(
                self._adjustment(each, f"adjustments[{position}]")
                for position, each in enumerate(
                    values.every(settlement, "ram:SpecifiedTradeAllowanceCharge")
                )
            ),
            totals=self._totals(),
            vat=tuple(
                self._vat(each, f"vat[{position}]")
                for position, each in enumerate(values.every(settlement, "ram:ApplicableTradeTax"))
            ),
            attachments=tuple(
                self._attachment(each)
                for each in values.every(agreement, "ram:AdditionalReferencedDocument")
                if values.text(each, "ram:TypeCode", "attachments") in ("", _SUPPORTING)
            ),
            lines=tuple(
                self._line(each, f"lines[{position}]")
                for position, each in enumerate(
                    values.every(self._trade, "ram:IncludedSupplyChainTradeLineItem")
                )
            ),
            unreadable=tuple(values.faults),
        )

    def _other_party(
        self, at: etree._Element | None, path: str, where: str
    ) -> ReceivedParty | None:
        found = self._values.one(at, path)
        return None if found is None else self._party(found, where)

    def _party(self, at: etree._Element | None, where: str) -> ReceivedParty:
        values = self._values
        legal = values.one(at, "ram:SpecifiedLegalOrganization")
        contact = values.one(at, "ram:DefinedTradeContact")
        numbers: dict[str, str] = {}
        for scheme, number in values.identifiers(
            at, "ram:SpecifiedTaxRegistration/ram:ID", f"{where}.vat_number"
        ):
            numbers.setdefault(scheme, number)
        person = values.text(contact, "ram:PersonName", f"{where}.contact")
        phone = "ram:TelephoneUniversalCommunication/ram:CompleteNumber"
        email = "ram:EmailURIUniversalCommunication/ram:URIID"
        return ReceivedParty(
            name=values.text(at, "ram:Name", f"{where}.name"),
            trading_name=values.text(legal, "ram:TradingBusinessName", f"{where}.trading_name"),
            legal_id=values.identifier(legal, "ram:ID", f"{where}.legal_id"),
            ids=(
                *values.identifiers(at, "ram:GlobalID", f"{where}.ids"),
                *values.identifiers(at, "ram:ID", f"{where}.ids"),
            ),
            vat_number=numbers.get(_VAT_SCHEME, ""),
            tax_number=numbers.get(_TAX_SCHEME, ""),
            legal_text=values.text(at, "ram:Description", f"{where}.legal_text"),
            endpoint=values.identifier(
                at, "ram:URIUniversalCommunication/ram:URIID", f"{where}.endpoint"
            ),
            address=self._address(values.one(at, "ram:PostalTradeAddress"), f"{where}.address"),
            contact=person or values.text(contact, "ram:DepartmentName", f"{where}.contact"),
            phone=values.text(contact, phone, f"{where}.phone"),
            email=values.text(contact, email, f"{where}.email"),
        )

    def _place(self, party: etree._Element | None, where: str) -> ReceivedAddress | None:
        found = self._values.one(party, "ram:PostalTradeAddress")
        return None if found is None else self._address(found, where)

    def _address(self, at: etree._Element | None, where: str) -> ReceivedAddress:
        values = self._values
        return ReceivedAddress(
            line1=values.text(at, "ram:LineOne", f"{where}.line1"),
            line2=values.text(at, "ram:LineTwo", f"{where}.line2"),
            line3=values.text(at, "ram:LineThree", f"{where}.line3"),
            postal_code=values.text(at, "ram:PostcodeCode", f"{where}.postal_code"),
            city=values.text(at, "ram:CityName", f"{where}.city"),
            subdivision=values.text(at, "ram:CountrySubDivisionName", f"{where}.subdivision"),
            country=values.text(at, "ram:CountryID", f"{where}.country"),
        )

    def _payments(self, terms: etree._Element | None) -> tuple[ReceivedPayment, ...]:
        values = self._values
        reference = values.text(self._settlement, "ram:PaymentReference", "payments")
        mandate = values.text(terms, "ram:DirectDebitMandateID", "payments")
        account = "ram:PayeePartyCreditorFinancialAccount"
        bic = "ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID"
        card = "ram:ApplicableTradeSettlementFinancialCard/ram:ID"
        debited = "ram:PayerPartyDebtorFinancialAccount/ram:IBANID"
        found = []
        for position, each in enumerate(
            values.every(self._settlement, "ram:SpecifiedTradeSettlementPaymentMeans")
        ):
            where = f"payments[{position}]"
            iban = values.text(each, f"{account}/ram:IBANID", f"{where}.iban")
            found.append(
                ReceivedPayment(
                    means=values.text(each, "ram:TypeCode", f"{where}.means"),
                    means_text=values.text(each, "ram:Information", f"{where}.means_text"),
                    reference=reference,
                    iban=iban or values.text(each, f"{account}/ram:ProprietaryID", f"{where}.iban"),
                    account_name=values.text(
                        each, f"{account}/ram:AccountName", f"{where}.account_name"
                    ),
                    bic=values.text(each, bic, f"{where}.bic"),
                    card=values.text(each, card, f"{where}.card"),
                    mandate=mandate,
                    debited_iban=values.text(each, debited, f"{where}.debited_iban"),
                )
            )
        if not found and (reference or mandate):
            found.append(ReceivedPayment(reference=reference, mandate=mandate))
        return tuple(found)

    def _totals(self) -> ReceivedTotals:
        values = self._values
        at = values.one(self._settlement, "ram:SpecifiedTradeSettlementHeaderMonetarySummation")
        settlement = self._settlement
        currency = values.text(settlement, "ram:InvoiceCurrencyCode", "currency")
        other = values.text(settlement, "ram:TaxCurrencyCode", "tax_currency")
        taxes = values.every(at, "ram:TaxTotalAmount")
        return ReceivedTotals(
            lines=values.figure(at, "ram:LineTotalAmount", "totals.lines"),
            allowances=values.figure(at, "ram:AllowanceTotalAmount", "totals.allowances"),
            charges=values.figure(at, "ram:ChargeTotalAmount", "totals.charges"),
            excl_tax=values.figure(at, "ram:TaxBasisTotalAmount", "totals.excl_tax"),
            vat=values.in_currency(taxes, currency, "totals.vat"),
            vat_in_tax_currency=None
            if other in ("", currency)
            else values.in_currency(taxes, other, "totals.vat_in_tax_currency"),
            incl_tax=values.figure(at, "ram:GrandTotalAmount", "totals.incl_tax"),
            paid=values.figure(at, "ram:TotalPrepaidAmount", "totals.paid"),
            rounding=values.figure(at, "ram:RoundingAmount", "totals.rounding"),
            due=values.figure(at, "ram:DuePayableAmount", "totals.due"),
        )

    def _vat(self, at: etree._Element, where: str) -> ReceivedVat:
        values = self._values
        return ReceivedVat(
            tax=self._tax(at, where),
            basis=values.figure(at, "ram:BasisAmount", f"{where}.basis"),
            amount=values.figure(at, "ram:CalculatedAmount", f"{where}.amount"),
            reason=values.text(at, "ram:ExemptionReason", f"{where}.reason"),
            reason_code=values.text(at, "ram:ExemptionReasonCode", f"{where}.reason_code"),
        )

    def _tax(self, at: etree._Element | None, where: str) -> ReceivedTax:
        values = self._values
        return ReceivedTax(
            category=values.text(at, "ram:CategoryCode", f"{where}.tax.category"),
            rate=values.figure(at, "ram:RateApplicablePercent", f"{where}.tax.rate"),
        )

    def _adjustment(self, at: etree._Element, where: str) -> ReceivedAdjustment:
        values = self._values
        return ReceivedAdjustment(
            is_charge=values.flag(at, "ram:ChargeIndicator/udt:Indicator", f"{where}.is_charge"),
            amount=values.figure(at, "ram:ActualAmount", f"{where}.amount"),
            base=values.figure(at, "ram:BasisAmount", f"{where}.base"),
            percent=values.figure(at, "ram:CalculationPercent", f"{where}.percent"),
            reason=values.text(at, "ram:Reason", f"{where}.reason"),
            reason_code=values.text(at, "ram:ReasonCode", f"{where}.reason_code"),
            tax=self._tax(values.one(at, "ram:CategoryTradeTax"), where),
        )

    def _attachment(self, at: etree._Element) -> ReceivedAttachment:
        values = self._values
        content = values.one(at, "ram:AttachmentBinaryObject")
        return ReceivedAttachment(
            reference=values.text(at, "ram:IssuerAssignedID", "attachments"),
            description=values.text(at, "ram:Name", "attachments"),
            link=values.text(at, "ram:URIID", "attachments"),
            file_name="" if content is None else content.get("filename", ""),
            media_type="" if content is None else content.get("mimeCode", ""),
            size=0 if content is None else decoded_size(content.text),
        )

    def _line(self, at: etree._Element, where: str) -> ReceivedLine:
        values = self._values
        document = values.one(at, "ram:AssociatedDocumentLineDocument")
        product = values.one(at, "ram:SpecifiedTradeProduct")
        agreement = values.one(at, "ram:SpecifiedLineTradeAgreement")
        settlement = values.one(at, "ram:SpecifiedLineTradeSettlement")
        quantity = "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity"
        counted = values.one(at, quantity)
        price = "ram:NetPriceProductTradePrice"
        gross = "ram:GrossPriceProductTradePrice"
        period = "ram:BillingSpecifiedPeriod"
        net = "ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount"
        order_line = "ram:BuyerOrderReferencedDocument/ram:LineID"
        return ReceivedLine(
            number=values.text(document, "ram:LineID", f"{where}.number"),
            remarks=values.texts(document, "ram:IncludedNote/ram:Content", f"{where}.remarks"),
            name=values.text(product, "ram:Name", f"{where}.name"),
            description=values.text(product, "ram:Description", f"{where}.description"),
            seller_code=values.text(product, "ram:SellerAssignedID", f"{where}.seller_code"),
            buyer_code=values.text(product, "ram:BuyerAssignedID", f"{where}.buyer_code"),
            standard_code=values.text(product, "ram:GlobalID", f"{where}.standard_code"),
            attributes=tuple(
                (
                    values.text(each, "ram:Description", f"{where}.attributes"),
                    values.text(each, "ram:Value", f"{where}.attributes"),
                )
                for each in values.every(product, "ram:ApplicableProductCharacteristic")
            ),
            origin=values.text(product, "ram:OriginTradeCountry/ram:ID", f"{where}.origin"),
            quantity=values.figure(at, quantity, f"{where}.quantity"),
            unit="" if counted is None else counted.get("unitCode", ""),
            net_price=values.figure(agreement, f"{price}/ram:ChargeAmount", f"{where}.net_price"),
            gross_price=values.figure(
                agreement, f"{gross}/ram:ChargeAmount", f"{where}.gross_price"
            ),
            base_quantity=values.figure(
                agreement, f"{price}/ram:BasisQuantity", f"{where}.base_quantity"
            ),
            adjustments=tuple(
                self._adjustment(each, f"{where}.adjustments[{position}]")
                for position, each in enumerate(
                    values.every(settlement, "ram:SpecifiedTradeAllowanceCharge")
                )
            ),
            net=values.figure(settlement, net, f"{where}.net"),
            order_line=values.text(agreement, order_line, f"{where}.order_line"),
            period=(
                values.day(settlement, f"{period}/ram:StartDateTime{_DAY}", f"{where}.period"),
                values.day(settlement, f"{period}/ram:EndDateTime{_DAY}", f"{where}.period"),
            ),
            tax=self._tax(values.one(settlement, "ram:ApplicableTradeTax"), where),
        )
