"""The PDF of an issued invoice or credit note."""

from otc_desktop.adapters.documents.invoice_foot import payment_and_mentions
from otc_desktop.adapters.documents.invoice_heading import document_title, invoice_heading
from otc_desktop.adapters.documents.invoice_lines import LineTable
from otc_desktop.adapters.documents.invoice_totals import closing_totals, further_vat_groups
from otc_desktop.adapters.documents.layout.styles import document_styles
from otc_desktop.adapters.documents.paper import Content, Paper, print_paper
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Invoice


def render_invoice(invoice: Invoice, wording: Wording) -> bytes:
    """Draw the document. Figures are those of `invoice.totals`.

    A credit note shows its positive amounts and neither due date nor bank details, since
    nothing is to be paid.
    """
    styles = document_styles()
    table = LineTable(invoice, wording, styles)
    credit = invoice.kind.is_credit
    return print_paper(
        Paper(
            title=document_title(invoice, wording),
            number=invoice.number,
            issued_on=invoice.issued_on,
            seller=invoice.seller,
            buyer_name=invoice.buyer.name,
        ),
        Content(
            heading=invoice_heading(invoice, wording, styles),
            rows=table.rows(),
            frame=table.frame(),
            closing=closing_totals(
                invoice, wording, styles, label="to_credit" if credit else "to_pay"
            ),
            tail=[
                *further_vat_groups(invoice, wording, styles),
                *payment_and_mentions(invoice, wording, styles),
            ],
        ),
        wording,
        styles,
    )
