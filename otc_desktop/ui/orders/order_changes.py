"""What can be done with an order once it was taken: edit, amend, end, confirm by mail."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from otc_desktop.application.invoicing.make_pro_forma import MakeProForma
from otc_desktop.application.sales.save_order import SaveOrder
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.orders.dialogs.order_form import ChosenCustomer, CustomerLooks, OrderForm
from otc_desktop.ui.orders.dialogs.why_form import WhyForm
from otc_desktop.ui.orders.pricing import pricing_of
from otc_desktop.ui.orders.sales_presenter import SalesPresenter
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.pro_formas import ProFormas

Shown = Callable[[], tuple[SalesOrder, ChosenCustomer] | None]
_OPEN = (OrderStatus.CONFIRMED, OrderStatus.HELD)


class OrderChanges(QObject):
    """The actions of an order, in the page's bar.

    Args:
        page: over which dialogs open.
        bar: where the actions stand.
        sales: what is asked of the program.
        shown: the order on show, with its customer.
    """

    def __init__(self, page: QWidget, bar: ActionBar, sales: SalesPresenter, shown: Shown) -> None:
        super().__init__(page)
        self._page = page
        self._sales = sales
        self._services = sales.services
        self._shown = shown
        self.edit = bar.add(
            self.tr("Edit…"),
            self.open_edit,
            shortcut="Ctrl+E",
            tip=self.tr("Edit a draft, amend an accepted order"),
        )
        self.send = bar.add(
            self.tr("Send"),
            self._send,
            shortcut="Ctrl+M",
            tip=self.tr("Confirm the order to its customer by e-mail"),
        )
        self.pdf = bar.add(self.tr("PDF…"), self._save_pdf, shortcut="Ctrl+P")
        self.pro_formas = ProFormas(sales, page)
        self.pro_forma = bar.add(
            self.tr("Pro forma…"),
            self._ask_for_pro_forma,
            tip=self.tr("Show what the invoice would say: for a letter of credit, or customs"),
        )
        self.duplicate = bar.add(self.tr("Duplicate"), self._duplicate)
        self.end = bar.add(
            self.tr("Cancel order…"),
            self._end,
            tip=self.tr("Cancel it, or close the rest of a partly delivered order"),
        )
        self.reopen = bar.add(self.tr("Reopen…"), self._reopen)

    def actions(self) -> tuple[QAction, ...]:
        """All of them."""
        return (
            self.edit,
            self.send,
            self.pdf,
            self.pro_forma,
            self.duplicate,
            self.end,
            self.reopen,
        )

    def let_act(self, order: SalesOrder | None) -> None:
        """Offer what the order's state allows."""
        status = None if order is None else order.status
        is_draft = status is OrderStatus.DRAFT
        for action in self.actions():
            action.setEnabled(order is not None)
        self.edit.setEnabled(is_draft or status in _OPEN)
        self.send.setEnabled(status in (OrderStatus.CONFIRMED, OrderStatus.DELIVERED))
        self.end.setEnabled(is_draft or status in _OPEN)
        self.reopen.setEnabled(status is OrderStatus.CLOSED)
        closes = order is not None and status in _OPEN and any(order.delivered)
        self.end.setText(self.tr("Close the rest…") if closes else self.tr("Cancel order…"))

    def _ask_for_pro_forma(self) -> None:
        shown = self._shown()
        if shown is not None:
            self.pro_formas.ask(MakeProForma(order=shown[0].number))

    def open_edit(self) -> None:
        """Take a draft up again, or amend an accepted order."""
        known = self._shown()
        if known is None or not self.edit.isEnabled():
            return
        queries = self._sales.program.queries
        form = OrderForm(
            self._services,
            customers=queries.customers,
            products=queries.products,
            pricing=pricing_of(self._sales),
            today=self._sales.program.today(),
            looks=CustomerLooks(credit=self._sales.credit, sites=self._sales.sites),
            known=known,
            parent=self._page,
        )
        order = known[0]
        form.draft_button.setVisible(False)
        form.accept_button.setText(self.tr("&Save"))

        def saved(after: SalesOrder) -> None:
            form.accept()
            if after.holds:
                reasons = ", ".join(self._sales.title(hold) for hold in after.holds)
                held = self.tr("Order {number} is held").format(number=after.number)
                self._services.notices.warning(held, reasons)
            else:
                self._say(self.tr("Order {number} saved"), after)

        def submit() -> None:
            if order.status is OrderStatus.DRAFT:
                command = SaveOrder(
                    number=order.number, version=order.version, content=form.command()
                )
                self._sales.save_order(command, saved, self._refusal_in(form))
            else:
                self._sales.amend(form.amendment(order), saved, self._refusal_in(form))

        form.submitted.connect(submit)
        form.open()

    def _send(self, *, again: bool = False) -> None:
        known = self._shown()
        if known is None:
            return

        def refused(refusal: OtcError) -> None:
            if isinstance(refusal, ConfirmationRequired):
                confirm(
                    self._page,
                    question=self._sales.title(refusal.code),
                    explanation=self._sales.error_text(refusal),
                    accept_text=self.tr("Send again"),
                    on_accept=lambda: self._send(again=True),
                )
            else:
                self._services.notices.warning(self._sales.error_text(refusal))

        self._sales.send(
            known[0].number,
            lambda sent: self._say(self.tr("Confirmation of order {number} in the outbox"), sent),
            refused,
            again=again,
        )

    def _save_pdf(self) -> None:
        known = self._shown()
        if known is None:
            return
        order = known[0]
        ask_where_to_save(
            self._page,
            self.tr("Save the confirmation"),
            "PDF (*.pdf)",
            f"{order.number}.pdf",
            lambda path: self._sales.order_pdf(
                order.number,
                path,
                lambda _content: self._say(
                    self.tr("Confirmation of order {number} written"), order
                ),
            ),
        )

    def _duplicate(self) -> None:
        known = self._shown()
        if known is not None:
            self._sales.duplicate(
                known[0].number,
                lambda order: self._say(self.tr("Order {number} taken as a draft"), order),
            )

    def _end(self) -> None:
        known = self._shown()
        if known is None:
            return
        order = known[0]
        if order.status is OrderStatus.DRAFT:
            confirm(
                self._page,
                question=self.tr("Cancel order {number}?").format(number=order.number),
                explanation=self.tr("The draft keeps its number and counts for nothing."),
                accept_text=self.tr("Cancel the order"),
                on_accept=lambda: self._sales.cancel(
                    order.number,
                    "",
                    lambda after: self._say(self.tr("Order {number} cancelled"), after),
                    lambda refusal: self._services.notices.warning(self._sales.error_text(refusal)),
                ),
            )
        elif any(order.delivered):
            self._ask(self.tr("Close order {number}"), self._sales.close, order)
        else:
            self._ask(self.tr("Cancel order {number}"), self._sales.cancel, order)

    def _reopen(self) -> None:
        known = self._shown()
        if known is not None:
            self._ask(self.tr("Reopen order {number}"), self._sales.reopen, known[0])

    def _ask(self, title: str, run: Callable[..., None], order: SalesOrder) -> None:
        form = WhyForm(
            self._services,
            title=title.format(number=order.number),
            accept_text=self.tr("Do it"),
            question=self.tr("Why? The reason is kept with your name."),
            parent=self._page,
        )

        def done(after: SalesOrder) -> None:
            form.accept()
            self._say(self.tr("Order {number} saved"), after)

        form.submitted.connect(
            lambda: run(order.number, form.reason.text(), done, self._refusal_in(form))
        )
        form.open()

    def _say(self, text: str, order: SalesOrder) -> None:
        self._services.notices.done(text.format(number=order.number))

    def _refusal_in(self, form: FormDialog) -> Callable[[OtcError], None]:
        return lambda refusal: form.refuse(
            [(each.where or "", self._sales.sentence(each)) for each in faults_of(refusal)]
        )
