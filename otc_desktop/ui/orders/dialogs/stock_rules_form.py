"""The company's rules for stock and for late orders."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QWidget

from otc_desktop.application.stock.save_stock_policy import SaveStockPolicy
from otc_desktop.domain.stock.stock_item import StockPolicy
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 480
_MOST_DAYS = 365


class StockRulesForm(FormDialog):
    """Whether stock may go below zero, and when an order without a promised day is late.

    Args:
        services: what the window offers.
        policy: the rules as they stand.
    """

    def __init__(
        self, services: WindowServices, policy: StockPolicy, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Rules for stock"))
        self.accept_button.setText(self.tr("Save"))
        self.allow_negative = QCheckBox(
            self.tr("Deliver more than is on hand; a product may say otherwise"), self
        )
        self.allow_negative.setChecked(policy.allow_negative)
        self.late_after = QSpinBox(self)
        self.late_after.setRange(0, _MOST_DAYS)
        self.late_after.setSuffix(self.tr(" days"))
        self.late_after.setValue(policy.late_after_days)
        form = QFormLayout()
        form.addRow(self.tr("Below &zero"), self.allow_negative)
        form.addRow(self.tr("Late without a promise &after"), self.late_after)
        self.body.addLayout(form)
        self.watch_fields({"late_after_days": self.late_after})
        self.setMinimumWidth(_WIDTH)

    def command(self) -> SaveStockPolicy:
        """The rules as chosen."""
        return SaveStockPolicy(
            allow_negative=self.allow_negative.isChecked(),
            late_after_days=self.late_after.value(),
        )
