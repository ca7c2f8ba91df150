"""Dialogs beside the plans: another plan, and the ECB's rates by half-year."""

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.dunning.late_rates import Rates
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.collections.plans_presenter import PlansPresenter
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_JULY = 7
_WIDTH, _HEIGHT = 420, 460


class CopyPlanForm(FormDialog):
    """Code and name of another plan."""

    def __init__(self, services: WindowServices, parent: QWidget | None = None) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("New dunning plan"))
        self.accept_button.setText(self.tr("Create"))
        self._code = QLineEdit(self)
        self._code.setToolTip(self.tr("Small letters, digits and hyphens, such as key-accounts"))
        self._name = QLineEdit(self)
        fields = QFormLayout()
        fields.addRow(self.tr("&Code"), self._code)
        fields.addRow(self.tr("&Name"), self._name)
        self.body.addLayout(fields)
        self.watch_fields({"code": self._code, "name": self._name})
        self._code.setFocus()

    def code(self) -> str:
        """Its code."""
        return self._code.text().strip()

    def name(self) -> str:
        """Its name."""
        return self._name.text().strip()


class RatesDialog(FormDialog):
    """The rates known, newest first, and one field for the half-year to enter.

    Args:
        presenter: reads and keeps the rates.
    """

    def __init__(self, presenter: PlansPresenter, parent: QWidget | None = None) -> None:
        super().__init__(presenter.services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("ECB main refinancing rate by half-year"))
        self.accept_button.setText(self.tr("Keep this rate"))
        self.cancel_button.setText(self.tr("Close"))
        self._presenter = presenter
        self.notice = QLabel(self)
        self.notice.setWordWrap(True)
        self.table = QTableWidget(0, 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("From"), self.tr("Rate in %")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.tr("Rates by half-year"))
        self.year = QLineEdit(self)
        self.year.setPlaceholderText(self.tr("2026-1 or 2026-2"))
        self.percent = QLineEdit(self)
        fields = QFormLayout()
        fields.addRow(self.tr("&Half-year"), self.year)
        fields.addRow(self.tr("&Rate in %"), self.percent)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(fields)
        self.watch_fields({"from_on": self.year, "percent": self.percent})
        self.resize(_WIDTH, _HEIGHT)
        self.submitted.connect(self._keep)
        self.table.itemSelectionChanged.connect(self._fill)
        presenter.rates_loaded.connect(self._show)
        presenter.load_rates()

    def _show(self, rates: Rates) -> None:
        formats = self.services.formats
        self.accept_button.setEnabled(True)
        self.table.setRowCount(len(rates.rates))
        for row, rate in enumerate(reversed(rates.rates)):
            half = 2 if rate.from_on.month >= _JULY else 1
            day = QTableWidgetItem(formats.date(rate.from_on))
            day.setData(Qt.ItemDataRole.UserRole, (f"{rate.from_on.year}-{half}"))
            percent = QTableWidgetItem(f"{rate.percent:.2f}".replace(".", ","))
            percent.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, 0, day)
            self.table.setItem(row, 1, percent)
        if rates.missing_from is None:
            text = self.tr("Late interest by your terms: {terms}.").format(terms=rates.terms)
        else:
            half = 2 if rates.missing_from.month >= _JULY else 1
            self.year.setText(f"{rates.missing_from.year}-{half}")
            text = self.tr(
                "The rate from {day} is missing: the last one known is used until you enter it."
            ).format(day=formats.date(rates.missing_from))
        self.notice.setText(text)

    def _fill(self) -> None:
        items = self.table.selectedItems()
        if items:
            row = items[0].row()
            day, percent = self.table.item(row, 0), self.table.item(row, 1)
            if day is not None and percent is not None:
                self.year.setText(str(day.data(Qt.ItemDataRole.UserRole)))
                self.percent.setText(percent.text())

    def _keep(self) -> None:
        year, _, half = self.year.text().strip().partition("-")
        try:
            from_on = date(int(year), {"1": 1, "2": _JULY}[half], 1)
        except (ValueError, KeyError):
            self.refuse([("from_on", self.tr("Write the half-year like 2026-1 or 2026-2."))])
            return
        try:
            percent = Decimal(self.percent.text().strip().replace(",", "."))
        except InvalidOperation:
            self.refuse([("percent", self.tr("Write the rate like 2,15."))])
            return
        self._presenter.save_rate(from_on, percent, on_error=self._refused)

    def _refused(self, refusal: OtcError) -> None:
        self.refuse([(refusal.where or "", self._presenter.error_text(refusal))])
