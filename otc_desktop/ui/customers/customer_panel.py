"""One customer's file beside the list: who, on which terms, what is owed, what happened."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from otc_desktop.application.customers.queries import CustomerDetail, TimelineRow
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.ui.customers.columns import timeline_columns
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.customers.terms import terms_text
from otc_desktop.ui.customers.wording import TimelineWords
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.narrowed_source import NarrowedSource
from otc_desktop.ui.widgets.fact_list import FactList
from otc_desktop.ui.widgets.figure_tile import FigureTile


class CustomerPanel(QFrame):
    """Shows a customer; its figures open the lists behind them.

    Signals:
        open_asked: show what the customer owes.
        overdue_asked: show what is overdue.
    """

    open_asked = Signal()
    overdue_asked = Signal()

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = presenter.services.formats
        self._detail: CustomerDetail | None = None
        self._name = QLabel(self)
        self._name.setProperty("heading", True)
        self._name.setWordWrap(True)
        self.open_figure = FigureTile(self.tr("Open"), opens=True, parent=self)
        self.overdue_figure = FigureTile(self.tr("Overdue"), opens=True, parent=self)
        self.orders_figure = FigureTile(self.tr("On order"), parent=self)
        self.limit_figure = FigureTile(self.tr("Credit limit"), parent=self)
        self.open_figure.clicked.connect(self.open_asked)
        self.overdue_figure.clicked.connect(self.overdue_asked)
        tiles = QGridLayout()
        tiles.setSpacing(SPACING)
        figures = (self.open_figure, self.overdue_figure, self.orders_figure, self.limit_figure)
        for place, tile in enumerate(figures):
            tiles.addWidget(tile, place // 2, place % 2)
        self.facts = FactList(self)
        self._source = NarrowedSource(presenter.program.queries.timeline)
        words = TimelineWords(presenter.word, presenter.title, self._formats, self)
        self.timeline: ListView[TimelineRow] = ListView(
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
        self.timeline.filter_bar.hide()
        self.timeline.totals_bar.hide()
        self._empty = QLabel(self.tr("Choose a customer to see the file."), self)
        self._empty.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._name)
        column.addLayout(tiles)
        column.addWidget(self.facts)
        column.addWidget(self.timeline, 1)
        column.addWidget(self._empty, 1)
        self.clear()

    def customer(self) -> Customer | None:
        """The customer on show."""
        return None if self._detail is None else self._detail.customer

    def clear(self) -> None:
        """Show no customer."""
        self._detail = None
        self._show_content(shown=False)

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show a customer's file."""
        is_other = self._detail is None or self._detail.customer.id != detail.customer.id
        self._detail = detail
        customer = detail.customer
        self._name.setText(f"{customer.code} · {customer.name}")
        self._show_figures(detail)
        self.facts.show_facts(self._facts(customer))
        self._show_content(shown=True)
        self._show_timeline(customer.id, as_new=is_other)

    def _show_timeline(self, customer_id: UUID, *, as_new: bool) -> None:
        self._source.narrow({"customer_id": customer_id})
        if as_new:
            self.timeline.show_filtered()
        else:
            self.timeline.reload()

    def _show_figures(self, detail: CustomerDetail) -> None:
        money = self._formats.money
        self.open_figure.show_figure(money(detail.open_amount))
        self.overdue_figure.show_figure(
            money(detail.overdue_amount),
            tone=Tone.BAD if detail.overdue_amount else Tone.NEUTRAL,
        )
        self.orders_figure.show_figure(money(detail.open_orders))
        limit = detail.customer.credit_limit
        if limit is None:
            self.limit_figure.show_figure(self.tr("None set"))
            return
        left = limit - detail.open_amount - detail.open_orders
        if left.amount < 0:
            self.limit_figure.show_figure(
                money(limit),
                remark=self.tr("Exceeded by {amount}").format(amount=money(-left)),
                tone=Tone.WARNING,
            )
        else:
            self.limit_figure.show_figure(
                money(limit), remark=self.tr("Left: {amount}").format(amount=money(left))
            )

    def _facts(self, customer: Customer) -> list[tuple[str, str]]:
        address = customer.address
        town = f"{address.postal_code} {address.city}".strip()
        place = [address.line1, address.line2, town]
        if address.country != "FR":
            place.append(address.country)
        contact = [customer.contact_name, customer.email, customer.phone]
        return [
            ("SIREN", _spaced(customer.siren)),
            ("SIRET", _spaced(customer.siret)),
            (self.tr("VAT number"), customer.vat_number),
            (self.tr("Address"), ", ".join(part for part in place if part)),
            (self.tr("Contact"), " · ".join(part for part in contact if part)),
            (
                self.tr("Terms"),
                terms_text(customer.payment_terms) or self.tr("those of the company"),
            ),
            ("IBAN", customer.iban),
            (self.tr("Group"), customer.customer_group),
        ]

    def _show_content(self, *, shown: bool) -> None:
        figures = (self.open_figure, self.overdue_figure, self.orders_figure, self.limit_figure)
        for widget in (self._name, self.facts, self.timeline, *figures):
            widget.setVisible(shown)
        self._empty.setVisible(not shown)


def _spaced(digits: str) -> str:
    """`732 829 320 00074`: as such numbers are printed."""
    if not digits:
        return ""
    parts = (digits[:3], digits[3:6], digits[6:9], digits[9:])
    return "\u00a0".join(part for part in parts if part)
