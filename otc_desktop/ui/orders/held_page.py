"""Orders held for credit, and the decision about each."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.credit.queries import RequestRow
from otc_desktop.application.credit.read_order_case import OrderCase
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.credit_presenter import HeldPresenter
from otc_desktop.ui.orders.dialogs.credit_decision_form import CreditDecisionForm
from otc_desktop.ui.orders.held_columns import held_columns
from otc_desktop.ui.orders.held_panel import HeldPanel
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.form_dialog import FormDialog


class HeldPage(QWidget):
    """The queue of requests: agree, refuse, ask for a deposit, look again.

    Args:
        presenter: of this page.
    """

    def __init__(self, presenter: HeldPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._services = presenter.services
        self._shown: UUID | None = None
        self._case: OrderCase | None = None
        self.bar = ActionBar(self)
        self._add_actions()
        self.list: ListView[RequestRow] = ListView(
            self._services,
            presenter.program.queries.credit_requests,
            held_columns(presenter),
            name="orders.held",
            empty=EmptyState(
                title=self.tr("No order is held"),
                hint=self.tr("Orders that the credit rules stop wait here for a decision."),
            ),
            sort="asked_on",
            parent=self,
        )
        self.list.table.addActions(list(self._actions))
        self.panel = HeldPanel(presenter, self)
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
        self.list.model.loaded.connect(self._select_first)
        self.list.row_activated.connect(self._open_order)
        self._let_act()

    def reload(self) -> None:
        """Read the queue and the order on show again."""
        self.list.reload()
        if self._shown is not None:
            self._presenter.load(self._shown, self._show)

    def _add_actions(self) -> None:
        add = self.bar.add
        self.approve = add(
            self.tr("Agree…"),
            self._ask_approval,
            shortcut="Ctrl+Return",
            tip=self.tr("Let the order go on, for an amount and until a day"),
            primary=True,
        )
        self.deposit = add(
            self.tr("Ask for a deposit…"),
            self._ask_deposit,
            shortcut="Ctrl+D",
            tip=self.tr("Let the order go on once money is on account"),
        )
        self.refuse = add(
            self.tr("Refuse…"),
            self._ask_refusal,
            shortcut="Ctrl+Shift+R",
            tip=self.tr("The order stays held and leaves this list"),
        )
        self.recheck = add(
            self.tr("Check again"),
            self._recheck,
            shortcut="Ctrl+Shift+V",
            tip=self.tr("Has the customer paid, has the limit been raised?"),
        )
        self.note = add(
            self.tr("Say why…"),
            self._ask_note,
            tip=self.tr("Tell whoever decides why the order should go on"),
        )
        self._actions = (self.approve, self.deposit, self.refuse, self.recheck, self.note)

    def _on_selection(self, ids: Sequence[UUID]) -> None:
        self._shown = ids[0] if ids else None
        self._case = None
        if self._shown is None:
            self.panel.clear()
        else:
            self._presenter.load(self._shown, self._show)
        self._let_act()

    def _select_first(self, _as_new: bool) -> None:
        if not self.list.selected_ids() and self.list.model.rowCount():
            self.list.table.selectRow(0)

    def _show(self, case: OrderCase) -> None:
        if case.order.id == self._shown:
            self._case = case
            self.panel.show_case(case)
            self._let_act()

    def _let_act(self) -> None:
        held = self._case is not None and self._case.order.status is OrderStatus.HELD
        for action in self._actions:
            action.setEnabled(held)

    def _open_order(self, order_id: UUID) -> None:
        self._services.navigator.open(Place(tab="orders", kind="order", id=order_id))

    def _ask_approval(self) -> None:
        case = self._case
        if case is None:
            return
        number, weighed = case.order.number, case.weighed
        days = weighed.policy.approval_days
        form = CreditDecisionForm(
            self._presenter,
            title=self.tr("Agree to order {number}").format(number=number),
            accept_text=self.tr("Agree"),
            amount_title=self.tr("&Up to, tax included"),
            amount=weighed.whole,
            until=self._presenter.program.today() + timedelta(days=days),
            hint=self.tr(
                "The order may be delivered until that day. If it grows beyond the amount, or "
                "something else comes up, it is held again."
            ),
            parent=self,
        )
        form.submitted.connect(
            lambda: self._presenter.approve(
                number,
                amount=form.figure(),
                until=form.until.date(),
                reason=form.reason.text(),
                on_done=lambda after: self._settled(form, after),
                on_error=lambda refusal: self._refusal(form, refusal),
            )
        )
        form.open()

    def _ask_deposit(self) -> None:
        case = self._case
        if case is None:
            return
        number, weighed = case.order.number, case.weighed
        form = CreditDecisionForm(
            self._presenter,
            title=self.tr("Deposit for order {number}").format(number=number),
            accept_text=self.tr("Ask for it"),
            amount_title=self.tr("&Deposit, tax included"),
            amount=weighed.decision.deposit or weighed.decision.overrun or weighed.whole,
            until=self._presenter.program.today() + timedelta(days=weighed.policy.approval_days),
            hint=self.tr("Once the money is on account, «Check again» lets the order go."),
            parent=self,
        )

        def submit() -> None:
            amount = form.figure()
            if amount is None:
                form.refuse([("amount", self.tr("How much is to be paid first?"))])
                return
            self._presenter.ask_deposit(
                number,
                amount=amount,
                until=form.until.date(),
                reason=form.reason.text(),
                on_done=lambda after: self._settled(form, after),
                on_error=lambda refusal: self._refusal(form, refusal),
            )

        form.submitted.connect(submit)
        form.open()

    def _ask_refusal(self) -> None:
        if self._case is None:
            return
        number = self._case.order.number
        form = CreditDecisionForm(
            self._presenter,
            title=self.tr("Refuse order {number}").format(number=number),
            accept_text=self.tr("Refuse"),
            parent=self,
        )
        form.submitted.connect(
            lambda: self._presenter.refuse(
                number,
                form.reason.text(),
                lambda after: self._settled(form, after),
                lambda refusal: self._refusal(form, refusal),
            )
        )
        form.open()

    def _ask_note(self) -> None:
        case = self._case
        if case is None:
            return
        number = case.order.number
        form = CreditDecisionForm(
            self._presenter,
            title=self.tr("Why should order {number} go on?").format(number=number),
            accept_text=self.tr("Ask"),
            until=self._presenter.program.today(),
            parent=self,
        )
        form.submitted.connect(
            lambda: self._presenter.ask_approval(
                number,
                note=form.reason.text(),
                until=form.until.date(),
                on_done=lambda _request: self._settled(form, case.order),
                on_error=lambda refusal: self._refusal(form, refusal),
            )
        )
        form.open()

    def _recheck(self) -> None:
        if self._case is None:
            return

        def told(after: SalesOrder) -> None:
            notices = self._services.notices
            if after.holds:
                reasons = ", ".join(self._presenter.title(code) for code in after.holds)
                title = self.tr("Order {number} is still held")
                notices.warning(title.format(number=after.number), reasons)
            else:
                title = self.tr("Order {number} released")
                notices.done(title.format(number=after.number))
            self.reload()

        self._presenter.recheck(self._case.order.number, told)

    def _settled(self, form: FormDialog, after: SalesOrder) -> None:
        form.accept()
        if not after.holds:
            self._services.notices.done(
                self.tr("Order {number} released").format(number=after.number)
            )
        self.reload()

    def _refusal(self, form: FormDialog, refusal: OtcError) -> None:
        form.refuse(
            [(fault.where or "", self._presenter.sentence(fault)) for fault in faults_of(refusal)]
        )
