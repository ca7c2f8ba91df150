"""A new recurring contract: whose, from when, how often, for what, and how prices move."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from otc_desktop.application.invoicing.contract_input import ContractInput
from otc_desktop.application.invoicing.create_contract import CreateContract
from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.domain.invoicing.recurring import PERIODS, Indexation, Timing
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.line_pricing import Pricing
from otc_desktop.ui.widgets.lines_editor import LinesEditor
from otc_desktop.ui.widgets.picker import Picker

_SIZE = (1120, 640)


class ContractForm(FormDialog):
    """Asks for a contract; its lines are for one whole period.

    Args:
        services: what the window offers.
        customers: to choose from; rows have `code` and `name`.
        products: to choose from.
        pricing: prices lines by the program's own rules.
        today: the business date.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        customers: PageSource[Any],
        products: PageSource[Any],
        pricing: Pricing,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("New contract"))
        self.accept_button.setText(self.tr("Create the contract"))
        self.customer: Picker[Any] = Picker(
            services,
            customers,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code,),
            parent=self,
        )
        self.customer.setPlaceholderText(self.tr("Customer: code, name, SIREN or city"))
        self.subject = QLineEdit(self)
        self.purchase_order = QLineEdit(self)
        self.purchase_order.setMaxLength(50)
        self.starts_on = DateEdit(services.formats, today=today, parent=self)
        self.starts_on.set_date(today)
        self.anchor_on = DateEdit(services.formats, today=today, parent=self)
        self.anchor_on.setToolTip(
            self.tr("Where periods count from: the first of the month, for a part first period")
        )
        self.ends_on = DateEdit(services.formats, today=today, parent=self)
        self.months = QComboBox(self)
        for count in PERIODS:
            self.months.addItem(self.tr("{count} month(s)").format(count=count), count)
        self.timing = QComboBox(self)
        self.timing.addItem(self.tr("In advance"), Timing.ADVANCE)
        self.timing.addItem(self.tr("In arrears"), Timing.ARREARS)
        self.renewal = QComboBox(self)
        self.renewal.addItem(self.tr("Ends on that day"), 0)
        for count in (1, 3, 6, 12):
            self.renewal.addItem(
                self.tr("Renews by itself for {count} month(s)").format(count=count), count
            )
        self.percent = QLineEdit(self)
        self.percent.setPlaceholderText(self.tr("% each year"))
        self.series = QLineEdit(self)
        self.series.setPlaceholderText(self.tr("Index, such as SYNTEC"))
        self.base_value = QLineEdit(self)
        self.base_value.setPlaceholderText(self.tr("Its value at the start"))
        self.lines = LinesEditor(services, products=products, pricing=pricing, parent=self)
        self.customer.picked.connect(lambda _row: self._follow())
        self.starts_on.date_changed.connect(lambda _day: self._follow())
        self.body.addLayout(self._grid())
        self.body.addWidget(self.lines, 1)
        self.watch_fields(
            {
                "customer": self.customer,
                "lines": self.lines.product,
                "starts_on": self.starts_on.field,
                "ends_on": self.ends_on.field,
                "indexation": self.percent,
                "indexation.base_value": self.base_value,
            }
        )
        self.resize(*_SIZE)
        self.customer.setFocus()

    def command(self) -> CreateContract | None:
        """What was asked for; None when something is missing, which is then said."""
        chosen = self.customer.row()
        starts_on = self.starts_on.date()
        faults = []
        if chosen is None:
            faults.append(("customer", self.tr("Choose a customer.")))
        if starts_on is None:
            faults.append(("starts_on", self.tr("Write the first day, such as 01/12/2026.")))
        if not self.lines.lines():
            faults.append(("lines", self.tr("Add at least one line.")))
        try:
            indexation = self._indexation()
        except RuleError:
            faults.append(
                ("indexation", self.tr("Give a percentage, or an index and its starting value."))
            )
        if faults or chosen is None or starts_on is None:
            self.refuse(faults)
            return None
        return CreateContract(
            contract=ContractInput(
                customer=chosen.code,
                lines=self.lines.lines(),
                starts_on=starts_on,
                months=self.months.currentData(),
                timing=Timing(self.timing.currentData()),
                anchor_on=self.anchor_on.date(),
                ends_on=self.ends_on.date(),
                renewal_months=self.renewal.currentData(),
                indexation=indexation,
                title=self.subject.text(),
                purchase_order=self.purchase_order.text(),
            )
        )

    def _indexation(self) -> Indexation | None:
        percent, series = self.percent.text().strip(), self.series.text().strip()
        if not percent and not series:
            return None
        if percent:
            return Indexation(percent=parse_decimal(percent), series=series)
        return Indexation(series=series, base_value=parse_decimal(self.base_value.text()))

    def _follow(self) -> None:
        """Prices are those of the customer on the first day."""
        chosen = self.customer.row()
        self.lines.set_sale("" if chosen is None else chosen.code, self.starts_on.date())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        rows = (
            ((self.tr("&Customer"), self.customer), (self.tr("&Subject"), self.subject)),
            (
                (self.tr("&First day"), self.starts_on),
                (self.tr("&Purchase order"), self.purchase_order),
            ),
            ((self.tr("&Every"), self.months), (self.tr("&Invoiced"), self.timing)),
            ((self.tr("&Last day"), self.ends_on), (self.tr("&Renewal"), self.renewal)),
            ((self.tr("Periods &from"), self.anchor_on), (self.tr("Price &rise"), self.percent)),
            ((self.tr("&Index"), self.series), (self.tr("Starting &value"), self.base_value)),
        )
        for place, row in enumerate(rows):
            for side, (title, field) in enumerate(row):
                label = QLabel(title, self)
                label.setBuddy(field)
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(label, place, 2 * side)
                grid.addWidget(field, place, 2 * side + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid
