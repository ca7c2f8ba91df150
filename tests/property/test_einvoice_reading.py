"""What our writers write reads back as it was, in every syntax and profile."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfWriter

from otc_desktop.adapters.einvoicing.cii import GUIDELINES
from otc_desktop.adapters.einvoicing.figures import later_part
from otc_desktop.adapters.einvoicing.reading.reader import EInvoiceFiles
from otc_desktop.adapters.einvoicing.writer import XmlInvoices
from otc_desktop.domain.invoicing.business_terms import term_of, terms
from otc_desktop.domain.invoicing.einvoice import (
    EInvoice,
    ELine,
    EParty,
    in_basic_terms,
    is_charge,
)
from otc_desktop.domain.invoicing.received import (
    ReceivedAddress,
    ReceivedAdjustment,
    ReceivedInvoice,
    ReceivedLine,
    ReceivedParty,
    ReceivedPayment,
    ReceivedTax,
    ReceivedTotals,
    ReceivedVat,
)
from otc_desktop.domain.invoicing.received_checks import received_findings
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.taxes.vat import VatTreatment
from tests.support.einvoices import random_einvoice

_READER = EInvoiceFiles()


@pytest.mark.parametrize("profile", ["basic", "en16931", "extended"])
def test_cii_reads_back(profile: str) -> None:
    for seed in range(40):
        document = random_einvoice(seed)
        written = XmlInvoices().write(document, syntax="cii", profile=profile)
        kept = in_basic_terms(document) if profile == "basic" else document
        assert _READER.read(written).invoice == _received(kept, "cii", profile), seed


def test_ubl_reads_back() -> None:
    for seed in range(1000, 1060):
        document = random_einvoice(seed)
        written = XmlInvoices().write(document, syntax="ubl")
        assert _READER.read(written).invoice == _received(document, "ubl"), seed


def test_factur_x_reads_back() -> None:
    blank = PdfWriter()
    blank.add_blank_page(100, 100)
    drawn = BytesIO()
    blank.write(drawn)
    for seed in range(2000, 2005):
        document = random_einvoice(seed)
        xml = XmlInvoices().write(document, syntax="cii")
        made = XmlInvoices().embedded(
            drawn.getvalue(), xml, profile="en16931", on=document.issued_on
        )
        read = _READER.read(made)
        assert (read.invoice, read.xml) == (_received(document, "cii"), xml), seed


def test_our_documents_stand_our_checks_of_received_ones() -> None:
    for seed in range(60):
        for syntax in ("cii", "ubl"):
            document = random_einvoice(seed)
            read = _READER.read(XmlInvoices().write(document, syntax=syntax))
            assert received_findings(read.invoice) == [], (seed, syntax)


def test_a_cent_is_found_in_each_sum_and_each_vat_group() -> None:
    for seed in range(20):
        invoice = _READER.read(XmlInvoices().write(random_einvoice(seed), syntax="cii")).invoice
        for name in ("lines", "excl_tax", "vat", "incl_tax", "due"):
            stated = (getattr(invoice.totals, name) or Decimal(0)) + Decimal("0.01")
            off = replace(invoice, totals=replace(invoice.totals, **{name: stated}))
            assert f"totals.{name}" in {each.where for each in received_findings(off)}
        group = invoice.vat[0]
        more = replace(group, amount=(group.amount or Decimal(0)) + Decimal("0.01"))
        found = received_findings(replace(invoice, vat=(more, *invoice.vat[1:])))
        assert {"einvoicing.vat_group_off"} <= {each.code for each in found}


def test_each_place_has_its_business_term() -> None:
    invoice = _READER.read(XmlInvoices().write(random_einvoice(3), syntax="cii")).invoice
    assert term_of(invoice, "number") == "BT-1"
    assert term_of(invoice, "buyer.name") == "BT-44"
    assert term_of(invoice, "lines[0].net") == "BT-131"
    assert term_of(invoice, "vat[0].tax.category") == "BT-118"
    assert term_of(invoice, "totals.due") == "BT-115"
    assert all(term.startswith(("BT-", "BG-")) for term, _, _ in terms(invoice))


def _received(document: EInvoice, syntax: str, profile: str = "en16931") -> ReceivedInvoice:
    is_ubl = syntax == "ubl"
    # UBL groups no address of a delivery without one, and a credit has another payment block.
    return ReceivedInvoice(
        syntax=syntax,
        number=document.number,
        issued_on=document.issued_on,
        type_code=document.type_code,
        currency=document.currency,
        tax_point_code=_tax_point(document, is_ubl=is_ubl),
        due_on=document.due_on,
        buyer_reference=document.buyer_reference,
        contract=document.contract,
        purchase_order=document.purchase_order,
        sales_order=document.sales_order,
        despatch=document.despatch,
        notes=document.notes,
        process=document.frame,
        guideline=GUIDELINES[profile],
        preceding=document.preceding,
        seller=_party(document.seller),
        buyer=_party(document.buyer),
        delivered_on=document.delivered_on,
        delivered_to=None if document.delivered_to is None else _address(document.delivered_to),
        delivered_to_name=document.delivered_name,
        payment_terms="" if document.retention is None else later_part(document.retention),
        period=document.period,
        payments=_payments(document, is_ubl=is_ubl),
        adjustments=tuple(
            ReceivedAdjustment(
                is_charge=is_charge(each),
                amount=each.amount.amount,
                reason=each.description,
                tax=_tax(each.vat),
            )
            for each in document.adjustments
        ),
        totals=ReceivedTotals(
            lines=document.lines_net.amount,
            allowances=document.allowances.amount or None,
            charges=document.charges.amount or None,
            excl_tax=document.total_excl_tax.amount,
            vat=document.total_vat.amount,
            incl_tax=document.total_incl_tax.amount,
            paid=document.paid.amount or None,
            due=document.due.amount,
        ),
        vat=tuple(
            ReceivedVat(
                tax=_tax(group.vat),
                basis=group.basis.amount,
                amount=group.tax.amount,
                reason=document.reasons.get(group.vat, ""),
                reason_code=group.vat.vatex,
            )
            for group in document.vat_groups
        ),
        lines=tuple(_line(line) for line in document.lines),
    )


def _tax_point(document: EInvoice, *, is_ubl: bool) -> str:
    if not document.vat_on_debits:
        return ""
    return "3" if is_ubl else "5"


def _payments(document: EInvoice, *, is_ubl: bool) -> tuple[ReceivedPayment, ...]:
    if document.payment_code:
        paid = ReceivedPayment(
            means=document.payment_code,
            reference=document.number,
            iban=document.iban,
            bic=document.bic,
        )
    elif is_ubl:
        paid = ReceivedPayment(means="1")
    else:
        paid = ReceivedPayment(reference=document.number)
    return (paid,)


def _party(party: EParty) -> ReceivedParty:
    reached = bool(party.contact and (party.phone or party.email))
    return ReceivedParty(
        name=party.name,
        legal_id=("0002", party.siren) if party.siren else ("", ""),
        ids=(("0009", party.siret),) if party.siret else (),
        vat_number=party.vat_number,
        tax_number=party.tax_number,
        endpoint=party.endpoint or ("", ""),
        address=_address(party.address),
        contact=party.contact if reached else "",
        phone=party.phone if reached else "",
        email=party.email if reached else "",
    )


def _address(address: Address) -> ReceivedAddress:
    return ReceivedAddress(
        line1=address.line1,
        line2=address.line2,
        postal_code=address.postal_code,
        city=address.city,
        country=address.country,
    )


def _tax(vat: VatTreatment) -> ReceivedTax:
    # BR-O-05: what is out of scope has no rate, not even zero.
    return ReceivedTax(
        category=vat.category.value, rate=None if vat.category.value == "O" else vat.rate
    )


def _line(line: ELine) -> ReceivedLine:
    discounts = ()
    if line.allowance is not None:
        is_discount = line.allowance.amount > 0
        discounts = (
            ReceivedAdjustment(
                is_charge=not is_discount,
                amount=abs(line.allowance.amount),
                reason="Remise" if is_discount else "Reprise de remise",
            ),
        )
    return ReceivedLine(
        number=str(line.number),
        name=line.name,
        seller_code=line.code,
        quantity=line.quantity,
        unit=line.unit,
        net_price=line.price,
        adjustments=discounts,
        net=line.net.amount,
        tax=_tax(line.vat),
    )
