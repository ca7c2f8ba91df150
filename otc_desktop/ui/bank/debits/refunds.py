"""Credits paid out: chosen, written as a file for the bank, closed by its lines."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from otc_desktop.application.direct_debits.queries import RefundRow
from otc_desktop.application.direct_debits.refunds import Credit, PaidRefunds
from otc_desktop.domain.direct_debits.refund import RefundOrder, RefundStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.bank.debits.refunds_presenter import RefundsPresenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH, _HEIGHT = 900, 600
_TONES = {
    RefundStatus.ORDERED: Tone.WARNING,
    RefundStatus.PAID: Tone.GOOD,
    RefundStatus.CANCELLED: Tone.NEUTRAL,
}


class RefundsDialog(QDialog):
    """Open credits above, orders below.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Refunds"))
        self.presenter = RefundsPresenter(services, program, self)
        self._rows = ShortList[Credit](
            lambda row: f"{row.number} {row.customer_code} {row.customer_name}"
        )
        self.bar = ActionBar(self)
        add = self.bar.add
        self.order = add(
            self.tr("Pay out…"),
            self._ask_file,
            shortcut="Ctrl+Return",
            tip=self.tr("Write the selected credits as a file of transfers (pain.001)"),
            primary=True,
        )
        self.again = add(self.tr("File again…"), self._ask_again)
        self.cancel = add(
            self.tr("Give up"),
            self._cancel,
            shortcut="Delete",
            tip=self.tr("The bank does not have the selected order: its credits are free"),
        )
        self.paid = add(
            self.tr("Transfers the bank made"),
            self._take_paid,
            tip=self.tr("Lay the bank lines that carry the reference of a refund on its credit"),
        )
        self.credits: ListView[Credit] = ListView(
            services,
            self._rows,
            _credit_columns(),
            name="bank.credits",
            empty=EmptyState(
                title=self.tr("No credit is open"),
                hint=self.tr("Credit notes and money on account that are left stand here."),
            ),
            parent=self,
        )
        self.orders: ListView[RefundRow] = ListView(
            services,
            program.queries.refund_orders,
            _order_columns(self.presenter),
            name="bank.refunds",
            empty=EmptyState(title=self.tr("No refund ordered yet")),
            sort="pay_on",
            parent=self,
        )
        self.news = ToneLabel(self)
        self.news.say(Tone.NEUTRAL, "")
        title = QLabel(self.tr("Orders"), self)
        title.setProperty("heading", True)
        column = QVBoxLayout(self)
        for part, stretch in (
            (self.bar, 0),
            (self.credits, 1),
            (title, 0),
            (self.orders, 1),
            (self.news, 0),
        ):
            column.addWidget(part, stretch)
        for rows in (self.credits, self.orders):
            rows.selection_changed.connect(lambda _ids: self._let_act())
        self.resize(_WIDTH, _HEIGHT)
        self._let_act()
        self._load()

    def pay_out(self, credits: Sequence[Credit], path: Path) -> None:
        """Write the file for the bank."""
        self.presenter.order(credits, path, self._ordered, self._refused)

    def _load(self) -> None:
        self.presenter.credits(self._show)
        self.orders.reload()

    def _show(self, credits: Sequence[Credit]) -> None:
        self._rows.show(credits)
        self.credits.reload()

    def _order(self) -> RefundRow | None:
        rows = self.orders.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _let_act(self) -> None:
        order = self._order()
        self.order.setEnabled(bool(self.credits.selected_rows()))
        self.again.setEnabled(order is not None)
        self.cancel.setEnabled(order is not None and order.status is RefundStatus.ORDERED)

    def _ask_file(self) -> None:
        chosen = self.credits.selected_rows()
        if chosen:
            self._ask(self.tr("refunds.xml"), lambda path: self.pay_out(chosen, path))

    def _ask_again(self) -> None:
        row = self._order()
        if row is not None:
            number = row.number
            self._ask(
                f"{number}.xml",
                lambda path: self.presenter.write_again(number, path, self._written),
            )

    def _ask(self, name: str, on_chosen: Callable[[Path], None]) -> None:
        title, kinds = self.tr("File for the bank"), self.tr("SEPA files (*.xml)")
        ask_where_to_save(self, title, kinds, name, on_chosen)

    def _ordered(self, order: RefundOrder) -> None:
        money = self.presenter.services.formats.money(order.total)
        text = self.tr("{number} written, {amount}: hand it to your bank")
        self.news.say(Tone.GOOD, text.format(number=order.number, amount=money))
        self._load()

    def _written(self, path: Path) -> None:
        self.news.say(Tone.GOOD, self.tr("{name} written").format(name=path.name))

    def _cancel(self) -> None:
        row = self._order()
        if row is not None and self.cancel.isEnabled():
            self.presenter.cancel(row.number, self._cancelled, self._refused)

    def _cancelled(self, order: RefundOrder) -> None:
        self.news.say(Tone.GOOD, self.tr("{number} given up").format(number=order.number))
        self._load()

    def _take_paid(self) -> None:
        self.presenter.take_paid(self._told)

    def _told(self, found: PaidRefunds) -> None:
        text = self.tr("{count} refund(s) paid by the bank").format(count=len(found.paid))
        reasons = " ".join(map(self.presenter.sentence, found.refused))
        tone = Tone.WARNING if found.refused else Tone.GOOD
        self.news.say(tone, f"{text} {reasons}".strip())
        self._load()

    def _refused(self, problem: OtcError) -> None:
        self.news.say(Tone.BAD, self.presenter.error_text(problem))


def _credit_columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(name="number", title=translate("RefundColumns", "Document"), width=130),
        Column(
            name="customer",
            title=translate("RefundColumns", "Customer"),
            width=280,
            value=lambda row: f"{row.customer_code} · {row.customer_name}",
        ),
        Column(
            name="issued_on",
            title=translate("RefundColumns", "Date"),
            kind=ColumnKind.DATE,
            width=100,
        ),
        Column(
            name="open",
            title=translate("RefundColumns", "Open"),
            kind=ColumnKind.MONEY,
            width=120,
        ),
        Column(
            name="iban",
            title=translate("RefundColumns", "Account"),
            width=160,
            value=lambda row: row.iban or translate("RefundColumns", "none in the file"),
        ),
    )


def _order_columns(presenter: RefundsPresenter) -> tuple[Column, ...]:
    translate = QCoreApplication.translate

    def status(row: RefundRow) -> StatusMark:
        return StatusMark(_TONES[row.status], presenter.word("refund_status", row.status.value))

    return (
        Column(name="number", title=translate("RefundColumns", "Order"), width=130),
        Column(
            name="pay_on",
            title=translate("RefundColumns", "Day of payment"),
            kind=ColumnKind.DATE,
            width=140,
            sortable=True,
        ),
        Column(
            name="refunds",
            title=translate("RefundColumns", "Transfers"),
            kind=ColumnKind.NUMBER,
            width=100,
        ),
        Column(
            name="total",
            title=translate("RefundColumns", "Amount"),
            kind=ColumnKind.MONEY,
            width=120,
        ),
        Column(
            name="status",
            title=translate("RefundColumns", "State"),
            kind=ColumnKind.STATUS,
            width=160,
            value=status,
        ),
    )
