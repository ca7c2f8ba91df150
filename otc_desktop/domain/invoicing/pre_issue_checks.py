"""Faults caught before a document gets its number."""

from datetime import date

from otc_desktop.domain.customers.customer import Customer, CustomerKind
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.kind_checks import kind_findings
from otc_desktop.domain.shared.findings import Finding, error, warning


def check_before_issue(
    draft: InvoiceDraft, *, customer: Customer, on: date, today: date
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
    findings.extend(kind_findings(draft))
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
