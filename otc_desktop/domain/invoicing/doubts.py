"""What is lawful and yet likely a mistake: twice the same, another price, nobody to send it to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from otc_desktop.domain.customers.recipients import BY_NOBODY, Recipients
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.shared.company import Company, VatRegime
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.taxes.lines import DocumentLine

# A monthly subscription of one amount is no double.
_SOON = timedelta(days=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeDocument:
    """An issued document of the same customer and the same total."""

    number: str
    issued_on: date
    purchase_order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedPrice:
    """What the customer's prices give for a line, per unit and excluding tax."""

    position: int
    price: Decimal
    discount_percent: Decimal


def company_findings(company: Company) -> list[Finding]:
    """What our own identity lacks on every invoice (CGI ann. II 242 nonies A; C. com. R123-237)."""
    found = []
    wanted = {"siren": company.siren, "address": company.address.line1, "iban": company.iban}
    if company.vat_regime is not VatRegime.EXEMPT_293B:
        wanted["vat_number"] = company.vat_number
    if company.share_capital is not None:
        wanted["rcs_city"] = company.rcs_city
    for field, value in wanted.items():
        if not value.strip():
            found.append(warning("invoicing.company_lacks", f"company.{field}", field=field))
    return found


def recipient_findings(found: Recipients) -> list[Finding]:
    """An invoice that nobody receives is paid late."""
    if found.reason == BY_NOBODY:
        return [warning("invoicing.recipient_unknown", "customer.email")]
    return []


def double_findings(draft: InvoiceDraft, alike: Iterable[AlikeDocument], on: date) -> list[Finding]:
    """A recent document that this one may repeat: same customer, same total.

    Invoices of deliveries can't be doubles: a delivery is invoiced once.
    """
    if draft.kind is not InvoiceKind.INVOICE or draft.deliveries:
        return []
    ours = draft.purchase_order.strip().casefold()
    return [
        warning("invoicing.looks_like_a_double", "lines", number=each.number, date=each.issued_on)
        for each in alike
        if abs(on - each.issued_on) <= _SOON or (ours and ours == each.purchase_order.casefold())
    ]


def price_findings(lines: Sequence[DocumentLine], agreed: Iterable[AgreedPrice]) -> list[Finding]:
    """Lines whose price or discount is not what the customer's prices give."""
    found = []
    for each in agreed:
        line = lines[each.position]
        if (line.unit_price, line.discount_percent) != (each.price, each.discount_percent):
            found.append(
                warning(
                    "invoicing.price_differs",
                    f"lines[{each.position}].unit_price",
                    line=each.position + 1,
                    price=line.unit_price,
                    agreed=each.price,
                )
            )
    return found
