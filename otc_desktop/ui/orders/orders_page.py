"""Orders: taken, confirmed, released, delivered."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.sales.prepare_delivery import PrepareDelivery, prepare_delivery
from otc_desktop.application.sales.queries import OrderRow
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.columns import order_columns, status_mark
from otc_desktop.ui.orders.dialogs.delivery_form import DeliveryForm
from otc_desktop.ui.orders.dialogs.order_form import ChosenCustomer, CustomerLooks, OrderForm
from otc_desktop.ui.orders.dialogs.reason_form import ReasonForm
from otc_desktop.ui.orders.order_changes import OrderChanges
from otc_desktop.ui.orders.presenter import OrdersPresenter
from otc_desktop.ui.orders.pricing import pricing_of
from otc_desktop.ui.orders.sales_presenter import SalesPresenter
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.document_panel import DocumentPanel
from otc_desktop.ui.widgets.form_dialog import FormDialog


class OrdersPage(QWidget):
    """The list of orders, the chosen one beside it, and what can be done with it.

    Args:
        presenter: of the tab.
    """

    def __init__(
        self,
        presenter: OrdersPresenter,
        sales: SalesPresenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._sales = sales
        self._services = presenter.services
        self._shown: UUID | None = None
        self._wanted: UUID | None = None
        self._order: SalesOrder | None = None
        self.bar = ActionBar(self)
        self._add_actions()
        self.list: ListView[OrderRow] = ListView(
            self._services,
            presenter.program.queries.orders,
            order_columns(presenter.word),
            name="orders.list",
            empty=EmptyState(
                title=self.tr("No order yet"),
                hint=self.tr("Take an order: customer, products, quantities."),
                action_text=self.tr("New order"),
                action=self.open_new,
            ),
            filters=[
                self._status_filter(),
                FilterChoice(
                    name="late",
                    title=self.tr("Delay"),
                    options=((None, self.tr("All")), (True, self.tr("Late"))),
                ),
            ],
            sort="ordered_on",
            descending=True,
            parent=self,
        )
        self.list.table.addActions([self.confirm, self.release, self.deliver])
        self.panel = DocumentPanel(
            self._services, hint=self.tr("Choose an order to see its lines."), parent=self
        )
        self.panel.set_extra_title(self.tr("Delivered"))
        self.files = self.panel.add_files(presenter.program, name="orders-files")
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([800, 500])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        self.list.selection_changed.connect(self._on_selection)
        self.list.model.loaded.connect(self._select_wanted)
        self.list.row_activated.connect(lambda _id: self.changes.open_edit())
        self._let_act()

    def reload(self) -> None:
        """Read the list and the order on show again."""
        self.list.reload()
        if self._shown is not None:
            self._presenter.load(self._shown, self._show)

    def show_order(self, order_id: UUID) -> None:
        """Bring one order to the front."""

        def narrow(order: SalesOrder) -> None:
            self._wanted = order.id
            self.list.show_filtered(search=order.number)

        self._presenter.load(order_id, narrow)

    def open_new(self) -> None:
        """Ask for a new order."""
        queries = self._presenter.program.queries
        form = OrderForm(
            self._services,
            customers=queries.customers,
            products=queries.products,
            pricing=pricing_of(self._presenter),
            today=self._presenter.program.today(),
            looks=CustomerLooks(credit=self._sales.credit, sites=self._sales.sites),
            parent=self,
        )
        form.submitted.connect(lambda: self._take(form))
        form.open()

    def _add_actions(self) -> None:
        self.new = self.bar.add(
            self.tr("New order"), self.open_new, shortcut="Ctrl+N", primary=True
        )
        self.confirm = self.bar.add(
            self.tr("Confirm"),
            self._confirm,
            shortcut="Ctrl+Return",
            tip=self.tr("Accept the order within the customer's credit limit"),
        )
        self.release = self.bar.add(
            self.tr("Release…"),
            self._ask_for_reason,
            shortcut="Ctrl+R",
            tip=self.tr("Let a held order go on, with the reason"),
        )
        self.deliver = self.bar.add(
            self.tr("Deliver…"),
            self._ask_what_leaves,
            shortcut="Ctrl+L",
            tip=self.tr("Deliver all that is left, or chosen quantities"),
        )

        self.changes = OrderChanges(self, self.bar, self._sales, self._shown_order)

    def _shown_order(self) -> tuple[SalesOrder, ChosenCustomer] | None:
        rows = self.list.selected_rows()
        if self._order is None or not rows:
            return None
        return self._order, ChosenCustomer(rows[0].customer_code, rows[0].customer_name)

    def _status_filter(self) -> FilterChoice:
        word = self._presenter.word
        statuses = ((each.value, word("order_status", each.value)) for each in OrderStatus)
        return FilterChoice(
            name="status",
            title=self.tr("Status"),
            options=(
                (None, self.tr("All")),
                *((value, text.capitalize()) for value, text in statuses),
            ),
        )

    def _on_selection(self, ids: Sequence[UUID]) -> None:
        self._shown = ids[0] if ids else None
        if self._shown is None:
            self._order = None
            self.panel.clear()
            self._let_act()
        else:
            self._presenter.load(self._shown, self._show)

    def _select_wanted(self, _as_new: bool) -> None:
        if self._wanted is not None and self.list.model.rowCount():
            self.list.select_ids([self._wanted])
            self._wanted = None
            self._on_selection(self.list.selected_ids())
        elif not self.list.selected_ids() and self.list.model.rowCount():
            self.list.table.selectRow(0)

    def _show(self, order: SalesOrder) -> None:
        if order.id != self._shown:
            return
        self._order = order
        row = next((row for row in self.list.selected_rows() if row.id == order.id), None)
        formats = self._services.formats
        mark = status_mark(order.status, self._presenter.word)
        holds = "\n".join(f"▲ {self._presenter.title(hold)}" for hold in order.holds)
        self.panel.show_document(
            title=f"{order.number} · {row.customer_name}" if row else order.number,
            note=holds,
            facts=[
                (self.tr("Status"), f"{mark.tone.glyph} {mark.text}"),
                (self.tr("Ordered on"), formats.date(order.ordered_on)),
                (self.tr("Purchase order"), order.purchase_order),
                (self.tr("Quote"), order.quote_number),
                (self.tr("Wished delivery"), self._date(order.wished_on)),
                (self.tr("Promised delivery"), self._date(order.promised_on)),
                (self.tr("Confirmed on"), self._date(order.confirmed_on)),
                (self.tr("Deliver to"), order.ship_to.replace("\n", ", ")),
                (self.tr("Ended because"), order.end_reason),
            ],
            lines=order.lines,
            extra=[formats.quantity(quantity) for quantity in order.delivered],
            totals=order.totals(),
        )
        self.files.show_subject(SubjectKind.ORDER, order.id)
        self._let_act()

    def _date(self, day: date | None) -> str:
        return "" if day is None else self._services.formats.date(day)

    def _let_act(self) -> None:
        status = None if self._order is None else self._order.status
        self.confirm.setEnabled(status is OrderStatus.DRAFT)
        self.release.setEnabled(status is OrderStatus.HELD)
        self.deliver.setEnabled(status is OrderStatus.CONFIRMED)
        self.changes.let_act(self._order)

    def _take(self, form: OrderForm) -> None:
        def taken(order: SalesOrder) -> None:
            form.accept()
            self._wanted = order.id
            if form.confirms():
                self._presenter.confirm(order.number, self._confirmed)
            else:
                self._services.notices.done(
                    self.tr("Order {number} taken as a draft").format(number=order.number)
                )

        self._presenter.take(form.command(), taken, self._refusal_in(form))

    def _confirm(self) -> None:
        if self._order is not None:
            self._presenter.confirm(self._order.number, self._confirmed)

    def _confirmed(self, order: SalesOrder) -> None:
        notices = self._services.notices
        if order.holds:
            language = self._services.formats.language.value
            describe = self._presenter.program.messages.describe
            reasons = " ".join(str(describe(hold, {}, language)) for hold in order.holds)
            notices.warning(self.tr("Order {number} is held").format(number=order.number), reasons)
        else:
            notices.done(self.tr("Order {number} confirmed").format(number=order.number))

    def _ask_for_reason(self) -> None:
        order = self._order
        if order is None:
            return
        holds = [self._presenter.title(hold) for hold in order.holds]
        form = ReasonForm(self._services, number=order.number, holds=holds, parent=self)

        def released(after: SalesOrder) -> None:
            form.accept()
            self._services.notices.done(
                self.tr("Order {number} released").format(number=after.number)
            )

        form.submitted.connect(
            lambda: self._presenter.release(
                order.number, form.reason.text(), released, self._refusal_in(form)
            )
        )
        form.open()

    def _ask_what_leaves(self) -> None:
        order = self._order
        if order is None:
            return
        form = DeliveryForm(self._services, order, parent=self)
        run = self._presenter.program.use_cases.run
        self._services.tasks.submit(
            form,
            lambda _task: run(prepare_delivery, PrepareDelivery(order=order.number)),
            on_done=form.show_plan,
        )
        form.submitted.connect(lambda: self._deliver(form))
        form.open()

    def _deliver(self, form: DeliveryForm) -> None:
        command = form.command()
        if command is None:
            return

        def delivered(result: tuple[Delivery, SalesOrder]) -> None:
            form.accept()
            delivery, _ = result
            self._services.notices.done(
                self.tr("Delivery {number} made").format(number=delivery.number),
                action_text=self.tr("Invoice it"),
                action=lambda: self._services.navigator.open(
                    Place(tab="invoicing", kind="to_invoice", search=delivery.number)
                ),
            )

        self._presenter.deliver(command, delivered, self._refusal_in(form))

    def _refusal_in(self, form: FormDialog) -> "_Refuse":
        return _Refuse(self._presenter, form)


class _Refuse:
    """Says in a form why the program refuses what it asked for."""

    def __init__(self, presenter: OrdersPresenter, form: FormDialog) -> None:
        self._presenter = presenter
        self._form = form

    def __call__(self, refusal: OtcError) -> None:
        self._form.refuse(
            [(fault.where or "", self._presenter.sentence(fault)) for fault in faults_of(refusal)]
        )
