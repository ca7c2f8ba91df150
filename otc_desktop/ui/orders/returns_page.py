"""Goods that came back or are announced."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.sales.delivery_queries import ReturnRow
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.sales.sales_return import ReturnStatus, SalesReturn
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.dispatch_columns import return_columns
from otc_desktop.ui.orders.dispatch_presenter import DispatchPresenter
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar


class ReturnsPage(QWidget):
    """Receives and credits returns; they are noted from their delivery.

    Args:
        presenter: of the goods.
    """

    def __init__(self, presenter: DispatchPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._services = presenter.services
        self.bar = ActionBar(self)
        self.credit = self.bar.add(
            self.tr("Prepare credit note"),
            self._credit,
            shortcut="Ctrl+Return",
            tip=self.tr("A draft that credits what came back"),
            primary=True,
        )
        self.receive = self.bar.add(
            self.tr("Goods received"),
            self._receive,
            shortcut="Ctrl+R",
            tip=self.tr("The announced goods are here"),
        )
        self.strike_out = self.bar.add(
            self.tr("Strike out"),
            self._strike_out,
            shortcut="Ctrl+Backspace",
            tip=self.tr("The customer keeps the announced goods"),
        )
        word = presenter.word
        self.list: ListView[ReturnRow] = ListView(
            presenter.services,
            presenter.program.queries.sales_returns,
            return_columns(word),
            name="orders.returns",
            empty=EmptyState(
                title=self.tr("No return"),
                hint=self.tr("Choose a delivery and press Return… when goods come back."),
            ),
            filters=[
                FilterChoice(
                    name="to_credit",
                    title=self.tr("Credit note"),
                    options=((None, self.tr("All")), (True, self.tr("To credit"))),
                )
            ],
            sort="noted_on",
            descending=True,
            parent=self,
        )
        self.list.table.addActions([self.credit, self.receive, self.strike_out])
        self.list.selection_changed.connect(lambda _ids: self._let_act())
        self.list.model.loaded.connect(lambda _as_new: self._let_act())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACING, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        self._let_act()

    def _chosen(self) -> ReturnRow | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _let_act(self) -> None:
        row = self._chosen()
        noted = row is not None and row.status is ReturnStatus.NOTED
        self.receive.setEnabled(noted)
        self.strike_out.setEnabled(noted)
        self.credit.setEnabled(
            row is not None and row.status is ReturnStatus.RECEIVED and row.credit_due
        )

    def _credit(self) -> None:
        row = self._chosen()
        if row is not None:
            self._presenter.credit(row.number, self._credited)

    def _credited(self, draft: InvoiceDraft) -> None:
        money = self._services.formats.money
        self._services.notices.done(
            self.tr("Credit note of {amount} prepared as a draft").format(
                amount=money(draft.totals().total_incl_tax)
            ),
            action_text=self.tr("Open the drafts"),
            action=lambda: self._services.navigator.open(Place(tab="invoicing", kind="drafts")),
        )

    def _receive(self) -> None:
        row = self._chosen()
        if row is not None:
            self._presenter.receive(row.number, self._say_done)

    def _strike_out(self) -> None:
        row = self._chosen()
        if row is not None:
            self._presenter.strike_out(row.number, self._say_done)

    def _say_done(self, changed: SalesReturn) -> None:
        state = self._presenter.word("return_status", changed.status.value)
        self._services.notices.done(
            self.tr("Return {number}: {state}").format(number=changed.number, state=state)
        )
