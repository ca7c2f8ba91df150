"""The home tab: what waits today, and four figures above it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.reporting.queries import TodayFigures
from otc_desktop.ui.home.presenter import HomePresenter
from otc_desktop.ui.home.today_line import TodayLine
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.tables.empty_state import EmptyState, EmptyStatePanel
from otc_desktop.ui.widgets.figure_tile import FigureTile

_WIDEST = 980
CREDIT_ALERTS = "credit_alerts"


class HomeTab(TabPage):
    """Each figure and line opens the list behind it."""

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, topics=frozenset(Topic), parent=parent)
        self._today = program.today
        self._seen = False
        self._has_customers = True
        self._counts: dict[str, int] = {}
        self.presenter = HomePresenter(services, program, self)
        self._date = QLabel(self)
        self._date.setProperty("heading", True)
        self._summary = QLabel(self)
        self._summary.setProperty("muted", True)
        self.figures = self._figures()
        self.lines = self._lines()
        self.nothing = EmptyStatePanel(
            EmptyState(
                title=self.tr("Nothing waits"),
                hint=self.tr("Everything is settled for today."),
            ),
            self,
        )
        self.welcome = EmptyStatePanel(
            EmptyState(
                title=self.tr("Start with your customers"),
                hint=self.tr("Import them from a CSV or XLSX file, then take the first order."),
                action_text=self.tr("Open the customers"),
                action=partial(self._open, Place(tab="customers")),
            ),
            self,
        )
        self._lay_out()
        for panel in (self.nothing, self.welcome):
            panel.show_empty(filtered=False)
            panel.hide()
        for line in self.lines.values():
            line.hide()

    def reload(self) -> None:
        """Count again."""
        today = self._today()
        day = QLocale().toString(
            QDate(today.year, today.month, today.day), QLocale.FormatType.LongFormat
        )
        self._date.setText(day[:1].upper() + day[1:])
        self.presenter.load(self._show)
        self.presenter.count_credit_alerts(self._show_alerts)

    def showEvent(self, event: QShowEvent) -> None:
        """Count when first looked at."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.reload()

    def _show(self, today: TodayFigures, has_customers: bool) -> None:
        money = self.services.formats.money
        for name, tile in self.figures.items():
            amount = getattr(today, f"{name}_total")
            tone = {"overdue": Tone.BAD, "disputed": Tone.WARNING}.get(name, Tone.NEUTRAL)
            tile.show_figure(money(amount), tone=tone if amount else Tone.NEUTRAL)
        for name in self.lines:
            if name != CREDIT_ALERTS:
                self._counts[name] = getattr(today, name)
        self._has_customers = has_customers
        self._show_lines()

    def _show_alerts(self, count: int) -> None:
        self._counts[CREDIT_ALERTS] = count
        self._show_lines()

    def _show_lines(self) -> None:
        waiting = 0
        for name, line in self.lines.items():
            count = self._counts.get(name, 0)
            line.show_count(self.services.formats.number(count))
            line.setVisible(bool(count))
            waiting += bool(count)
        has_customers = self._has_customers
        self._summary.setText(
            self.tr("What waits for you today: {count}").format(count=waiting) if waiting else ""
        )
        self.welcome.setVisible(not has_customers)
        self.nothing.setVisible(has_customers and not waiting)

    def _figures(self) -> dict[str, FigureTile]:
        issued = partial(Place, tab="invoicing", kind="issued")
        titles = {
            "open": (self.tr("Open"), issued(filters={"status": "open"})),
            "overdue": (self.tr("Overdue"), issued(filters={"status": "overdue"})),
            "disputed": (self.tr("Disputed"), Place(tab="collections", kind="disputes")),
            "unmatched": (self.tr("Received, not matched"), Place(tab="bank")),
        }
        tiles = {}
        for name, (title, place) in titles.items():
            tile = FigureTile(title, opens=True, parent=self)
            tile.clicked.connect(self._opening(place))
            tiles[name] = tile
        return tiles

    def _lines(self) -> dict[str, TodayLine]:
        held = Place(tab="orders", kind="held")
        found = {
            "lines_to_confirm": (
                Tone.INFO,
                self.tr("Receipts to match"),
                self.tr("Confirm the proposals on the reconciliation desk"),
                Place(tab="bank"),
            ),
            "reminders_waiting": (
                Tone.INFO,
                self.tr("Reminders that wait for approval"),
                self.tr("Read them and let them leave"),
                Place(tab="collections", kind="reminders"),
            ),
            "promises_broken": (
                Tone.BAD,
                self.tr("Broken promises and payment plans"),
                self.tr("Call the customers: they stand in the call list"),
                Place(tab="collections", kind="calls"),
            ),
            "calls_agreed": (
                Tone.INFO,
                self.tr("Calls agreed for today"),
                self.tr("Numbers, script and open invoices stand in the call list"),
                Place(tab="collections", kind="calls"),
            ),
            "contacts_to_mend": (
                Tone.WARNING,
                self.tr("Wrong telephone numbers"),
                self.tr("Find the right contact and change the customer's file"),
                Place(tab="collections", kind="calls"),
            ),
            "payment_plans_waiting": (
                Tone.INFO,
                self.tr("Payment plans that wait for approval"),
                self.tr("Until then they withhold no reminder"),
                Place(tab="collections", kind="payment_plans"),
            ),
            "letters_to_post": (
                Tone.INFO,
                self.tr("Letters to print and post"),
                self.tr("Print them, post them, type the registered number in"),
                Place(tab="collections", kind="letters"),
            ),
            "proposals_waiting": (
                Tone.INFO,
                self.tr("Entries proposed for claims in doubt"),
                self.tr("Look at each with its source, then accept or drop it"),
                Place(tab="collections", kind="proposals"),
            ),
            "collections_prepared": (
                Tone.INFO,
                self.tr("Collections to hand to the bank"),
                self.tr("Tell the payers, then write the file before the day of the debit"),
                Place(tab="bank", kind="debits"),
            ),
            "mandates_blocked": (
                Tone.WARNING,
                self.tr("Mandates whose debit came back"),
                self.tr("Ask the customer, then collect again or revoke the mandate"),
                Place(tab="bank", kind="debits"),
            ),
            "orders_held": (
                Tone.WARNING,
                self.tr("Orders held for credit"),
                self.tr("Release them with a reason, or ask for payment first"),
                held,
            ),
            CREDIT_ALERTS: (
                Tone.WARNING,
                self.tr("Credit alerts"),
                self.tr("Limits, insurance, grades and first unpaid items to look at"),
                Place(tab="orders", kind="credit_alerts"),
            ),
            "orders_late": (
                Tone.BAD,
                self.tr("Late orders"),
                self.tr("Deliver what is there, or tell the customer a new date"),
                Place(tab="orders", kind="lead_times", filters={"late": True}),
            ),
            "products_to_reorder": (
                Tone.WARNING,
                self.tr("Products to order again"),
                self.tr("No more is free than the reorder point"),
                Place(tab="orders", kind="stock", filters={"below_reorder": True}),
            ),
            "returns_to_credit": (
                Tone.WARNING,
                self.tr("Returns that wait for their credit note"),
                self.tr("Prepare the credit notes of what came back"),
                Place(tab="orders", kind="return"),
            ),
            "deliveries_to_invoice": (
                Tone.INFO,
                self.tr("Deliveries not invoiced"),
                self.tr("Prepare their invoices"),
                Place(tab="invoicing", kind="to_invoice"),
            ),
            "drafts": (
                Tone.INFO,
                self.tr("Drafts not issued"),
                self.tr("Check them and give them their numbers"),
                Place(tab="invoicing", kind="drafts"),
            ),
            "einvoices_turned_down": (
                Tone.BAD,
                self.tr("E-invoices refused, rejected or suspended"),
                self.tr("Read the reason, then credit and invoice anew, or send what is missing"),
                Place(tab="invoicing", kind="issued", filters={"reform": "to_deal_with"}),
            ),
            "disputes_late": (
                Tone.BAD,
                self.tr("Disputes past their date"),
                self.tr("Settle them or agree on a new date"),
                Place(tab="collections", kind="disputes"),
            ),
            "flows_in_trouble": (
                Tone.BAD,
                self.tr("Deposits that the platform refused"),
                self.tr("Read its answer, correct, and deposit again"),
                Place(tab="invoicing", kind="deposits"),
            ),
            "mails_in_trouble": (
                Tone.BAD,
                self.tr("E-mails that failed or whose fate is unknown"),
                self.tr("Look at the server's answer and decide"),
                Place(tab="collections", kind="mails"),
            ),
        }
        lines = {}
        for name, (tone, title, hint, place) in found.items():
            line = TodayLine(tone=tone, title=title, hint=hint, parent=self)
            line.clicked.connect(self._opening(place))
            lines[name] = line
        return lines

    def _opening(self, place: Place) -> Callable[[], None]:
        return lambda: self._open(place)

    def _open(self, place: Place) -> None:
        self.services.navigator.open(place)

    def _lay_out(self) -> None:
        inner = QWidget(self)
        inner.setMaximumWidth(_WIDEST)
        tiles = QHBoxLayout()
        tiles.setSpacing(SPACING)
        for tile in self.figures.values():
            tiles.addWidget(tile, 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._date)
        column.addWidget(self._summary)
        column.addSpacing(SPACING)
        column.addLayout(tiles)
        column.addSpacing(SPACING)
        for line in self.lines.values():
            column.addWidget(line)
        column.addWidget(self.nothing)
        column.addWidget(self.welcome)
        column.addStretch(1)
        holder = QWidget(self)
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(inner, 20)
        middle.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
