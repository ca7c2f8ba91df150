"""Flow 10 as the State's schema has it (ereporting.xsd, external specifications, annex 6)."""

from datetime import UTC, date
from decimal import Decimal

from lxml import etree

from otc_desktop.adapters.einvoicing.figures import (
    amount,
    compact_day,
    figure,
    percent,
    printable,
)
from otc_desktop.domain.invoicing.einvoice import EInvoice, is_charge
from otc_desktop.domain.invoicing.ereport import EReport
from otc_desktop.domain.invoicing.ereporting import DaySales, buyer_identity
from otc_desktop.domain.invoicing.ereporting_payments import PaidRate
from otc_desktop.domain.shared.money import Money

# The profile of a 10.1 invoice (TT-29), who speaks (TT-10, TT-15), schemes of identifiers.
_PROFILE = "urn.cpro.gouv.fr:1p0:ereporting"
_SELLER_ROLE, _SIREN, _VAT_ID = "SE", "0002", "VA"
# BT-8 and TT-80: VAT is due at the date of the invoice.
_DEBITS = "5"
_EURO = "EUR"


class EReportXml:
    """The `EReportWriter`."""

    def write(self, report: EReport) -> bytes:
        """A transmission as XML; what there is none of is left out whole."""
        root = etree.Element("Report")
        _heading(etree.SubElement(root, "ReportDocument"), report)
        if report.invoices or report.days:
            at = etree.SubElement(root, "TransactionsReport")
            _period(at, "ReportPeriod", report.from_on, report.to_on)
            for invoice in report.invoices:
                _invoice(etree.SubElement(at, "Invoice"), invoice)
            for day in report.days:
                _day_sales(etree.SubElement(at, "Transactions"), day)
        if report.paid_invoices or report.paid_days:
            at = etree.SubElement(root, "PaymentsReport")
            _period(at, "ReportPeriod", report.from_on, report.to_on)
            for paid in report.paid_invoices:
                invoice_at = etree.SubElement(at, "Invoice")
                _text(invoice_at, "InvoiceID", paid.number)
                _text(invoice_at, "IssueDate", compact_day(paid.issued_on))
                _payment(invoice_at, paid.on, paid.rates)
            for paid_day in report.paid_days:
                _payment(etree.SubElement(at, "Transactions"), paid_day.on, paid_day.rates)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _heading(at: etree._Element, report: EReport) -> None:
    _text(at, "Id", report.number)
    _text(at, "Name", f"E-reporting {report.number}")
    made_at = report.made_at.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    _text(etree.SubElement(at, "IssueDateTime"), "DateTimeString", made_at)
    _text(at, "TypeCode", report.kind.value)
    # The company speaks for itself; its platform puts its own name before it.
    for party in ("Sender", "Issuer"):
        here = etree.SubElement(at, party)
        _needed(here, "Id", report.siren).set("schemeId", _SIREN)
        _needed(here, "Name", report.name)
        _text(here, "RoleCode", _SELLER_ROLE)


def _invoice(at: etree._Element, invoice: EInvoice) -> None:
    _text(at, "ID", invoice.number)
    _text(at, "IssueDate", compact_day(invoice.issued_on))
    _text(at, "TypeCode", invoice.type_code)
    _text(at, "CurrencyCode", invoice.currency)
    _text(at, "DueDate", compact_day(invoice.due_on))
    if invoice.vat_on_debits:
        _text(at, "TaxDueDateTypeCode", _DEBITS)
    for subject, content in invoice.notes:
        note = etree.SubElement(at, "IncludedNote")
        _text(note, "Subject", subject)
        _text(note, "Content", content)
    process = etree.SubElement(at, "BusinessProcess")
    _text(process, "ID", invoice.frame)
    _text(process, "TypeID", _PROFILE)
    for number, on in invoice.preceding:
        named = etree.SubElement(at, "ReferencedDocument")
        _needed(named, "ID", number)
        if on is not None:
            _text(named, "IssueDate", compact_day(on))
    _parties(at, invoice)
    _delivery(at, invoice)
    from_on, to_on = invoice.period
    if from_on is not None and to_on is not None:
        _period(at, "InvoicePeriod", from_on, to_on)
    for adjustment in invoice.adjustments:
        part = etree.SubElement(at, "AllowanceCharge")
        part.set("ChargeIndicator", "true" if is_charge(adjustment) else "false")
        _text(part, "Amount", amount(adjustment.amount))
        _text(part, "TaxCategoryCode", adjustment.vat.category.value)
        _text(part, "TaxPercent", percent(adjustment.vat.rate))
    totals = etree.SubElement(at, "MonetaryTotal")
    _text(totals, "TaxExclusiveAmount", amount(invoice.total_excl_tax))
    _needed(totals, "TaxAmount", _in_euros(invoice.total_vat)).set("CurrencyCode", _EURO)
    for group in invoice.vat_groups:
        here = etree.SubElement(at, "TaxSubTotal")
        _text(here, "TaxableAmount", amount(group.basis))
        _text(here, "TaxAmount", amount(group.tax))
        category = etree.SubElement(here, "TaxCategory")
        _text(category, "Code", group.vat.category.value)
        _text(category, "Percent", percent(group.vat.rate))
        _text(category, "TaxExemptionReason", invoice.reasons.get(group.vat, group.vat.reason))
        _text(category, "TaxExemptionReasonCode", group.vat.vatex)
    for line in invoice.lines:
        here = etree.SubElement(at, "Line")
        _needed(here, "BilledQuantity", figure(line.quantity)).set("UnitCode", line.unit)
        if line.allowance is not None:
            part = etree.SubElement(here, "AllowanceCharge")
            part.set("ChargeIndicator", "true" if line.allowance.amount < 0 else "false")
            _text(part, "Amount", amount(abs(line.allowance)))
        _text(etree.SubElement(here, "Price"), "PriceAmount", figure(line.price))
        _needed(etree.SubElement(here, "Product"), "Name", line.name)


