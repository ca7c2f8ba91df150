"""A quote becoming an order: what is taken, and what an expired offer asks first."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.orders.dialogs.accept_quote_form import AcceptQuoteForm
from otc_desktop.ui.orders.refusal import Refusal
from otc_desktop.ui.orders.sales_presenter import SalesPresenter
from otc_desktop.ui.widgets.confirm import confirm


class QuoteAcceptance(QObject):
    """Asks what the customer takes, makes the order, and offers to open it.

    Args:
        page: the dialogs' parent.
        presenter: of quotes.
    """

    def __init__(self, page: QWidget, presenter: SalesPresenter) -> None:
        super().__init__(page)
        self._page = page
        self._presenter = presenter

    def open(self, quote: Quote) -> None:
        """Ask what is taken of a quote."""
        form = AcceptQuoteForm(self._presenter.services, quote, parent=self._page)
        form.submitted.connect(lambda: self._submit(form))
        form.open()

    def _submit(self, form: AcceptQuoteForm, *, although_expired: bool = False) -> None:
        if not form.is_understood():
            return
        refusal_in_form = Refusal(self._presenter, form)

        def accepted(result: tuple[Quote, SalesOrder]) -> None:
            form.accept()
            self._tell(result[1])

        def refused(refusal: OtcError) -> None:
            refusal_in_form(refusal)
            if isinstance(refusal, ConfirmationRequired):
                confirm(
                    form,
                    question=self._presenter.title(refusal.code),
                    explanation=self._presenter.error_text(refusal),
                    accept_text=self.tr("Accept all the same"),
                    on_accept=lambda: self._submit(form, although_expired=True),
                )

        self._presenter.accept_quote(
            form.quote.number,
            form.chosen(),
            accepted,
            refused,
            purchase_order=form.purchase_order.text().strip(),
            although_expired=although_expired,
        )

    def _tell(self, order: SalesOrder) -> None:
        services = self._presenter.services
        services.notices.done(
            self.tr("Order {number} made").format(number=order.number),
            action_text=self.tr("Open it"),
            action=lambda: services.navigator.open(Place(tab="orders", kind="order", id=order.id)),
        )
