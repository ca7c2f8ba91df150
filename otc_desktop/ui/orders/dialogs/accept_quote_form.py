"""What the customer takes of a quote: all of it, or chosen quantities."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from otc_desktop.domain.sales.quote import Quote
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.quantity_table import QuantityRow, QuantityTable

_SIZE = (760, 420)


class AcceptQuoteForm(FormDialog):
    """One row a line, the quoted quantity filled in; nothing in a row leaves it out.

    Args:
        services: what the window offers.
        quote: the quote.
    """

    def __init__(
        self, services: WindowServices, quote: Quote, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.quote = quote
        self.setWindowTitle(self.tr("Quote {number} accepted").format(number=quote.number))
        self.accept_button.setText(self.tr("Make the order"))
        hint = QLabel(
            self.tr(
                "The order keeps the quoted prices. Lower a quantity, or empty it, to take only"
                " a part; discounts on the whole go only with the whole."
            ),
            self,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self.purchase_order = QLineEdit(self)
        self.purchase_order.setMaxLength(50)
        self.purchase_order.setPlaceholderText(self.tr("The customer's own number"))
        fields = QFormLayout()
        fields.addRow(self.tr("&Purchase order"), self.purchase_order)
        quantity = services.formats.quantity
        self.table = QuantityTable(
            (self.tr("Line"), self.tr("Quoted"), self.tr("Taken")),
            [
                QuantityRow(
                    position,
                    (
                        " · ".join(each for each in (line.product_code, line.description) if each),
                        quantity(line.quantity),
                    ),
                    proposed=quantity(line.quantity),
                )
                for position, line in enumerate(quote.lines)
            ],
            self,
        )
        self.watch_fields({**self.table.named_fields(), "purchase_order": self.purchase_order})
        self.body.addLayout(fields)
        self.body.addWidget(hint)
        self.body.addWidget(self.table, 1)
        self.resize(*_SIZE)
        self.purchase_order.setFocus()

    def is_understood(self) -> bool:
        """Whether every quantity is a number; what is not is said."""
        _, faulty = self.table.quantities()
        if faulty:
            sentence = self.tr("This is not a quantity, such as 12.5")
            self.refuse([(name, sentence) for name in faulty])
        return not faulty

    def chosen(self) -> Mapping[int, Decimal] | None:
        """What is taken by line position; None where it is the whole quote."""
        found, _ = self.table.quantities()
        whole = {position: line.quantity for position, line in enumerate(self.quote.lines)}
        return None if found == whole else found
