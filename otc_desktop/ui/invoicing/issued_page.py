"""Issued documents with the archived PDF beside them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.invoicing.queries import InvoiceRow
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft, InvoiceKind
from otc_desktop.domain.reporting.invoice_errors import InvoiceErrors
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.invoicing.columns import invoice_columns
from otc_desktop.ui.invoicing.depositing import DocumentDeposits
from otc_desktop.ui.invoicing.deposits_presenter import DepositsPresenter
from otc_desktop.ui.invoicing.dialogs.correction_form import CorrectionForm
from otc_desktop.ui.invoicing.dialogs.credit_form import CreditForm
from otc_desktop.ui.invoicing.dialogs.paper_look_form import PaperLookForm
from otc_desktop.ui.invoicing.life_cycle import LifeCycleDesk, reform_filter
from otc_desktop.ui.invoicing.life_cycle_presenter import LifeCyclePresenter
from otc_desktop.ui.invoicing.mailing import DocumentMailing
from otc_desktop.ui.invoicing.presenter import InvoicingPresenter
from otc_desktop.ui.invoicing.received.document_menu import DocumentMenu
from otc_desktop.ui.invoicing.received.presenter import ReceivedPresenter
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.attachment_list import AttachmentList
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.pdf_preview import PdfPreview
from otc_desktop.ui.widgets.unpaid_dialog import UnpaidDialog


class IssuedPage(QWidget):
    """Shows, sends, credits and copies issued documents.

    Args:
        presenter: of the tab.
        einvoices: saves and checks documents as e-invoices.
        deposits: brings them to the approved platform.
        show_drafts: brings the drafts to the front.
    """

    def __init__(
        self,
        presenter: InvoicingPresenter,
        einvoices: ReceivedPresenter,
        deposits: DepositsPresenter,
        *,
        show_drafts: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._mailing = DocumentMailing(presenter, self)
        self._show_drafts = show_drafts
        self._shown: UUID | None = None
        services = presenter.services
        self.bar = ActionBar(self)
        self.send = self.bar.add(
            self.tr("Send by e-mail…"),
            self._send,
            shortcut="Ctrl+E",
            tip=self.tr("Look over the mails of the selected documents, and queue them"),
            primary=True,
        )
        self.credit = self.bar.add(
            self.tr("Credit note…"),
            self._ask_for_credit,
            shortcut="Ctrl+Shift+C",
            tip=self.tr("Take the selected invoice back, in whole or in part"),
        )
        self.correct = self.bar.add(
            self.tr("Correct"),
            self._correct,
            shortcut="Ctrl+Shift+R",
            tip=self.tr("Prepare an invoice that replaces the selected one"),
        )
        self.save_pdf = self.bar.add(
            self.tr("Save the PDF…"),
            self._ask_where_to_save,
            shortcut="Ctrl+S",
            tip=self.tr("Write the archived PDF to a file"),
        )
        self.why = self.bar.add(
            self.tr("Why unpaid?"),
            self._explain,
            shortcut="Ctrl+U",
            tip=self.tr("What is known about the open invoice, and what would help most"),
        )
        self.mails = self.bar.add(
            self.tr("E-mails…"),
            self._show_mails,
            shortcut="Ctrl+H",
            tip=self.tr("What became of the mails of the selected document"),
        )
        self.template = self.bar.add(
            self.tr("Template…"),
            self._open_template,
            shortcut="Ctrl+Shift+M",
            tip=self.tr("Logo, colour and layout of your documents"),
        )
        self.einvoice = self.bar.add(
            self.tr("E-invoice…"),
            lambda: self.einvoice_menu.pop_up(self.bar.button(self.einvoice)),
            shortcut="Ctrl+Shift+X",
            tip=self.tr("Save, check by the official rules, deposit on the platform"),
        )
        self.life_cycle = self.bar.add(
            self.tr("Reform…"),
            lambda: self._life_cycles.show_menu(self.bar.button(self.life_cycle)),
            shortcut="Ctrl+Shift+L",
            tip=self.tr("Statuses of the e-invoice: history, note one, messages in and out"),
        )
        self._life_cycles = LifeCycleDesk(
            LifeCyclePresenter(services, presenter.program, self), self._own_number, self
        )
        self._deposits = DocumentDeposits(deposits, self)
        self.einvoice_menu = DocumentMenu(einvoices, self._own_number, self, deposit=self._deposit)
        self.list: ListView[InvoiceRow] = ListView(
            services,
            presenter.program.queries.invoices,
            invoice_columns(presenter.word),
            name="invoicing-issued",
            empty=EmptyState(
                title=self.tr("No document issued yet"),
                hint=self.tr("Issue a draft, and it stands here with its PDF."),
                action_text=self.tr("Show the drafts"),
                action=show_drafts,
            ),
            filters=[self._status_filter(), reform_filter(presenter.word)],
            sort="issued_on",
            descending=True,
            parent=self,
        )
        self.dispute = QAction(self.tr("Open a dispute…"), self, shortcut=QKeySequence("Ctrl+D"))
        self.dispute.triggered.connect(self._open_dispute)
        self.list.table.addActions(
            [self.send, self.credit, self.correct, self.save_pdf, self.why, self.dispute]
        )
        self.preview = PdfPreview(
            services, hint=self.tr("Choose a document to see its PDF."), parent=self
        )
        self.errors = QLabel(self)
        self.errors.setProperty("muted", True)
        self.errors.setToolTip(
            self.tr(
                "Invoices of the last 365 days that a credit note or a corrective invoice took "
                "back because they were wrong"
            )
        )
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        self.files = AttachmentList(
            services, presenter.program, name="invoicing-files", parent=self
        )
        beside = QSplitter(Qt.Orientation.Vertical, self)
        beside.addWidget(self.preview)
        beside.addWidget(self.files)
        beside.setStretchFactor(0, 4)
        beside.setStretchFactor(1, 1)
        beside.setSizes([460, 170])
        splitter.addWidget(beside)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([820, 480])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        column.addWidget(self.errors)
        self.list.selection_changed.connect(self._on_selection)
        self._on_selection([])
        presenter.errors_of_year(self._show_errors)

    def reload(self) -> None:
        """Read the list and the rate of errors again."""
        self.list.reload()
        self._presenter.errors_of_year(self._show_errors)

    def _show_errors(self, errors: InvoiceErrors) -> None:
        percent = errors.percent
        if percent is None:
            self.errors.clear()
            return
        formats = self._presenter.services.formats
        texts = [
            self.tr("Corrected for an error in 12 months: {percent} ({count} of {issued})").format(
                percent=formats.percent(percent), count=errors.corrected, issued=errors.issued
            ),
            *(
                f"{self._presenter.word('correction_reason', reason.value)} {count}"
                for reason, count in sorted(errors.by_reason.items(), key=lambda each: -each[1])
            ),
        ]
        if errors.unexplained:
            texts.append(
                self.tr("credited without a reason {count}").format(count=errors.unexplained)
            )
        self.errors.setText(" · ".join(texts))

    def _open_template(self) -> None:
        PaperLookForm(self._presenter.services, self._presenter.program, parent=self).open()

    def _on_selection(self, ids: Sequence[UUID]) -> None:
        rows = self.list.selected_rows()
        archived = [row for row in rows if row.invoice_id is not None]
        single = archived[0] if len(rows) == 1 and archived else None
        self.send.setEnabled(bool(archived))
        self.save_pdf.setEnabled(single is not None)
        self.einvoice.setEnabled(bool(archived))
        self.einvoice_menu.offer_to(one=single is not None)
        creditable = single is not None and not single.kind.is_credit
        self.credit.setEnabled(creditable and single is not None and single.invoice_id is not None)
        self.correct.setEnabled(
            single is not None
            and single.invoice_id is not None
            and single.kind in (InvoiceKind.INVOICE, InvoiceKind.CORRECTIVE)
        )
        self.dispute.setEnabled(single is not None and not single.kind.is_credit)
        self.why.setEnabled(len(rows) == 1 and rows[0].kind is InvoiceKind.INVOICE)
        if len(rows) == 1:
            self.files.show_subject(SubjectKind.INVOICE, rows[0].invoice_id or rows[0].id)
        else:
            self.files.clear()
        wanted = archived[0].invoice_id if archived else None
        if wanted is not None and wanted == self._shown:
            return
        self._shown = wanted
        if wanted is None:
            taken_over = self.tr("This document was taken over from another program: no PDF.")
            self.preview.clear(taken_over if rows else "")
            return

        def show(pdf: bytes | None) -> None:
            if wanted == self._shown and pdf is not None:
                self.preview.show_pdf(pdf)

        self._presenter.load_pdf(wanted, show, self._show_problem)

    def _show_problem(self, refusal: OtcError) -> None:
        self.preview.clear(self._presenter.reasons(refusal))

    def _show_mails(self) -> None:
        row = self._single()
        if row is not None and row.invoice_id is not None:
            self._mailing.show_history(row.number, row.invoice_id)

    def _deposit(self) -> None:
        self._deposits.start(
            [row.number for row in self.list.selected_rows() if row.invoice_id is not None]
        )

    def _send(self) -> None:
        self._mailing.start(
            [row.number for row in self.list.selected_rows() if row.invoice_id is not None]
        )

    def _explain(self) -> None:
        row = self._single()
        if row is not None:
            UnpaidDialog(self._presenter, row.number, parent=self).open()

    def _open_dispute(self) -> None:
        row = self._single()
        if row is not None:
            place = Place(tab="collections", kind="new_dispute", search=row.number)
            self._presenter.services.navigator.open(place)

    def _correct(self) -> None:
        row = self._single()
        if row is None:
            return
        services = self._presenter.services
        form = CorrectionForm(services, row.number, self._presenter.word, parent=self)
        form.submitted.connect(lambda: self._prepare_correction(form, row.number))
        form.open()

    def _prepare_correction(self, form: CorrectionForm, number: str) -> None:
        command = form.command()
        if command is None:
            return

        def prepared(_draft: InvoiceDraft) -> None:
            form.accept()
            self._presenter.services.notices.done(
                self.tr("Corrective invoice for {number} prepared").format(number=number),
                self.tr("It replaces the first one as soon as it is issued."),
                action_text=self.tr("Show the drafts"),
                action=self._show_drafts,
            )

        self._presenter.correct(command, prepared, lambda refusal: self._refuse(form, refusal))

    def _ask_for_credit(self) -> None:
        row = self._single()
        if row is not None and row.invoice_id is not None:
            self._presenter.load_invoice(row.invoice_id, self._open_credit_form)

    def _open_credit_form(self, invoice: Invoice) -> None:
        form = CreditForm(self._presenter.services, invoice, self._presenter.word, parent=self)
        form.submitted.connect(lambda: self._prepare_credit(form))
        form.open()

    def _prepare_credit(self, form: CreditForm) -> None:
        command = form.command()
        if command is None:
            return

        def prepared(draft: InvoiceDraft) -> None:
            form.accept()
            self._presenter.services.notices.done(
                self.tr("Credit note for {number} prepared").format(number=draft.credits_number),
                self.tr("It is a draft until it is issued."),
                action_text=self.tr("Show the drafts"),
                action=self._show_drafts,
            )

        self._presenter.credit(command, prepared, lambda refusal: self._refuse(form, refusal))

    def _refuse(self, form: FormDialog, refusal: OtcError) -> None:
        form.refuse(
            [(fault.where or "", self._presenter.sentence(fault)) for fault in faults_of(refusal)]
        )

    def _ask_where_to_save(self) -> None:
        row = self._single()
        if row is None:
            return
        number = row.number

        def save(path: Path) -> None:
            self._presenter.save_pdf(
                number,
                path,
                lambda _sha256: self._presenter.services.notices.done(
                    self.tr("{number} saved").format(number=number), str(path)
                ),
            )

        ask_where_to_save(
            self,
            self.tr("Save the PDF"),
            self.tr("PDF document (*.pdf)"),
            f"{number.replace('/', '-')}.pdf",
            save,
        )

    def _own_number(self) -> str:
        row = self._single()
        return "" if row is None or row.invoice_id is None else row.number

    def _single(self) -> InvoiceRow | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _status_filter(self) -> FilterChoice:
        return FilterChoice(
            name="status",
            title=self.tr("Status"),
            options=(
                (None, self.tr("All")),
                ("open", self.tr("Open")),
                ("overdue", self.tr("Overdue")),
                ("disputed", self.tr("Disputed")),
                ("paid", self.tr("Settled")),
            ),
        )
