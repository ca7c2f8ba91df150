"""Our own checks of an e-invoice: fast, exact, and of what the official rules miss too.

The compiled rules tolerate a VAT difference of up to 1.00, know no check digits, and are
content with a reverse charge that shows no VAT number of the customer.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from otc_desktop.domain.customers.identifiers import check_iban, check_siren, check_vat_number
from otc_desktop.domain.invoicing.einvoice import EInvoice, EParty, is_charge, untaxed
from otc_desktop.domain.invoicing.frame import FRAMES
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error, warning
from otc_desktop.domain.shared.money import total
from otc_desktop.domain.taxes.vat import VatCategory

# BR-FR-01 and -02.
_NUMBER = re.compile(r"[A-Za-z0-9+_/-]{1,35}")
# BR-FR-05: each exactly once.
_DUE_NOTES = ("PMT", "PMD", "AAB")
_DEPOSIT, _CORRECTIVE, _OF_A_PERIOD = "386", "384", "262"
_OF_AN_INVOICE = ("381", "503")
_HUNDRED = Decimal(100)
# 242 nonies A, I-3° and -4°: the customer's VAT number is shown.
_CUSTOMER_OWES = (VatCategory.REVERSE_CHARGE, VatCategory.INTRA_COMMUNITY)


def einvoice_findings(invoice: EInvoice) -> list[Finding]:
    """Everything that stands against the document in EN 16931, BR-FR and beyond them.

    Errors are faults of the invoice itself, on paper too, and block its issue. Warnings are
    what only keeps it off the platforms of the reform: an invoice in dollars or to a private
    person without e-mail is lawful as a PDF. Without either, the official rules pass.
    """
    return [
        *_heading(invoice),
        *_party(invoice.seller, "seller"),
        *_party(invoice.buyer, "buyer"),
        *_numbers(invoice),
        *_totals(invoice),
        *_vat(invoice),
    ]


def can_be_written(invoice: EInvoice) -> bool:
    """Whether EN 16931 has words for the document: somebody must have sold it (BR-CO-26)."""
    seller = invoice.seller
    return bool(seller.siren or seller.siret or seller.vat_number)


def _heading(invoice: EInvoice) -> Iterator[Finding]:
    if not _NUMBER.fullmatch(invoice.number):
        yield error("einvoicing.bad_number", "number", number=invoice.number)
    if invoice.frame not in FRAMES:
        yield error("invoicing.frame_not_allowed", "frame", frame=invoice.frame)
    subjects = [subject for subject, text in invoice.notes if text.strip()]
    for subject in _DUE_NOTES:
        if subjects.count(subject) != 1:
            yield error("einvoicing.note_not_once", "mentions", subject=subject)
    if _is_due_too_early(invoice):
        yield error("einvoicing.due_before_issue", "due_on", due=invoice.due_on)
    needs_one = invoice.type_code in (*_OF_AN_INVOICE, _CORRECTIVE)
    dated = [number for number, issued_on in invoice.preceding if issued_on is not None]
    if needs_one and (not dated or len(dated) != len(invoice.preceding)):
        yield error("einvoicing.preceding_missing", "preceding")
    if invoice.type_code == _OF_A_PERIOD and not (invoice.contract and all(invoice.period)):
        yield error("invoicing.global_note_without_period", "contract_reference")
    if invoice.currency != "EUR":
        yield warning("einvoicing.foreign_currency", "currency", currency=invoice.currency)


def _is_due_too_early(invoice: EInvoice) -> bool:
    """BR-FR-CO-07: not of deposits, nor of what was paid before."""
    exempt = invoice.type_code == _DEPOSIT or invoice.frame[1:] == "2"
    return not exempt and invoice.due_on < invoice.issued_on


def _party(party: EParty, role: str) -> Iterator[Finding]:
    if not party.name.strip() or not party.address.country:
        yield error("einvoicing.party_incomplete", role, name=party.name)
    if party.endpoint is None:
        yield warning("einvoicing.no_electronic_address", f"{role}.email", name=party.name)
    if role == "seller" and not party.siren:
        yield warning("einvoicing.seller_without_siren", "company.siren")
    if party.siret and not party.siret.startswith(party.siren):
        yield error("einvoicing.siret_of_other_siren", f"{role}.siret", siret=party.siret)


def _numbers(invoice: EInvoice) -> Iterator[Finding]:
    """Check digits, which no official rule looks at."""
    kept = (
        ("seller.siren", invoice.seller.siren, check_siren),
        ("buyer.siren", invoice.buyer.siren, check_siren),
        ("seller.vat_number", invoice.seller.vat_number, check_vat_number),
        ("buyer.vat_number", invoice.buyer.vat_number, check_vat_number),
        ("seller.iban", invoice.iban, check_iban),
    )
    for where, value, check in kept:
        if value:
            try:
                check(value)
            except RuleError:
                yield error("einvoicing.bad_check_digits", where, value=value)


def _totals(invoice: EInvoice) -> Iterator[Finding]:
    """BR-CO-10 to -17, to the cent."""
    zero = total((), invoice.lines_net.currency)
    charges = sum((each.amount for each in invoice.adjustments if is_charge(each)), zero)
    allowances = sum((each.amount for each in invoice.adjustments if not is_charge(each)), zero)
    groups = invoice.vat_groups
    holds = (
        invoice.lines_net == sum((line.net for line in invoice.lines), zero)
        and invoice.charges == charges
        and invoice.allowances == allowances
        and invoice.total_excl_tax == invoice.lines_net - allowances + charges
        and invoice.total_excl_tax == sum((group.basis for group in groups), zero)
        and invoice.total_vat == sum((group.tax for group in groups), zero)
        and invoice.total_incl_tax == invoice.total_excl_tax + invoice.total_vat
        and invoice.due == invoice.total_incl_tax - invoice.paid
    )
    if not holds:
        yield error("einvoicing.totals_off", "totals")


def _vat(invoice: EInvoice) -> Iterator[Finding]:
    for group in invoice.vat_groups:
        expected = group.basis.times(group.vat.rate / _HUNDRED)
        if group.tax != expected:
            yield error("einvoicing.vat_off", "totals", rate=group.vat.rate, expected=expected)
    categories = {group.vat.category for group in invoice.vat_groups}
    if VatCategory.OUT_OF_SCOPE in categories and len(invoice.vat_groups) > 1:
        yield error("taxes.out_of_scope_with_others", "lines")
    if categories.intersection(_CUSTOMER_OWES) and not invoice.buyer.vat_number:
        yield error("einvoicing.buyer_without_vat_number", "buyer.vat_number")
    if categories - {VatCategory.OUT_OF_SCOPE} and not (
        invoice.seller.vat_number or invoice.seller.tax_number
    ):
        yield warning("invoicing.company_without_vat_number", "company.vat_number")
    if VatCategory.INTRA_COMMUNITY in categories and (
        invoice.delivered_to is None or invoice.delivered_on is None
    ):
        yield error("einvoicing.no_delivery_abroad", "supplied_on")
    for vat in untaxed(invoice.vat_groups):
        # G1.41 wants both of an exemption; the schematrons are content with either.
        if not (vat.vatex or invoice.reasons.get(vat)):
            yield error("einvoicing.no_vat_reason", "lines", category=vat.category.value)
