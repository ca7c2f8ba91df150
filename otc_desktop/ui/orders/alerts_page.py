"""Customers whose credit gives reason to look, the most urgent first."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.credit.queries import AlertRow
from otc_desktop.domain.credit.alerts import AlertKind
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList

_TONES = {
    AlertKind.SIREN_CEASED: Tone.BAD,
    AlertKind.LIMIT_EXCEEDED: Tone.BAD,
    AlertKind.REVIEW_DUE: Tone.INFO,
}


class AlertsPage(QWidget):
    """The alerts; Enter opens the customer's file.

    Args:
        presenter: runs what the page reads.
    """

    def __init__(self, presenter: Presenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._source: ShortList[AlertRow] = ShortList(
            lambda row: f"{row.customer_code} {row.customer_name}"
        )
        self.list: ListView[AlertRow] = ListView(
            presenter.services,
            self._source,
            _columns(presenter),
            name="orders.credit-alerts",
            empty=EmptyState(
                title=self.tr("No credit alert"),
                hint=self.tr("Limits, insurance, grades and first unpaid items are watched."),
            ),
            parent=self,
        )
        self.list.totals_bar.hide()
        self.list.row_activated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def reload(self) -> None:
        """Weigh all customers again."""
        credit = self._presenter.program.queries.credit

        def show(rows: Sequence[AlertRow]) -> None:
            self._source.show(rows)
            self.list.reload()

        self._presenter.ask(credit.alerts, on_done=show)

    def _open(self, customer_id: UUID) -> None:
        self._presenter.services.navigator.open(Place(tab="customers", id=customer_id))


def _columns(presenter: Presenter) -> tuple[Column, ...]:
    def alerts(row: AlertRow) -> StatusMark:
        words = [presenter.word("credit_alert", each.value) for each in row.alerts]
        return StatusMark(_TONES.get(row.alerts[0], Tone.WARNING), " · ".join(words))

    money = ColumnKind.MONEY
    return (
        Column(
            name="customer_code",
            title=QCoreApplication.translate("Credit", "Code"),
            width=90,
        ),
        Column(
            name="customer_name",
            title=QCoreApplication.translate("Credit", "Customer"),
            width=220,
        ),
        Column(
            name="alerts",
            title=QCoreApplication.translate("Credit", "Alerts"),
            kind=ColumnKind.STATUS,
            width=360,
            value=alerts,
        ),
        Column(
            name="exposure",
            title=QCoreApplication.translate("Credit", "Exposure"),
            kind=money,
            width=115,
        ),
        Column(
            name="limit",
            title=QCoreApplication.translate("Credit", "Limit"),
            kind=money,
            width=115,
        ),
        Column(
            name="overdue",
            title=QCoreApplication.translate("Credit", "Overdue"),
            kind=money,
            width=115,
        ),
        Column(
            name="grade",
            title=QCoreApplication.translate("Credit", "Grade"),
            width=70,
            value=lambda row: presenter.word("credit_grade", row.grade),
        ),
    )
