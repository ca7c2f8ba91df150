"""An issued document in the terms of EN 16931, with its reasons for charging no VAT."""

from collections.abc import Mapping

from otc_desktop.application.kernel.legal_wording import LegalWording
from otc_desktop.domain.invoicing.einvoice import EInvoice, einvoice_of, untaxed
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.mentions import vat_reason_key
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.taxes.vat import VatTreatment


def in_the_norm(invoice: Invoice, company: Company, wording: LegalWording) -> EInvoice:
    """The document in the terms of EN 16931, with its reasons for charging no VAT."""
    reasons = _reasons(invoice, company, wording)
    return einvoice_of(invoice, regime=company.vat_regime, reasons=reasons)


def _reasons(
    invoice: Invoice, company: Company, wording: LegalWording
) -> Mapping[VatTreatment, str]:
    """Why no VAT is charged, in the document's language as of its day (BT-120)."""
    found = {}
    for vat in untaxed(invoice.totals.vat_groups):
        key = vat_reason_key(vat, company.vat_regime)
        if vat.reason or not key:
            found[vat] = vat.reason
            continue
        found[vat] = wording.text(key, language=invoice.language, on=invoice.issued_on, values={})
    return found
