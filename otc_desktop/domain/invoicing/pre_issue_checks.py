"""Faults caught before a document gets its number."""

from datetime import date

from otc_desktop.domain.customers.customer import Customer, CustomerKind
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.shared.company import Company, VatRegime
from otc_desktop.domain.shared.findings import Finding, error, warning
from otc_desktop.domain.taxes.vat import VatCategory


def check_before_issue(
    draft: InvoiceDraft, *, customer: Customer, company: Company, on: date, today: date
) -> list[Finding]:
    """Everything that stands against issuing this draft on this day, with the field to mend."""
    findings: list[Finding] = []
    if not draft.lines:
        findings.append(error("invoicing.no_lines", "lines"))
    if on > today:
        findings.append(error("invoicing.date_in_future", "date", date=on, today=today))
    address = customer.address
    for field, value in (
        ("address", address.line1),
        ("postal_code", address.postal_code),
        ("city", address.city),
    ):
        if not value.strip():
            findings.append(
                warning("invoicing.customer_address_incomplete", field, customer=customer.code)
            )
    if address.country == "FR" and not customer.siren and customer.kind is not CustomerKind.PERSON:
        findings.append(
            warning("invoicing.customer_without_siren", "siren", customer=customer.code)
        )
    findings.extend(purchase_order_findings(draft, customer))
    findings.extend(_vat_findings(draft, customer, company))
    total = draft.totals().total_incl_tax
    if total.amount < 0:
        code = (
            "invoicing.negative_credit_note"
            if draft.kind.is_credit
            else "invoicing.negative_invoice"
        )
        findings.append(error(code, "lines", total=total))
    return findings


def purchase_order_findings(draft: InvoiceDraft, customer: Customer) -> list[Finding]:
    """A customer that wants its purchase order number sends an invoice without it back.

    A credit note names the invoice that it credits, which is enough.
    """
    wanted = customer.purchase_order_required and draft.kind is InvoiceKind.INVOICE
    if wanted and not draft.purchase_order.strip():
        return [error("invoicing.purchase_order_missing", "purchase_order", customer=customer.code)]
    return []


def _vat_findings(draft: InvoiceDraft, customer: Customer, company: Company) -> list[Finding]:
    findings: list[Finding] = []
    treatments = [
        *((f"lines[{position}]", line.vat) for position, line in enumerate(draft.lines)),
        *(
            (f"adjustments[{position}]", each.vat)
            for position, each in enumerate(draft.adjustments)
        ),
    ]
    for part, vat in treatments:
        where = f"{part}.vat_category"
        if company.vat_regime is VatRegime.EXEMPT_293B and vat.category is VatCategory.STANDARD:
            findings.append(error("taxes.vat_charged_under_293b", where))
        both_numbers_needed = vat.category in (
            VatCategory.INTRA_COMMUNITY,
            VatCategory.REVERSE_CHARGE,
        )
        if both_numbers_needed and not customer.vat_number:
            findings.append(
                error("invoicing.customer_without_vat_number", "vat_number", customer=customer.code)
            )
    return findings
