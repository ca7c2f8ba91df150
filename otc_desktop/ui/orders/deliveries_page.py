"""All deliveries, with their notes; first those that wait for their invoice."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from otc_desktop.application.sales.delivery_queries import DeliveryListRow
from otc_desktop.application.sales.read_delivery import DeliveryDetail
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.sales.delivery import Delivery, DeliveryStatus
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.dialogs.return_form import ReturnForm
from otc_desktop.ui.orders.dialogs.why_form import WhyForm
from otc_desktop.ui.orders.dispatch_columns import delivery_list_columns
from otc_desktop.ui.orders.dispatch_presenter import DispatchPresenter
from otc_desktop.ui.orders.refusal import Refusal
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.attachment_list import AttachmentList
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.pdf_preview import PdfPreview


class DeliveriesPage(QWidget):
    """Lists deliveries; shows the note and the proof of delivery of the chosen one.

    Args:
        presenter: of the goods.
    """

    def __init__(self, presenter: DispatchPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._services = presenter.services
        self._shown = ""
        self.bar = ActionBar(self)
        self._add_actions()
        self.list: ListView[DeliveryListRow] = ListView(
            presenter.services,
            presenter.program.queries.deliveries,
            delivery_list_columns(presenter.word),
            name="orders.deliveries",
            empty=EmptyState(
                title=self.tr("Everything delivered is invoiced"),
                hint=self.tr("Deliver a confirmed order, and the delivery stands here."),
            ),
            filters=[self._state_filter()],
            sort="delivered_on",
            descending=True,
            parent=self,
        )
        self.list.row_activated.connect(lambda _id: self._open_invoicing())
        self.list.table.addActions([self.invoice, self.take_back, self.cancel])
        self.preview = PdfPreview(
            self._services, hint=self.tr("Choose a delivery to see its note."), parent=self
        )
        self.files = AttachmentList(
            self._services, presenter.program, name="orders.delivery_files", parent=self
        )
        beside = QTabWidget(self)
        beside.addTab(self.preview, self.tr("Delivery note"))
        beside.addTab(self.files, self.tr("Proof of delivery"))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        splitter.addWidget(beside)
        splitter.setSizes([800, 460])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACING, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        self.list.selection_changed.connect(self._on_selection)
        self._let_act(None)

    def _add_actions(self) -> None:
        self.invoice = self.bar.add(
            self.tr("Invoice…"),
            self._open_invoicing,
            shortcut="Ctrl+Return",
            tip=self.tr("Open the deliveries in the invoicing tab"),
            primary=True,
        )
        self.save_note = self.bar.add(
            self.tr("Save note…"),
            self._save_note,
            shortcut="Ctrl+S",
            tip=self.tr("Write the delivery note as PDF"),
        )
        self.send_note = self.bar.add(
            self.tr("Send note…"),
            self._send_note,
            shortcut="Ctrl+E",
            tip=self.tr("Put the delivery note in the outbox"),
        )
        self.take_back = self.bar.add(
            self.tr("Return…"),
            self._ask_for_return,
            shortcut="Ctrl+T",
            tip=self.tr("Note goods that come back"),
        )
        self.cancel = self.bar.add(
            self.tr("Cancel delivery…"),
            self._ask_why,
            shortcut="Ctrl+Backspace",
            tip=self.tr("Undo a delivery that is not invoiced"),
        )

    def _state_filter(self) -> FilterChoice:
        return FilterChoice(
            name="state",
            title=self.tr("Status"),
            options=(
                ("to_invoice", self.tr("To invoice")),
                (None, self.tr("All")),
                ("invoiced", self.tr("Invoiced")),
                ("cancelled", self.tr("Cancelled")),
            ),
        )

    def _chosen(self) -> DeliveryListRow | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _on_selection(self, _ids: Sequence[UUID]) -> None:
        row = self._chosen()
        self._let_act(row)
        self._shown = "" if row is None else row.number
        if row is None:
            self.preview.clear()
            self.files.clear()
            return
        number = row.number

        def show(content: bytes) -> None:
            if self._shown == number:
                self.preview.show_pdf(content)

        self._presenter.note(number, show)
        self.files.show_subject(SubjectKind.DELIVERY, row.id)

    def _let_act(self, row: DeliveryListRow | None) -> None:
        stands = row is not None and row.status is DeliveryStatus.DELIVERED
        self.cancel.setEnabled(row is not None and stands and not row.invoiced)
        self.take_back.setEnabled(stands)
        self.save_note.setEnabled(row is not None)
        self.send_note.setEnabled(stands)

    def _open_invoicing(self) -> None:
        rows = self.list.selected_rows()
        search = rows[0].number if len(rows) == 1 else ""
        self._services.navigator.open(Place(tab="invoicing", kind="to_invoice", search=search))

    def _save_note(self) -> None:
        row = self._chosen()
        if row is None:
            return

        def saved(_content: bytes) -> None:
            self._services.notices.done(self.tr("Note of {number} saved").format(number=row.number))

        ask_where_to_save(
            self,
            self.tr("Save the delivery note"),
            self.tr("PDF (*.pdf)"),
            f"{row.number}.pdf",
            lambda path: self._presenter.save_note(row.number, path, saved),
        )

    def _send_note(self, *, again: bool = False) -> None:
        row = self._chosen()
        if row is None:
            return

        def sent(_delivery: Delivery) -> None:
            text = self.tr("Note of {number} is in the outbox")
            self._services.notices.done(text.format(number=row.number))

        def refused(refusal: OtcError) -> None:
            if isinstance(refusal, ConfirmationRequired):
                confirm(
                    self,
                    question=self._presenter.title(refusal.code),
                    explanation=self._presenter.error_text(refusal),
                    accept_text=self.tr("Send again"),
                    on_accept=lambda: self._send_note(again=True),
                )
            else:
                self._services.errors.show(refusal)

        self._presenter.send_note(row.number, sent, refused, again=again)

    def _ask_why(self) -> None:
        row = self._chosen()
        if row is None:
            return
        form = WhyForm(
            self._services,
            title=self.tr("Cancel delivery {number}").format(number=row.number),
            accept_text=self.tr("Cancel the delivery"),
            question=self.tr(
                "The goods go back into stock and the order waits for them again. The number"
                " stays, marked as cancelled. Why?"
            ),
            parent=self,
        )

        def done(_result: object) -> None:
            form.accept()
            self._services.notices.done(
                self.tr("Delivery {number} cancelled").format(number=row.number)
            )

        form.submitted.connect(
            lambda: self._presenter.cancel(
                row.number, form.reason.text(), done, Refusal(self._presenter, form)
            )
        )
        form.open()

    def _ask_for_return(self) -> None:
        row = self._chosen()
        if row is not None:
            self._presenter.load(row.number, self._open_return_form)

    def _open_return_form(self, detail: DeliveryDetail) -> None:
        form = ReturnForm(self._services, detail, self._presenter.word, parent=self)

        def submit() -> None:
            command = form.command()
            if command is not None:
                self._presenter.take_back(command, done, Refusal(self._presenter, form))

        def done(noted: object) -> None:
            form.accept()
            self._services.notices.done(
                self.tr("Return of {number} noted").format(number=detail.delivery.number)
            )

        form.submitted.connect(submit)
        form.open()
