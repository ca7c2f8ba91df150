"""A field for an amount, forgiving about how it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.formats import Formats, parse_money
from otc_desktop.ui.kernel.theme import tabular
from otc_desktop.ui.widgets.validity import mark_validity


class MoneyEdit(QLineEdit):
    """An amount of one currency; what can't be understood is marked and gives None.

    Signals:
        money_changed (Money or None): on each change of what is understood.
    """

    money_changed = Signal(object)

    def __init__(
        self, formats: Formats, *, currency: Currency = EUR, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self._currency = currency
        self._money: Money | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(tabular(self.font()))
        self.setMaxLength(40)
        self.setPlaceholderText(formats.money(Money.zero(currency)))
        self.textEdited.connect(self._understand)

    def money(self) -> Money | None:
        """The amount; None while the field is empty or not understood."""
        return self._money

    def set_money(self, money: Money | None) -> None:
        """Show an amount; it brings its currency along."""
        if money is not None:
            self._currency = money.currency
        self.setText("" if money is None else self._formats.money(money))
        mark_validity(self, "")
        self._keep(money)

    def is_valid(self) -> bool:
        """Whether the field is empty or understood."""
        return self._money is not None or not self.text().strip()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Word the amount as the window does, or say that it is none."""
        super().focusOutEvent(event)
        if self._money is not None:
            self.setText(self._formats.money(self._money))
        elif self.text().strip():
            mark_validity(self, self.tr("This is not an amount, such as 1234.50"))

    def _understand(self, text: str) -> None:
        mark_validity(self, "")
        try:
            self._keep(parse_money(text, self._currency) if text.strip() else None)
        except RuleError:
            self._keep(None)

    def _keep(self, money: Money | None) -> None:
        if money != self._money:
            self._money = money
            self.money_changed.emit(money)
