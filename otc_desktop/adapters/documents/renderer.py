"""Documents as PDF, drawn with ReportLab: the port that use cases call."""

from pathlib import Path

from otc_desktop.adapters.documents.delivery_pdf import render_delivery_note
from otc_desktop.adapters.documents.invoice_pdf import render_invoice
from otc_desktop.adapters.documents.paper import ONE_AT_A_TIME
from otc_desktop.adapters.documents.sales_pdf import render_sales_paper
from otc_desktop.adapters.documents.wording import Wordings
from otc_desktop.application.kernel.sales_paper import SalesPaper
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.sales.delivery_note import DeliveryNote


class ReportLabRenderer:
    """Draws documents with ReportLab: the same invoice always gives the same bytes.

    Fonts are embedded as subsets. Text is drawn as it stands: none of it is markup.

    Args:
        resources: the folder that holds `documents/<language>.toml`.
    """

    def __init__(self, resources: Path) -> None:
        self._wordings = Wordings(resources / "documents")

    def invoice_pdf(self, invoice: Invoice) -> bytes:
        """The PDF of an issued invoice or credit note, in its own language."""
        with ONE_AT_A_TIME:
            return render_invoice(invoice, self._wordings.of(invoice.language))

    def sales_pdf(self, paper: SalesPaper) -> bytes:
        """The PDF of a quote or of an order's confirmation, in the customer's language."""
        with ONE_AT_A_TIME:
            return render_sales_paper(paper, self._wordings.of(paper.language))

    def delivery_pdf(self, note: DeliveryNote) -> bytes:
        """The PDF of a delivery note, in the customer's language."""
        with ONE_AT_A_TIME:
            return render_delivery_note(note, self._wordings.of(note.customer.language))
