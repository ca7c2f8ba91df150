"""The customers tab: the list, and one customer's file beside it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.customers.queries import CustomerDetail, CustomerRow
from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.ui.customers.columns import customer_columns
from otc_desktop.ui.customers.customer_panel import CustomerPanel
from otc_desktop.ui.customers.dialogs.customer_form import CustomerForm
from otc_desktop.ui.customers.merging import Merging
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.customers.recovery import Recovery
from otc_desktop.ui.customers.statements import Statements
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.import_assistant.assistant import ImportAssistant
from otc_desktop.ui.widgets.import_assistant.jobs import customers_job


class CustomersTab(TabPage):
    """Customer files: found, read, edited, imported.

    Places: `id` shows one customer, `search` and `filters` (`owes`, `state`) narrow the list.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services,
            topics=frozenset(
                {
                    Topic.CUSTOMERS,
                    Topic.ORDERS,
                    Topic.INVOICING,
                    Topic.RECEIVABLES,
                    Topic.DISPUTES,
                    Topic.DUNNING,
                    Topic.ATTACHMENTS,
                }
            ),
            parent=parent,
        )
        self.presenter = CustomersPresenter(services, program, self)
        self._wanted: UUID | None = None
        self._shown: UUID | None = None
        self.bar = ActionBar(self)
        self._add_actions()
        self.list: ListView[CustomerRow] = ListView(
            services,
            program.queries.customers,
            customer_columns(self.presenter.word),
            name="customers-list",
            empty=EmptyState(
                title=self.tr("No customer yet"),
                hint=self.tr("Import your customers from a CSV or XLSX file, or create one."),
                action_text=self.tr("Import customers…"),
                action=self._ask_for_import,
            ),
            filters=[
                FilterChoice(
                    name="owes",
                    title=self.tr("What they owe"),
                    options=(
                        (None, self.tr("All")),
                        ("open", self.tr("With open items")),
                        ("overdue", self.tr("Overdue")),
                    ),
                ),
                FilterChoice(
                    name="state",
                    title=self.tr("State of the file"),
                    options=(
                        (None, self.tr("All files")),
                        ("draft", self.tr("Drafts")),
                        ("to_validate", self.tr("To validate")),
                        ("active", self.tr("Active")),
                        ("blocked", self.tr("Blocked")),
                        ("archived", self.tr("Archived")),
                    ),
                ),
            ],
            sort="name",
            parent=self,
        )
        self.list.table.addActions([self.edit, self.invoices])
        self.panel = CustomerPanel(self.presenter, self)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([760, 540])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        self.list.selection_changed.connect(self._on_selection)
        self.list.row_activated.connect(lambda _id: self._open_form(self.panel.customer()))
        self.list.model.loaded.connect(self._select_something)
        self.panel.open_asked.connect(lambda: self._show_invoices({"status": "open"}))
        self.panel.overdue_asked.connect(lambda: self._show_invoices({"status": "overdue"}))
        self._let_act()

    def reload(self) -> None:
        """Read the list and the customer on show again."""
        self.list.reload()
        if self._shown is not None:
            self._load(self._shown)

    def show_place(self, place: Place) -> None:
        """Show one customer, or the list narrowed as asked."""
        if place.id is None:
            self.list.show_filtered(search=place.search, filters=place.filters)
            return
        self._wanted = place.id
        self._load(place.id, narrow=True)

    def _add_actions(self) -> None:
        self.new = self.bar.add(
            self.tr("New customer"),
            lambda: self._open_form(None),
            shortcut="Ctrl+N",
            primary=True,
        )
        self.edit = self.bar.add(
            self.tr("Edit"),
            lambda: self._open_form(self.panel.customer()),
            shortcut="F2",
            tip=self.tr("Change the customer's file"),
        )
        self.invoices = self.bar.add(
            self.tr("Invoices"),
            lambda: self._show_invoices({}),
            shortcut="Ctrl+J",
            tip=self.tr("Show the customer's invoices"),
        )
        self.statements = Statements(self.services, self.presenter.program, self)
        self.statement = self.bar.add(
            self.tr("Statement…"),
            self._open_statement,
            shortcut="Ctrl+E",
            tip=self.tr("Show the customer's statement of account; save it, or send it"),
        )
        self.recovery = Recovery(self.services, self.bar, self._customer_shown, self)
        self.import_action = self.bar.add(
            self.tr("Import…"),
            self._ask_for_import,
            shortcut="Ctrl+I",
            tip=self.tr("Take in customers from a CSV or XLSX file"),
        )
        self.merging = Merging(self.services, self.presenter.program, self.bar, self)

    def _on_selection(self, ids: Sequence[UUID]) -> None:
        if ids:
            self._load(ids[0])
        elif not self.list.model.rowCount():
            self._shown = None
            self.panel.clear()
            self._let_act()

    def _select_something(self, _as_new: bool) -> None:
        if self._wanted is not None and self.list.model.rowCount():
            self.list.select_ids([self._wanted])
            self._wanted = None
        elif not self.list.selected_ids() and self.list.model.rowCount():
            self.list.table.selectRow(0)

    def _load(self, customer_id: UUID, *, narrow: bool = False) -> None:
        self._shown = customer_id

        def show(detail: CustomerDetail) -> None:
            if self._shown == customer_id:
                self.panel.show_customer(detail)
                self._let_act()
                if narrow:
                    self.list.show_filtered(search=detail.customer.code)

        def forget(refusal: OtcError) -> None:
            self.panel.clear()
            self.services.errors.show(refusal)
            self._let_act()

        self.presenter.load(customer_id, show, forget)

    def _customer_shown(self) -> Customer | None:
        return self.panel.customer()

    def _let_act(self) -> None:
        known = self.panel.customer() is not None
        self.edit.setEnabled(known)
        self.invoices.setEnabled(known)
        self.statement.setEnabled(known)
        self.recovery.action.setEnabled(known)

    def _open_statement(self) -> None:
        customer = self.panel.customer()
        if customer is not None:
            self.statements.open(customer.code)

    def _show_invoices(self, filters: Mapping[str, Any]) -> None:
        customer = self.panel.customer()
        if customer is not None:
            self.services.navigator.open(
                Place(tab="invoicing", kind="issued", search=customer.name, filters=filters)
            )

    def _open_form(self, customer: Customer | None) -> None:
        if customer is None or customer.parent_id is None:
            self._show_form(customer, None)
            return
        self.presenter.load(
            customer.parent_id, lambda head: self._show_form(customer, head.customer)
        )

    def _show_form(self, customer: Customer | None, head: Customer | None) -> None:
        form = CustomerForm(
            self.services,
            customer,
            head=head,
            customers=self.presenter.program.queries.customers,
            word=self.presenter.word,
            sentence=self.presenter.sentence,
            today=self.presenter.program.today(),
            parent=self,
        )

        def saved(kept: Customer) -> None:
            form.accept()
            self._wanted = kept.id
            self._load(kept.id, narrow=customer is None)
            self.services.notices.done(self.tr("{name} saved").format(name=kept.name))

        def save(*, as_draft: bool, is_another: bool = False) -> None:
            def refused(refusal: OtcError) -> None:
                form.refuse(
                    [
                        (fault.where or "", self.presenter.sentence(fault))
                        for fault in faults_of(refusal)
                    ]
                )
                if isinstance(refusal, ConfirmationRequired):
                    confirm(
                        form,
                        question=self.presenter.title(refusal.code),
                        explanation=self.presenter.error_text(refusal),
                        accept_text=self.tr("It is another customer"),
                        on_accept=lambda: save(as_draft=as_draft, is_another=True),
                    )

            self.presenter.save(
                customer,
                form.values(),
                saved,
                refused,
                as_draft=as_draft,
                is_another=is_another,
            )

        form.submitted.connect(lambda: save(as_draft=form.as_draft))
        self.merging.watch(form)
        form.open()

    def _ask_for_import(self) -> None:
        ImportAssistant(self.services, self.presenter.program, customers_job(), parent=self).open()
