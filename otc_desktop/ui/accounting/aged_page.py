"""The aged balance: what each customer owes on a date, by days late."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from otc_desktop.application.reporting.queries import AgedRow
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.ui.accounting.columns import aged_columns
from otc_desktop.ui.accounting.presenter import AccountingPresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.date_edit import DateEdit

_BUCKETS = ("not_due", "days_1_30", "days_31_60", "days_61_90", "over_90", "total")


class AgedPage(QWidget):
    """One row a customer, on any date."""

    def __init__(self, presenter: AccountingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        services = presenter.services
        self._rows = ShortList[AgedRow](
            lambda row: f"{row.customer_code} {row.customer_name}", _sums
        )
        self.date_field = DateEdit(services.formats, today=presenter.program.today(), parent=self)
        self.date_field.setMaximumWidth(160)
        self.list: ListView[AgedRow] = ListView(
            services,
            self._rows,
            aged_columns(),
            name="accounting.aged",
            empty=EmptyState(
                title=self.tr("Nobody owes anything on this date"),
                hint=self.tr("Choose another date, or issue an invoice."),
            ),
            parent=self,
        )
        label = QLabel(self.tr("Open amounts as they stood &on"), self)
        label.setBuddy(self.date_field)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.date_field)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        presenter.aged.connect(self._show)
        self.date_field.date_changed.connect(lambda day: self.reload())

    def start(self) -> None:
        """Show the balance of the business date."""
        self.date_field.set_date(self._presenter.program.today())

    def reload(self) -> None:
        """Read the balance again."""
        day = self.date_field.date()
        if day is not None:
            self._presenter.read_aged_balance(day)

    def _show(self, on: date, rows: Sequence[AgedRow]) -> None:
        if on == self.date_field.date():
            self._rows.show(rows)
            self.list.reload()


def _sums(rows: Sequence[AgedRow]) -> Mapping[str, Money]:
    currencies = {row.total.currency for row in rows}
    if len(currencies) != 1:
        return {}
    (currency,) = currencies
    return {name: total((getattr(row, name) for row in rows), currency) for name in _BUCKETS}
