"""Quotes: made, sent, accepted or refused."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.sales.queries import QuoteRow
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.sales.quote import Quote, QuoteStatus
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.orders.dialogs.order_form import ChosenCustomer
from otc_desktop.ui.orders.dialogs.quote_form import QuoteForm
from otc_desktop.ui.orders.dialogs.why_form import WhyForm
from otc_desktop.ui.orders.pricing import pricing_of
from otc_desktop.ui.orders.quote_acceptance import QuoteAcceptance
from otc_desktop.ui.orders.sales_presenter import SalesPresenter
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.attachment_list import AttachmentList
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.pdf_preview import PdfPreview

_TONES = {
    QuoteStatus.DRAFT: Tone.NEUTRAL,
    QuoteStatus.SENT: Tone.INFO,
    QuoteStatus.ACCEPTED: Tone.GOOD,
    QuoteStatus.REFUSED: Tone.BAD,
    QuoteStatus.REPLACED: Tone.NEUTRAL,
    QuoteStatus.EXPIRED: Tone.WARNING,
}
_WAITING = (QuoteStatus.DRAFT, QuoteStatus.SENT)


def quote_columns(word: Callable[[str, str], str]) -> tuple[Column, ...]:
    """Quotes."""

    def status(row: QuoteRow) -> StatusMark:
        return StatusMark(_TONES[row.status], word("quote_status", row.status.value).capitalize())

    date, money = ColumnKind.DATE, ColumnKind.MONEY
    return (
        Column(
            name="number",
            title=QCoreApplication.translate("Quotes", "Number"),
            width=120,
            sortable=True,
        ),
        Column(
            name="status",
            title=QCoreApplication.translate("Quotes", "Status"),
            kind=ColumnKind.STATUS,
            width=105,
            value=status,
        ),
        Column(
            name="quoted_on",
            title=QCoreApplication.translate("Quotes", "Date"),
            kind=date,
            width=92,
            sortable=True,
        ),
        Column(
            name="valid_until",
            title=QCoreApplication.translate("Quotes", "Valid until"),
            kind=date,
            width=92,
            sortable=True,
        ),
        Column(
            name="customer",
            title=QCoreApplication.translate("Quotes", "Customer"),
            width=190,
            sortable=True,
            value=lambda row: row.customer_name,
        ),
        Column(name="reference", title=QCoreApplication.translate("Quotes", "Reference"), width=95),
        Column(
            name="total_excl_tax",
            title=QCoreApplication.translate("Quotes", "Excluding tax"),
            kind=money,
            width=105,
        ),
        Column(name="order_number", title=QCoreApplication.translate("Quotes", "Order"), width=112),
    )


class QuotesPage(QWidget):
    """The list of quotes, the chosen one as its customer reads it, and what can be done.

    Args:
        presenter: of quotes.
    """

    def __init__(self, presenter: SalesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._services = presenter.services
        self._quote: Quote | None = None
        self._row: QuoteRow | None = None
        self._wanted: UUID | None = None
        self.bar = ActionBar(self)
        self._add_actions()
        word = presenter.word
        self.list: ListView[QuoteRow] = ListView(
            self._services,
            presenter.program.queries.quotes,
            quote_columns(word),
            name="quotes.list",
            empty=EmptyState(
                title=self.tr("No quote yet"),
                hint=self.tr("Make a quote: accepted, it becomes an order in one step."),
                action_text=self.tr("New quote"),
                action=self.open_new,
            ),
            filters=[
                FilterChoice(
                    name="status",
                    title=self.tr("Status"),
                    options=(
                        (None, self.tr("All")),
                        *(
                            (each.value, word("quote_status", each.value).capitalize())
                            for each in QuoteStatus
                        ),
                    ),
                )
            ],
            sort="quoted_on",
            descending=True,
            parent=self,
        )
        self._acceptance = QuoteAcceptance(self, presenter)
        self.preview = PdfPreview(self._services, parent=self)
        self.files = AttachmentList(
            self._services, presenter.program, name="quotes-files", parent=self
        )
        beside = QSplitter(Qt.Orientation.Vertical, self)
        beside.addWidget(self.preview)
        beside.addWidget(self.files)
        beside.setStretchFactor(0, 1)
        beside.setSizes([480, 150])
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        splitter.addWidget(beside)
        splitter.setSizes([780, 520])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        self.list.selection_changed.connect(self._on_selection)
        self.list.row_activated.connect(lambda _id: self.open_edit())
        self.list.model.loaded.connect(self._select_wanted)
        self._let_act()

    def reload(self) -> None:
        """Read the list and the quote on show again."""
        self.list.reload()
        if self._row is not None:
            self._presenter.load_quote(self._row.id, self._show)

    def show_quote(self, quote_id: UUID) -> None:
        """Bring one quote to the front."""

        def narrow(quote: Quote) -> None:
            self._wanted = quote.id
            self.list.show_filtered(search=quote.number)

        self._presenter.load_quote(quote_id, narrow)

    def open_new(self) -> None:
        """Ask for a new quote."""
        self._open(None)

    def open_edit(self) -> None:
        """Take a draft up again."""
        quote, row = self._quote, self._row
        if quote is not None and row is not None and quote.status is QuoteStatus.DRAFT:
            self._open((quote, ChosenCustomer(row.customer_code, row.customer_name)))

    def _open(self, known: tuple[Quote, ChosenCustomer] | None) -> None:
        queries = self._presenter.program.queries
        form = QuoteForm(
            self._services,
            customers=queries.customers,
            products=queries.products,
            pricing=pricing_of(self._presenter),
            today=self._presenter.program.today(),
            known=known,
            parent=self,
        )

        def saved(quote: Quote) -> None:
            form.accept()
            self._wanted = quote.id
            self._say(self.tr("Quote {number} saved"), quote)

        form.submitted.connect(
            lambda: self._presenter.save_quote(
                form.quote, form.command(), saved, self._refusal_in(form)
            )
        )
        form.open()

    def _add_actions(self) -> None:
        add = self.bar.add
        self.new = add(self.tr("New quote"), self.open_new, shortcut="Ctrl+N", primary=True)
        self.edit = add(self.tr("Edit…"), self.open_edit, shortcut="Ctrl+E")
        self.send = add(
            self.tr("Send"),
            self._send,
            shortcut="Ctrl+M",
            tip=self.tr("Mail the quote to whoever orders at the customer's"),
        )
        self.accept = add(
            self.tr("Accepted…"),
            self._accept,
            shortcut="Ctrl+Return",
            tip=self.tr("Make an order of the quote, or of some of its lines"),
        )
        self.refuse = add(self.tr("Refused…"), self._refuse, shortcut="Ctrl+R")
        self.revise = add(
            self.tr("Revise"),
            lambda: self._duplicate(as_revision=True),
            tip=self.tr("A new version in place of this one"),
        )
        self.duplicate = add(self.tr("Duplicate"), lambda: self._duplicate(as_revision=False))
        self.export = add(self.tr("PDF…"), self._save_pdf, shortcut="Ctrl+P")

    def _on_selection(self, ids: Sequence[UUID]) -> None:
        rows = self.list.selected_rows()
        self._row = rows[0] if ids and rows else None
        self._quote = None
        self._let_act()
        if self._row is None:
            self.preview.clear(self.tr("Choose a quote to see it."))
            self.files.clear()
        else:
            self._presenter.load_quote(self._row.id, self._show)

    def _select_wanted(self, _as_new: bool) -> None:
        if self._wanted is not None and self.list.model.rowCount():
            self.list.select_ids([self._wanted])
            self._wanted = None
            self._on_selection(self.list.selected_ids())
        elif not self.list.selected_ids() and self.list.model.rowCount():
            self.list.table.selectRow(0)

    def _show(self, quote: Quote) -> None:
        if self._row is None or quote.id != self._row.id:
            return
        self._quote = quote
        self._let_act()
        self.files.show_subject(SubjectKind.QUOTE, quote.id)

        def show(content: bytes) -> None:
            if self._quote is not None and self._quote.id == quote.id:
                self.preview.show_pdf(content)

        self._presenter.quote_pdf(quote.number, show)

    def _let_act(self) -> None:
        quote = self._quote
        status = None if quote is None else quote.status_on(self._presenter.program.today())
        unsettled = quote is not None and quote.status in _WAITING
        self.edit.setEnabled(quote is not None and quote.status is QuoteStatus.DRAFT)
        self.send.setEnabled(status in _WAITING)
        self.accept.setEnabled(unsettled)
        self.refuse.setEnabled(unsettled)
        self.revise.setEnabled(unsettled or status is QuoteStatus.REFUSED)
        self.duplicate.setEnabled(quote is not None)
        self.export.setEnabled(quote is not None)

    def _send(self, *, again: bool = False) -> None:
        quote = self._quote
        if quote is not None:
            self._presenter.send_quote(
                quote.number,
                lambda sent: self._say(self.tr("Quote {number} is in the outbox"), sent),
                self._or_ask(self.tr("Send again"), lambda: self._send(again=True)),
                again=again,
            )

    def _accept(self) -> None:
        if self._quote is not None:
            self._acceptance.open(self._quote)

    def _refuse(self) -> None:
        quote = self._quote
        if quote is None:
            return
        form = WhyForm(
            self._services,
            title=self.tr("Quote {number} refused").format(number=quote.number),
            accept_text=self.tr("Refused"),
            question=self.tr("Why did the customer refuse? Price, lead time, competitor…"),
            parent=self,
        )

        def refused(after: Quote) -> None:
            form.accept()
            self._say(self.tr("Quote {number} settled as refused"), after)

        form.submitted.connect(
            lambda: self._presenter.refuse_quote(
                quote.number, form.reason.text(), refused, self._refusal_in(form)
            )
        )
        form.open()

    def _duplicate(self, *, as_revision: bool) -> None:
        if self._quote is not None:

            def made(newer: Quote) -> None:
                self._wanted = newer.id
                self._say(self.tr("Quote {number} made"), newer)

            self._presenter.duplicate_quote(self._quote.number, made, as_revision=as_revision)

    def _save_pdf(self) -> None:
        quote = self._quote
        if quote is not None:
            ask_where_to_save(
                self,
                self.tr("Save the quote"),
                "PDF (*.pdf)",
                f"{quote.number}.pdf",
                lambda path: self._presenter.quote_pdf(
                    quote.number,
                    lambda _content: self._say(self.tr("Quote {number} written"), quote),
                    path,
                ),
            )

    def _say(self, text: str, quote: Quote) -> None:
        self._services.notices.done(text.format(number=quote.number))

    def _or_ask(self, accept_text: str, again: Callable[[], None]) -> Callable[[OtcError], None]:
        """A refusal that the user may overrule becomes a question."""

        def refused(refusal: OtcError) -> None:
            if isinstance(refusal, ConfirmationRequired):
                confirm(
                    self,
                    question=self._presenter.title(refusal.code),
                    explanation=self._presenter.error_text(refusal),
                    accept_text=accept_text,
                    on_accept=again,
                )
            else:
                self._services.notices.warning(self._presenter.error_text(refusal))

        return refused

    def _refusal_in(self, form: FormDialog) -> Callable[[OtcError], None]:
        return lambda refusal: form.refuse(
            [(each.where or "", self._presenter.sentence(each)) for each in faults_of(refusal)]
        )
