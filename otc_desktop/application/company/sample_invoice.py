"""An invented invoice that shows what the company's documents look like."""

from datetime import timedelta
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import LegalWording
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.invoicing.invoice import (
    Invoice,
    InvoiceDraft,
    InvoiceKind,
    Mention,
    Party,
    seller_of,
)
from otc_desktop.domain.invoicing.mentions import mention_keys
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.shared.company import Address, Company, VatRegime
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId
from otc_desktop.domain.taxes.lines import DocumentLine, LineNature
from otc_desktop.domain.taxes.proposal import FRANCHISE
from otc_desktop.domain.taxes.vat import VatTreatment, standard

_TEXTS = {
    "fr": (
        "Bureau réglable en hauteur",
        "Pose et raccordement",
        "Lampe de bureau",
        "Client exemple",
    ),
    "en": ("Height-adjustable desk", "Fitting and wiring", "Desk lamp", "Sample customer"),
}


def sample_invoice(company: Company, ctx: Context, wording: LegalWording, language: str) -> Invoice:
    """Goods, services, a discount and two VAT rates, with every mention due."""
    desk, fitting, lamp, customer = _TEXTS.get(language[:2], _TEXTS["en"])
    exempt = company.vat_regime is VatRegime.EXEMPT_293B

    def vat(rate: str) -> VatTreatment:
        return FRANCHISE if exempt else standard(rate)

    lines = (
        DocumentLine(
            description=desk,
            quantity=Decimal(4),
            unit_price=Decimal("549.00"),
            discount_percent=Decimal(5),
            vat=vat("20"),
            product_code="BUR-160",
        ),
        DocumentLine(
            description=fitting,
            quantity=Decimal("6.5"),
            unit="HUR",
            unit_price=Decimal("58.00"),
            vat=vat("10"),
            nature=LineNature.SERVICES,
        ),
        DocumentLine(
            description=lamp,
            quantity=Decimal(4),
            unit_price=Decimal("79.90"),
            vat=vat("20"),
            product_code="LAMPE-01",
        ),
    )
    draft = InvoiceDraft(
        id=InvoiceId(ctx.new_id()),
        kind=InvoiceKind.INVOICE,
        customer_id=CustomerId(ctx.new_id()),
        currency=company.currency,
        lines=lines,
        supplied_on=ctx.today - timedelta(days=2),
        purchase_order="BC-2026-118",
    )
    terms = PaymentTerms.parse(company.payment_terms)
    values = {"late_interest": company.late_interest, "discount_terms": company.discount_terms}
    return draft.issue(
        number=NumberFormat(company.number_format).format(1, ctx.today),
        issued_on=ctx.today,
        due_on=terms.due_on(ctx.today),
        seller=seller_of(company),
        buyer=Party(
            name=customer,
            code="C0001",
            address=Address(line1="4 place du Marché", postal_code="33000", city="Bordeaux"),
        ),
        language=language,
        payment_terms=str(terms),
        mentions=tuple(
            Mention(
                subject,
                wording.text(key, language=language, on=ctx.today, values=values),
            )
            for subject, key in mention_keys(company, [line.vat for line in lines])
        ),
    )
