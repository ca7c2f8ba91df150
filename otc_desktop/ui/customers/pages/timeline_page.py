"""What happened with the customer, newest first, and what is noted about it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.customers.add_note import AddNote
from otc_desktop.application.customers.queries import CustomerDetail, TimelineRow
from otc_desktop.application.dunning.promise_queries import PromiseBook
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.domain.attachments.attachment import Subject, SubjectKind
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.ui.customers.columns import timeline_columns
from otc_desktop.ui.customers.contact_log_presenter import ContactLogPresenter
from otc_desktop.ui.customers.dialogs.call_form import CallForm
from otc_desktop.ui.customers.dialogs.promise_form import PromiseForm
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.customers.timeline_detail import TimelineDetail
from otc_desktop.ui.customers.timeline_kinds import group_titles
from otc_desktop.ui.customers.timeline_places import place_of, subject_kind_of
from otc_desktop.ui.customers.timeline_source import TimelineSource
from otc_desktop.ui.customers.wording import TimelineWords
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.chip_row import ChipRow
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.text_dialog import TextDialog
from otc_desktop.ui.widgets.tone_label import ToneLabel

_SEARCH_WIDTH = 110
_LIST_HEIGHT = 130


class TimelinePage(CustomerPage):
    """Every fact about one customer; Enter opens what a line is about."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Timeline")
        self._services = presenter.services
        self._customer: Customer | None = None
        self._log = ContactLogPresenter(presenter.services, presenter.program, self)
        words = TimelineWords(presenter.word, presenter.title, presenter.services.formats, self)
        self._source = TimelineSource(presenter.program.queries.timeline, words)
        self.bar = ActionBar(self)
        self._add_actions()
        self.promises = ToneLabel(self)
        groups = [(None, self.tr("Everything")), *group_titles().items()]
        self.groups = ChipRow(groups, title=self.tr("Kind of fact"), parent=self)
        self.list: ListView[TimelineRow] = ListView(
            presenter.services,
            self._source,
            timeline_columns(words),
            name="customers-timeline",
            empty=EmptyState(
                title=self.tr("Nothing happened yet"),
                hint=self.tr("Orders, invoices, mails and disputes will be listed here."),
            ),
            parent=self,
        )
        self.list.totals_bar.hide()
        self.list.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.detail = TimelineDetail(self._log, words, self)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([260, 180])
        self.list.setMinimumHeight(_LIST_HEIGHT)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(SPACING)
        top = QHBoxLayout()
        top.setSpacing(SPACING)
        top.addWidget(self.bar)
        # Beside the buttons, not below: on a small screen every line of the list counts.
        self.list.filter_bar.search_field.setMinimumWidth(_SEARCH_WIDTH)
        top.addWidget(self.list.filter_bar, 1)
        column.addLayout(top)
        column.addWidget(self.promises)
        column.addWidget(self.groups)
        column.addWidget(splitter, 1)
        self.groups.chosen.connect(lambda _group: self._narrow())
        self.list.row_activated.connect(lambda _id: self._open_place())
        self.list.selection_changed.connect(lambda _ids: self._show_chosen())
        self.detail.place_asked.connect(self._open_place)
        self.detail.withdraw_asked.connect(self._ask_to_withdraw)
        self.detail.cancel_asked.connect(self._ask_why_cancelled)

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show the customer's facts."""
        another = self._customer is None or self._customer.id != detail.customer.id
        self._customer = detail.customer
        self._log.load_promises(detail.customer.id, self._show_promises)
        if another:
            self._narrow()
        else:
            self.list.reload()

    def clear(self) -> None:
        """Forget the customer."""
        self._customer = None
        self.detail.clear()

    def ask_for_note(self) -> None:
        """Write something down, about the chosen document where one is chosen."""
        customer = self._customer
        if customer is None:
            return
        about = self._chosen_subject()
        hint = self.tr("A note is never rewritten; a wrong one is withdrawn.")
        if about is not None:
            hint = f"{self.tr('About {number}').format(number=about.number)}. {hint}"
        dialog = TextDialog(
            self._services,
            title=self.tr("Note on {name}").format(name=customer.name),
            accept_text=self.tr("Keep the note"),
            hint=hint,
            parent=self,
        )
        dialog.submitted.connect(
            lambda: self._log.add_note(
                AddNote(customer_id=customer.id, text=dialog.text(), about=about),
                dialog.accept,
                dialog.refuse,
            )
        )
        dialog.open()

    def ask_for_call(self) -> None:
        """Note a call."""
        customer = self._customer
        if customer is None:
            return
        form = CallForm(
            self._services,
            customer,
            today=self._log.program.today(),
            word=self._log.word,
            parent=self,
        )
        form.submitted.connect(lambda: self._log.log_call(form.command(), form.accept, form.refuse))
        form.open()

    def ask_for_promise(self) -> None:
        """Note a promise, for what the customer owes."""
        customer = self._customer
        if customer is not None:
            self._log.load_open_items(
                customer.id, lambda items: self._open_promise_form(customer, items)
            )

    def ask_for_files(self) -> None:
        """Attach files to what is chosen, or to the customer."""
        if self._customer is None:
            return
        if self.detail.files.isHidden() or self.detail.isHidden():
            self.detail.files.show_subject(SubjectKind.CUSTOMER, self._customer.id)
        self.detail.files.ask_for_files()

    def _add_actions(self) -> None:
        self.note = self.bar.add(
            self.tr("Note…"),
            self.ask_for_note,
            shortcut="Ctrl+Shift+N",
            tip=self.tr("Write something down, about the chosen document or the customer"),
        )
        self.call = self.bar.add(
            self.tr("Call…"),
            self.ask_for_call,
            shortcut="Ctrl+Shift+A",
            tip=self.tr("Note a call and when to call again"),
        )
        self.promise = self.bar.add(
            self.tr("Promise…"),
            self.ask_for_promise,
            shortcut="Ctrl+Shift+P",
            tip=self.tr("Note what the customer promised to pay, and by when"),
        )
        self.attach = self.bar.add(
            self.tr("Attach…"),
            self.ask_for_files,
            shortcut="Ctrl+Shift+J",
            tip=self.tr("Attach files to the chosen document or the customer"),
        )

    def _narrow(self) -> None:
        self.detail.clear()
        if self._customer is not None:
            self._source.show(self._customer.id, self.groups.value())
            self.list.show_filtered(search=self.list.filter_bar.search())

    def _chosen(self) -> TimelineRow | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _chosen_subject(self) -> Subject | None:
        row = self._chosen()
        kind = None if row is None else subject_kind_of(row)
        number = "" if row is None else str(row.details.get("number", ""))
        if row is None or kind is None or not number or self._customer is None:
            return None
        return Subject(kind=kind, id=row.subject_id, customer_id=self._customer.id, number=number)

    def _show_chosen(self) -> None:
        row = self._chosen()
        if row is None or self._customer is None:
            self.detail.clear()
        else:
            self.detail.show_row(row, self._customer)
            # The detail takes room from the list once it is laid out.
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        self.list.table.scrollTo(self.list.table.currentIndex())

    def _open_place(self) -> None:
        row = self._chosen()
        if row is None or self._customer is None:
            return
        place = place_of(row, self._customer)
        if place is not None:
            self._services.navigator.open(place)

    def _show_promises(self, book: PromiseBook) -> None:
        if not book.pending and not book.broken:
            self.promises.say(Tone.NEUTRAL, "")
            return
        text = self.tr("Promises waited for: {pending}    Broken: {broken}").format(
            pending=book.pending, broken=book.broken
        )
        self.promises.say(Tone.WARNING if book.broken else Tone.INFO, text)

    def _open_promise_form(self, customer: Customer, items: Sequence[OpenItemRow]) -> None:
        form = PromiseForm(
            self._services,
            customer,
            today=self._log.program.today(),
            items=items,
            parent=self,
        )

        def submit() -> None:
            if form.is_complete():
                self._log.record_promise(form.command(), form.accept, form.refuse)
            else:
                form.refuse([("promised_on", self.tr("By which day? Enter a date."))])

        form.submitted.connect(submit)
        form.open()

    def _ask_to_withdraw(self, note_id: UUID) -> None:
        confirm(
            self,
            question=self.tr("Withdraw this note?"),
            explanation=self.tr("It stays readable, marked as withdrawn."),
            accept_text=self.tr("Withdraw the note"),
            on_accept=lambda: self._log.withdraw_note(note_id, self.list.reload),
        )

    def _ask_why_cancelled(self, promise_id: UUID) -> None:
        dialog = TextDialog(
            self._services,
            title=self.tr("Call the promise off"),
            accept_text=self.tr("Call the promise off"),
            hint=self.tr("Why does it no longer count?"),
            field="reason",
            parent=self,
        )
        dialog.submitted.connect(
            lambda: self._log.cancel_promise(
                promise_id, dialog.text(), dialog.accept, dialog.refuse
            )
        )
        dialog.open()
