"""An inventory: the counted quantity of each product."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from otc_desktop.application.stock.queries import StockRow
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.quantity_table import QuantityRow, QuantityTable

_SIZE = (820, 560)


class CountForm(FormDialog):
    """One row a product; an empty field was not counted, zero was.

    Args:
        services: what the window offers.
        rows: the products to count.
    """

    def __init__(
        self, services: WindowServices, rows: Sequence[StockRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Inventory"))
        self.accept_button.setText(self.tr("Take in the count"))
        self._rows = list(rows)
        hint = QLabel(
            self.tr(
                "Type what was counted; what is left empty stays as it is. Tab goes to the"
                " next product."
            ),
            self,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        quantity = services.formats.quantity
        self.table = QuantityTable(
            (self.tr("Product"), self.tr("Location"), self.tr("In the books"), self.tr("Counted")),
            [
                QuantityRow(
                    place, (f"{row.code} · {row.name}", row.location, quantity(row.on_hand))
                )
                for place, row in enumerate(self._rows)
            ],
            self,
        )
        self.note = QLineEdit(self)
        self.note.setMaxLength(200)
        self.note.setPlaceholderText(self.tr("For instance: annual inventory, hall B"))
        self.body.addWidget(hint)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.note)
        self.watch_fields(
            {row.code: self.table.field(place) for place, row in enumerate(self._rows)}
        )
        self.resize(*_SIZE)

    def counted(self) -> Mapping[str, Decimal] | None:
        """What was typed by product code; None when a quantity is not understood."""
        found: dict[str, Decimal] = {}
        faulty = []
        for place, row in enumerate(self._rows):
            text = self.table.field(place).text().strip()
            if not text:
                continue
            try:
                found[row.code] = parse_decimal(text)
            except RuleError:
                faulty.append((row.code, self.tr("This is not a quantity, such as 12.5")))
        if faulty:
            self.refuse(faulty)
            return None
        return found
