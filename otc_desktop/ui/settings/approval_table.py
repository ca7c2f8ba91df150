"""How much each role may agree to, as a small table that can be edited."""

from decimal import Decimal

from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.domain.security.approval_limits import ADMINISTRATOR, ApprovalLimit
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.widgets.money_edit import MoneyEdit


class _Row:
    """The fields of one role; empty means no bound."""

    def __init__(self, presenter: Presenter, limit: ApprovalLimit, parent: QWidget) -> None:
        formats = presenter.services.formats
        self.role = limit.role
        self.title = QLabel(presenter.word("role", limit.role).capitalize(), parent)
        self.most = MoneyEdit(formats, parent=parent)
        self.most.set_money(limit.most)
        self.percent = QLineEdit(parent)
        percent = limit.most_percent
        self.percent.setText("" if percent is None else formats.number(percent))
        self.free = QCheckBox(parent)
        self.free.toggled.connect(self._follow)
        self.free.setChecked(limit.has_no_end)
        self.free.setEnabled(limit.role != ADMINISTRATOR)
        self._follow(limit.has_no_end)

    def widgets(self) -> tuple[QWidget, ...]:
        return (self.title, self.most, self.percent, self.free)

    def limit(self) -> ApprovalLimit:
        """The limit on show; a bound that is left empty allows nothing."""
        if self.free.isChecked():
            return ApprovalLimit(role=self.role)
        text = self.percent.text().strip().rstrip("%")
        percent: Decimal | None = parse_decimal(text) if text else None
        most = self.most.money()
        if most is None and percent is None:
            most = Money.zero(EUR)
        return ApprovalLimit(role=self.role, most=most, most_percent=percent)

    def _follow(self, free: bool) -> None:
        self.most.setEnabled(not free)
        self.percent.setEnabled(not free)


class ApprovalTable(QWidget):
    """One row for each role."""

    def __init__(self, presenter: Presenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.rows: list[_Row] = []
        self._grid = QGridLayout()
        titles = (
            self.tr("Role"),
            self.tr("Up to"),
            self.tr("Up to, in % of the limit"),
            self.tr("Without a limit"),
        )
        for column, title in enumerate(titles):
            label = QLabel(title, self)
            label.setProperty("subheading", True)
            self._grid.addWidget(label, 0, column)
        hint = QLabel(
            self.tr("What goes beyond the credit limit must keep within both bounds."), self
        )
        hint.setProperty("muted", True)
        outer = QVBoxLayout(self)
        outer.addLayout(self._grid)
        outer.addWidget(hint)
        outer.addStretch(1)

    def show_limits(self, limits: tuple[ApprovalLimit, ...]) -> None:
        """Show the limits in their order."""
        for row in self.rows:
            for widget in row.widgets():
                widget.deleteLater()
        self.rows = [_Row(self._presenter, limit, self) for limit in limits]
        for number, row in enumerate(self.rows, start=1):
            for column, widget in enumerate(row.widgets()):
                self._grid.addWidget(widget, number, column)

    def limits(self) -> tuple[ApprovalLimit, ...]:
        """The limits on show.

        Raises:
            RuleError: `input.not_a_number`, `security.negative_approval_limit`.
        """
        return tuple(row.limit() for row in self.rows)
