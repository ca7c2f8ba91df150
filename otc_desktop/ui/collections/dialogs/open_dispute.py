"""Which invoice a customer contests, why, and for how much."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit
from otc_desktop.ui.widgets.picker import Picker


class OpenDisputeDialog(FormDialog):
    """A dispute before it is noted; without an amount, all that is open is contested.

    Args:
        services: what the window offers.
        open_items: searched by number.
        word: a word of the catalogue by kind and value.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        open_items: PageSource[OpenItemRow],
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            services,
            title=self.tr("Open a dispute"),
            accept_text=self.tr("Open the dispute"),
            enter_accepts=False,
            parent=parent,
        )
        self.number_field: Picker[OpenItemRow] = Picker(
            services, open_items, describe=lambda row: row.number, parent=self
        )
        self.reason_field = QComboBox(self)
        for reason in DisputeReason:
            self.reason_field.addItem(word("dispute_reason", reason.value), reason.value)
        self.amount_field = MoneyEdit(services.formats, parent=self)
        form = QFormLayout()
        form.addRow(self.tr("&Invoice"), self.number_field)
        form.addRow(self.tr("&Reason"), self.reason_field)
        form.addRow(self.tr("Contested &amount"), self.amount_field)
        self._hint = QLabel(
            self.tr("Leave the amount empty when the whole open amount is contested."), self
        )
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self.body.addLayout(form)
        self.body.addWidget(self._hint)
        self.watch_fields(
            {
                "number": self.number_field,
                "reason": self.reason_field,
                "amount": self.amount_field,
            }
        )
        self.number_field.picked.connect(self._on_picked)
        self.setMinimumWidth(460)
        self.number_field.setFocus()

    def number(self) -> str:
        """The invoice's number, chosen or typed."""
        return self.number_field.text().strip()

    def reason(self) -> str:
        """What the customer says is wrong."""
        return str(self.reason_field.currentData())

    def amount(self) -> Decimal | None:
        """The contested amount; None for all that is open."""
        money = self.amount_field.money()
        return None if money is None else money.amount

    def _on_picked(self, row: OpenItemRow | None) -> None:
        if row is not None:
            self.amount_field.setPlaceholderText(self.services.formats.money(row.open))
