"""A year-end rebate being agreed with a customer."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.invoicing.agree_rebate import AgreeRebate
from otc_desktop.domain.invoicing.rebate import RebateMethod
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import ROW_HEIGHT
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog

_TIERS = 5
_SIZE = (520, 480)


class RebateForm(FormDialog):
    """Period, tiers of turnover, and what the turnover is of.

    Args:
        services: what the window offers.
        customer: the customer's code.
        today: the business date; its year is proposed.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        customer: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self._customer = customer
        self.setWindowTitle(self.tr("Year-end rebate for {code}").format(code=customer))
        self.accept_button.setText(self.tr("Save"))
        self.first = DateEdit(services.formats, today=today, parent=self)
        self.first.set_date(date(today.year, 1, 1))
        self.last = DateEdit(services.formats, today=today, parent=self)
        self.last.set_date(date(today.year, 12, 31))
        self.method = QComboBox(self)
        for text, value in (
            (self.tr("on the whole turnover"), RebateMethod.WHOLE),
            (self.tr("on each slice its own"), RebateMethod.SLICES),
        ):
            self.method.addItem(text, value)
        self.family = QLineEdit(self)
        self.family.setPlaceholderText(self.tr("everything"))
        self.reference = QLineEdit(self)
        self.reference.setMaxLength(60)
        self.reference.setPlaceholderText(f"RFA {today.year} {customer}")
        self.tiers = QTableWidget(_TIERS, 2, self)
        self.tiers.setHorizontalHeaderLabels(
            [self.tr("From turnover excl. tax"), self.tr("Percentage")]
        )
        self.tiers.verticalHeader().hide()
        self.tiers.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.tiers.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row in range(_TIERS):
            for column in range(2):
                item = QTableWidgetItem("")
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.tiers.setItem(row, column, item)
        hint = QLabel(
            self.tr("Credited once the period is over; accrued meanwhile as it is earned."), self
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("&First day"), self.first)
        form.addRow(self.tr("&Last day"), self.last)
        form.addRow(self.tr("&Percentage"), self.method)
        form.addRow(self.tr("Fa&mily"), self.family)
        form.addRow(self.tr("&Reference"), self.reference)
        self.body.addLayout(form)
        self.body.addWidget(self.tiers, 1)
        self.body.addWidget(hint)
        self.watch_fields({"tiers": self.tiers, "percent": self.tiers, "last": self.last.field})
        self.resize(*_SIZE)
        self.tiers.setFocus()
        self.tiers.setCurrentCell(0, 0)

    def command(self) -> AgreeRebate | None:
        """What was agreed; None when something is not understood, which is said."""
        first, last = self.first.date(), self.last.date()
        if first is None or last is None:
            self.refuse([("last", self.tr("The date is not understood."))])
            return None
        tiers = []
        for row in range(self.tiers.rowCount()):
            turnover, percent = self._text(row, 0), self._text(row, 1)
            if not turnover and not percent:
                continue
            try:
                tiers.append(
                    (parse_decimal(turnover) if turnover else Decimal(0), parse_decimal(percent))
                )
            except RuleError:
                sentence = self.tr("Row {number} is not understood.").format(number=row + 1)
                self.refuse([("tiers", sentence)])
                return None
        return AgreeRebate(
            customer=self._customer,
            first=first,
            last=last,
            tiers=tuple(tiers),
            reference=self.reference.text(),
            method=RebateMethod(self.method.currentData()),
            family=self.family.text(),
        )

    def _text(self, row: int, column: int) -> str:
        item = self.tiers.item(row, column)
        return "" if item is None else item.text().replace("€", "").replace("%", "").strip()
