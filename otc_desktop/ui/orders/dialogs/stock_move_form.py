"""A movement of stock noted by hand."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from otc_desktop.application.stock.adjust_stock import AdjustStock
from otc_desktop.application.stock.queries import StockRow
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.stock.movement import TYPED_REASONS, MovementReason
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 480


class StockMoveForm(FormDialog):
    """Receipt, correction or scrap of one product.

    Args:
        services: what the window offers.
        row: the product.
        word: a reason in words.
    """

    def __init__(
        self,
        services: WindowServices,
        row: StockRow,
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Move stock of {code}").format(code=row.code))
        self.accept_button.setText(self.tr("Note"))
        self._code = row.code
        here = services.formats.quantity(row.on_hand)
        state = QLabel(self.tr("{name}: {here} on hand").format(name=row.name, here=here), self)
        state.setWordWrap(True)
        self.reason = QComboBox(self)
        for each in TYPED_REASONS:
            self.reason.addItem(word("movement_reason", each.value).capitalize(), each)
        self.quantity = QLineEdit(self)
        self.quantity.setMaxLength(20)
        self.quantity.setPlaceholderText(self.tr("For instance 12, or −3 for a correction"))
        self.note = QLineEdit(self)
        self.note.setMaxLength(200)
        fields = QFormLayout()
        fields.addRow(self.tr("Kind"), self.reason)
        fields.addRow(self.tr("Quantity"), self.quantity)
        fields.addRow(self.tr("Why"), self.note)
        self.body.addWidget(state)
        self.body.addLayout(fields)
        self.watch_fields({"reason": self.reason, "quantity": self.quantity, "note": self.note})
        self.setMinimumWidth(_WIDTH)
        self.quantity.setFocus()

    def command(self) -> AdjustStock | None:
        """What was typed; None when the quantity is not understood."""
        try:
            quantity = parse_decimal(self.quantity.text().strip().replace("−", "-"))
        except RuleError:
            self.refuse([("quantity", self.tr("This is not a quantity, such as 12.5"))])
            return None
        return AdjustStock(
            product=self._code,
            quantity=quantity,
            reason=MovementReason(self.reason.currentData()),
            note=self.note.text(),
        )