def _parties(at: etree._Element, invoice: EInvoice) -> None:
    seller = etree.SubElement(at, "Seller")
    _needed(seller, "CompanyId", invoice.seller.siren).set("schemeId", _SIREN)
    if invoice.seller.vat_number:
        _needed(seller, "TaxRegistrationId", invoice.seller.vat_number).set("qualifyingId", _VAT_ID)
    _country(seller, invoice.seller.address.country)
    buyer = etree.SubElement(at, "Buyer")
    party = invoice.buyer
    scheme, identity = buyer_identity(
        country=party.address.country,
        siren=party.siren,
        vat_number=party.vat_number,
        name=party.name,
    )
    _needed(buyer, "CompanyId", identity).set("schemeId", scheme)
    if party.vat_number:
        _needed(buyer, "TaxRegistrationId", party.vat_number).set("qualifyingId", _VAT_ID)
    _country(buyer, party.address.country)


def _country(at: etree._Element, code: str) -> None:
    _text(etree.SubElement(at, "PostalAddress"), "CountryId", code)


def _delivery(at: etree._Element, invoice: EInvoice) -> None:
    place = invoice.delivered_to
    if invoice.delivered_on is None and place is None:
        return
    here = etree.SubElement(at, "Delivery")
    if invoice.delivered_on is not None:
        _text(here, "Date", compact_day(invoice.delivered_on))
    if place is not None:
        address = etree.SubElement(here, "Location")
        _text(address, "LineOne", place.line1)
        _text(address, "LineTwo", place.line2)
        _text(address, "CityName", place.city)
        _text(address, "PostalZone", place.postal_code)
        _text(address, "CountryId", place.country)


def _day_sales(at: etree._Element, day: DaySales) -> None:
    _text(at, "Date", compact_day(day.on))
    _text(at, "TransactionsCurrency", day.currency)
    if day.vat_on_debits:
        _text(at, "TaxDueDateTypeCode", _DEBITS)
    _text(at, "CategoryCode", day.category.value)
    _text(at, "TaxExclusiveAmount", amount(day.basis))
    _text(at, "TaxTotal", _in_euros(day.tax))
    _text(at, "TransactionsCount", str(day.documents))
    for each in day.rates:
        here = etree.SubElement(at, "TaxSubtotal")
        _text(here, "TaxPercent", percent(each.rate))
        _text(here, "TaxableAmount", amount(each.basis))
        _text(here, "TaxTotal", amount(each.tax))


def _payment(at: etree._Element, on: date, rates: tuple[PaidRate, ...]) -> None:
    here = etree.SubElement(at, "Payment")
    _text(here, "Date", compact_day(on))
    for each in rates:
        part = etree.SubElement(here, "SubTotals")
        _text(part, "TaxPercent", percent(each.rate))
        _text(part, "CurrencyCode", each.amount.currency.code)
        _text(part, "Amount", amount(each.amount))


def _period(at: etree._Element, name: str, from_on: date, to_on: date) -> None:
    here = etree.SubElement(at, name)
    _text(here, "StartDate", compact_day(from_on))
    _text(here, "EndDate", compact_day(to_on))


def _in_euros(tax: Money) -> str:
    """VAT is told in euros; of another currency only none at all is known to be the same."""
    if tax and tax.currency.code != _EURO:
        raise ValueError("VAT of another currency than the euro")
    return f"{tax.amount.quantize(Decimal('0.01'))}" if not tax else amount(tax)


def _needed(at: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(at, name)
    element.text = printable(text)
    return element


def _text(at: etree._Element, name: str, text: str) -> None:
    """An element that is left out where there is nothing to say."""
    if text:
        _needed(at, name, text)
