"""How far works have come: cumulative percentages by line, or all of it."""

from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from otc_desktop.application.invoicing.invoice_situation import InvoiceSituation
from otc_desktop.domain.invoicing.works import WorksContract
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.quantity_table import QuantityRow, QuantityTable

_SIZE = (820, 480)


class SituationForm(FormDialog):
    """Asks for the progress that the next progress invoice tells.

    Args:
        services: what the window offers.
        works: the contract.
    """

    def __init__(
        self, services: WindowServices, works: WorksContract, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Progress of works {number}").format(number=works.number))
        self.accept_button.setText(self.tr("Prepare the progress invoice"))
        self.works = works
        formats = services.formats
        hint = QLabel(self.tr("Percentages are cumulative: from the beginning of the works."), self)
        hint.setProperty("muted", True)
        self.table = QuantityTable(
            [
                self.tr("Line"),
                self.tr("Amount, excl. tax"),
                self.tr("Invoiced so far, %"),
                self.tr("Now, %"),
            ],
            [
                QuantityRow(
                    position,
                    (
                        line.description,
                        formats.money(line.net(works.currency)),
                        _plain(reached),
                    ),
                    _plain(reached),
                )
                for position, (line, reached) in enumerate(
                    zip(works.lines, works.reached, strict=True)
                )
            ],
            self,
        )
        self.final = QCheckBox(self.tr("&Final account: everything is done"), self)
        self.final.toggled.connect(self.table.setDisabled)
        self.watch_fields(self.table.named_fields())
        self.body.addWidget(hint)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.final)
        self.resize(*_SIZE)

    def command(self) -> InvoiceSituation | None:
        """What was asked for; None when it is not understood, which is then said."""
        if self.final.isChecked():
            return InvoiceSituation(number=self.works.number, is_final=True)
        found, faulty = self.table.quantities()
        if faulty:
            text = self.tr("This is not a percentage, such as 45 or 33.3")
            self.refuse([(name, text) for name in faulty])
            return None
        return InvoiceSituation(number=self.works.number, by_line=dict(found))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
