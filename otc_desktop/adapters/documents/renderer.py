"""Documents as PDF, drawn with ReportLab: the port that use cases call."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from otc_desktop.adapters.documents.delivery_pdf import render_delivery_note
from otc_desktop.adapters.documents.deposit_slip_pdf import render_deposit_slip
from otc_desktop.adapters.documents.invoice_pdf import render_invoice
from otc_desktop.adapters.documents.layout.pictures import checked_logo
from otc_desktop.adapters.documents.paper import ONE_AT_A_TIME
from otc_desktop.adapters.documents.reconciliation_pdf import (
    reconciliation_words,
    render_reconciliation,
)
from otc_desktop.adapters.documents.sales_pdf import render_sales_paper
from otc_desktop.adapters.documents.statement_pdf import render_statement
from otc_desktop.adapters.documents.wording import Wordings
from otc_desktop.application.kernel.sales_paper import SalesPaper
from otc_desktop.domain.banking.reconciliation import BankReconciliation
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.receivables.account_statement import AccountStatement
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import PaperReceipt
from otc_desktop.domain.sales.delivery_note import DeliveryNote
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK, Logo, PaperLook


class ReportLabRenderer:
    """Draws documents with ReportLab: the same invoice always gives the same bytes.

    Fonts are embedded as subsets. Text is drawn as it stands: none of it is markup.

    Args:
        resources: the folder that holds `documents/<language>.toml`.
    """

    def __init__(self, resources: Path) -> None:
        self._wordings = Wordings(resources / "documents")

    def invoice_pdf(self, invoice: Invoice, look: PaperLook = HOUSE_LOOK) -> bytes:
        """The PDF of an issued invoice or credit note, in its own language."""
        with ONE_AT_A_TIME:
            return render_invoice(invoice, self._wordings.of(invoice.language), look)

    def sales_pdf(self, paper: SalesPaper, look: PaperLook = HOUSE_LOOK) -> bytes:
        """The PDF of a quote or of an order's confirmation, in the customer's language."""
        with ONE_AT_A_TIME:
            return render_sales_paper(paper, self._wordings.of(paper.language), look)

    def delivery_pdf(self, note: DeliveryNote, look: PaperLook = HOUSE_LOOK) -> bytes:
        """The PDF of a delivery note, in the customer's language."""
        with ONE_AT_A_TIME:
            return render_delivery_note(note, self._wordings.of(note.customer.language), look)

    def statement_pdf(self, statement: AccountStatement, look: PaperLook = HOUSE_LOOK) -> bytes:
        """The PDF of a statement of account, in the customer's language."""
        with ONE_AT_A_TIME:
            wording = self._wordings.of(statement.customer.language)
            return render_statement(statement, wording, look)

    def reconciliation_pdf(
        self, statement: BankReconciliation, company: Company, language: str
    ) -> bytes:
        """The PDF of a bank reconciliation statement."""
        with ONE_AT_A_TIME:
            return render_reconciliation(statement, company, self._wordings.of(language))

    def deposit_slip_pdf(
        self,
        slip: DepositSlip,
        papers: Sequence[PaperReceipt],
        account: BankAccount,
        company: Company,
        language: str,
    ) -> bytes:
        """The PDF of a deposit slip."""
        with ONE_AT_A_TIME:
            wording = self._wordings.of(language)
            return render_deposit_slip(slip, papers, account, company, wording)

    def reconciliation_words(self, language: str) -> Mapping[str, str]:
        """Headings and kinds of lines of that statement."""
        return reconciliation_words(self._wordings.of(language))

    def logo(self, content: bytes, *, name: str) -> Logo:
        """A picture file as a logo, checked and made fit for printing."""
        return checked_logo(content, name=name)
