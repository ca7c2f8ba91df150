"""A payment plan before it is agreed: which invoices, how many instalments, when."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.dunning.payment_plans import CreatePaymentPlan
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.domain.dunning.payment_plan import (
    MOST_INSTALMENTS,
    MOST_TOLERANCE,
    USUAL_TOLERANCE,
    Instalment,
    Rhythm,
    equal_instalments,
)
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.ui.collections.payment_plans_presenter import PaymentPlansPresenter
from otc_desktop.ui.kernel.formats import parse_date, parse_decimal
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.picker import Picker

_WIDTH, _HEIGHT = 620, 660
_LIST_HEIGHT = 130
_USUAL_COUNT = 3


class PaymentPlanForm(FormDialog):
    """Invoices to tick, and instalments that are equal until somebody writes over them.

    Args:
        presenter: asks the program.
    """

    def __init__(self, presenter: PaymentPlansPresenter, parent: QWidget | None = None) -> None:
        super().__init__(
            presenter.services, title="", accept_text="", enter_accepts=False, parent=parent
        )
        self.setWindowTitle(self.tr("New payment plan"))
        self.accept_button.setText(self.tr("Agree on the plan"))
        self._presenter = presenter
        self._items: Sequence[OpenItemRow] = ()
        self._by_hand = False
        services, today = presenter.services, presenter.program.today()
        self.customer: Picker[Any] = Picker(
            services,
            presenter.program.queries.customers,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code,),
            parent=self,
        )
        self.invoices = QListWidget(self)
        self.invoices.setFixedHeight(_LIST_HEIGHT)
        self.invoices.setAccessibleName(self.tr("Invoices"))
        self.count = QSpinBox(self)
        self.count.setRange(1, MOST_INSTALMENTS)
        self.count.setValue(_USUAL_COUNT)
        self.first_on = DateEdit(services.formats, today=today, parent=self)
        self.first_on.set_date(today)
        self.rhythm = QComboBox(self)
        for each in (Rhythm.MONTHLY, Rhythm.FORTNIGHTLY, Rhythm.WEEKLY):
            self.rhythm.addItem(presenter.word("rhythm", each.value), each.value)
        self.tolerance = QSpinBox(self)
        self.tolerance.setRange(0, MOST_TOLERANCE)
        self.tolerance.setValue(USUAL_TOLERANCE)
        self.tolerance.setSuffix(self.tr(" days"))
        self.table = QTableWidget(0, 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("Due on"), self.tr("Amount")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("Instalments"))
        self.sum = QLabel(self)
        self.sum.setProperty("muted", True)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Further words for the letter"))
        form = QFormLayout()
        form.addRow(self.tr("&Customer"), self.customer)
        form.addRow(self.tr("&Invoices"), self.invoices)
        form.addRow(self.tr("I&nstalments"), self.count)
        form.addRow(self.tr("&First on"), self.first_on)
        form.addRow(self.tr("&Rhythm"), self.rhythm)
        form.addRow(self.tr("May be &late by"), self.tolerance)
        form.addRow(self.tr("&Text"), self.text)
        self.body.addLayout(form)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.sum)
        self.watch_fields(
            {
                "items": self.invoices,
                "instalments": self.table,
                "tolerance": self.tolerance,
                "text": self.text,
            }
        )
        self.customer.picked.connect(self._on_customer)
        self.invoices.itemChanged.connect(lambda _item: self._spread())
        self.count.valueChanged.connect(lambda _count: self._spread())
        self.first_on.date_changed.connect(lambda _day: self._spread())
        self.rhythm.currentIndexChanged.connect(lambda _place: self._spread())
        self.table.itemChanged.connect(lambda _item: self._on_written())
        self.resize(_WIDTH, _HEIGHT)
        self.customer.setFocus()

    def show_items(self, items: Sequence[OpenItemRow]) -> None:
        """What the customer owes; what is overdue is ticked."""
        self._items = items
        today, formats = self._presenter.program.today(), self.services.formats
        self.invoices.blockSignals(True)
        self.invoices.clear()
        for row in items:
            text = self.tr("{number}   due {day}   {amount}").format(
                number=row.number, day=formats.date(row.due_on), amount=formats.money(row.open)
            )
            item = QListWidgetItem(text, self.invoices)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            late = row.due_on < today
            item.setCheckState(Qt.CheckState.Checked if late else Qt.CheckState.Unchecked)
        self.invoices.blockSignals(False)
        self._spread()

    def command(self) -> CreatePaymentPlan:
        """The plan as it is on show.

        Raises:
            ValueError: a date or an amount that can't be read.
        """
        row = self.customer.row()
        today = self._presenter.program.today()
        return CreatePaymentPlan(
            customer="" if row is None else row.code,
            numbers=tuple(each.number for each in self._ticked()),
            instalments=tuple(
                (parse_date(self._cell(place, 0), today=today), self._amount(place))
                for place in range(self.table.rowCount())
            ),
            tolerance_days=self.tolerance.value(),
            text=self.text.text(),
        )

    def _on_customer(self, row: Any) -> None:
        if row is not None:
            self._presenter.load_open_items(row.id, self.show_items)

    def _ticked(self) -> list[OpenItemRow]:
        return [
            row
            for place, row in enumerate(self._items)
            if self.invoices.item(place).checkState() is Qt.CheckState.Checked
        ]

    def _owed(self) -> Money | None:
        ticked = self._ticked()
        if not ticked:
            return None
        currency = ticked[0].open.currency
        return total((row.open for row in ticked if row.open.currency == currency), currency)

    def _spread(self) -> None:
        """Equal instalments of what is ticked; what was written over is replaced."""
        owed, first = self._owed(), self.first_on.date()
        if owed is None or first is None:
            self._fill(())
            return
        rhythm = Rhythm(self.rhythm.currentData())
        self._fill(equal_instalments(owed, count=self.count.value(), first_on=first, rhythm=rhythm))

    def _fill(self, instalments: Sequence[Instalment]) -> None:
        formats = self.services.formats
        self.table.blockSignals(True)
        self.table.setRowCount(len(instalments))
        for place, each in enumerate(instalments):
            self.table.setItem(place, 0, QTableWidgetItem(formats.date(each.due_on)))
            amount = QTableWidgetItem(formats.amount(each.amount))
            amount.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(place, 1, amount)
        self.table.blockSignals(False)
        self._on_written()

    def _on_written(self) -> None:
        """Say what the instalments come to, and what is missing."""
        owed = self._owed()
        if owed is None:
            self.sum.setText(self.tr("Tick the invoices to pay off."))
            return
        try:
            amounts = [self._amount(place) for place in range(self.table.rowCount())]
        except ValueError:
            self.sum.setText(self.tr("An amount can't be read."))
            return
        formats = self.services.formats
        difference = owed.amount - sum(amounts, Decimal(0))
        if difference:
            self.sum.setText(
                self.tr("▲ {difference} are missing to {amount}").format(
                    difference=formats.money(Money.rounded(difference, owed.currency)),
                    amount=formats.money(owed),
                )
            )
        else:
            self.sum.setText(
                self.tr("✓ Comes to {amount}, to the cent").format(amount=formats.money(owed))
            )

    def _amount(self, place: int) -> Decimal:
        return parse_decimal(self._cell(place, 1))

    def _cell(self, place: int, column: int) -> str:
        item = self.table.item(place, column)
        return "" if item is None else item.text()
