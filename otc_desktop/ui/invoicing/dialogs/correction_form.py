"""What was wrong with an invoice that another one replaces."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from otc_desktop.application.invoicing.correct_invoice import CorrectInvoice
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog


def reason_choice(
    word: Callable[[str, str], str],
    reasons: Iterable[CorrectionReason],
    *,
    parent: QWidget,
) -> QComboBox:
    """A choice of reasons in words; nothing is chosen at first."""
    choice = QComboBox(parent)
    for each in reasons:
        choice.addItem(word("correction_reason", each.value).capitalize(), each.value)
    choice.setCurrentIndex(-1)
    return choice


class CorrectionForm(FormDialog):
    """Asks why an invoice is replaced.

    Args:
        services: what the window offers.
        number: of the invoice.
        word: of a value, by its family, in the user's language.
    """

    def __init__(
        self,
        services: WindowServices,
        number: str,
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Replace invoice {number}").format(number=number))
        self.accept_button.setText(self.tr("Prepare the corrective invoice"))
        self._number = number
        self.reason = reason_choice(
            word, (each for each in CorrectionReason if each.is_error), parent=self
        )
        fields = QFormLayout()
        fields.addRow(self.tr("&What was wrong"), self.reason)
        hint = QLabel(self.tr("The reason is not printed; it counts in the rate of errors."), self)
        hint.setProperty("muted", True)
        self.body.addLayout(fields)
        self.body.addWidget(hint)
        self.watch_fields({"reason": self.reason})
        self.reason.setFocus()

    def command(self) -> CorrectInvoice | None:
        """What was asked for; None while no reason is chosen, which is then said."""
        reason = self.reason.currentData()
        if reason is None:
            self.refuse([("reason", self.tr("Choose what was wrong with the invoice."))])
            return None
        return CorrectInvoice(number=self._number, reason=CorrectionReason(reason))
