"""What billing the deliveries would make: looked at, ticked, and made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.invoicing.plan_billing import ProposedInvoice
from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.shared.findings import Severity
from otc_desktop.domain.shared.money import total
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_SIZE = (980, 560)
_CUSTOMER, _DELIVERIES, _DEDUCTED, _EXCL, _INCL, _REMARKS = range(6)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def grouping_titles() -> dict[InvoiceGrouping, str]:
    """The ways to group deliveries, in words."""
    return {
        InvoiceGrouping.DELIVERY: QCoreApplication.translate("Invoicing", "One per delivery"),
        InvoiceGrouping.ORDER: QCoreApplication.translate("Invoicing", "One per order"),
        InvoiceGrouping.SITE: QCoreApplication.translate("Invoicing", "One per delivery site"),
        InvoiceGrouping.CUSTOMER: QCoreApplication.translate("Invoicing", "One per customer"),
    }


class BillingReview(FormDialog):
    """Invoices that would be made, each with a tick; those with an error can't be ticked.

    Args:
        services: what the window offers.
        explain: a finding's sentence.
        regroup: asks for the list again in another grouping.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        explain: Callable[[ProposedInvoice], Sequence[str]],
        regroup: Callable[[InvoiceGrouping | None], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Invoices to prepare"))
        self._explain = explain
        self.proposed: Sequence[ProposedInvoice] = ()
        self.grouping = QComboBox(self)
        self.grouping.addItem(self.tr("As each customer wants"), None)
        for way, title in grouping_titles().items():
            self.grouping.addItem(title, way)
        self.grouping.currentIndexChanged.connect(lambda _index: regroup(self._chosen()))
        label = QLabel(self.tr("&Group deliveries"), self)
        label.setBuddy(self.grouping)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.grouping)
        head.addStretch(1)
        self.table = QTableWidget(0, 6, self)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Customer"),
                self.tr("Deliveries"),
                self.tr("Deposits deducted"),
                self.tr("Excl. tax"),
                self.tr("Incl. tax"),
                self.tr("Remarks"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_REMARKS, QHeaderView.ResizeMode.Stretch)
        self.table.setToolTip(self.tr("Space ticks or unticks an invoice"))
        self.table.itemChanged.connect(lambda _item: self._count())
        self.summary = QLabel(self)
        self.summary.setProperty("muted", True)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.summary)
        self.resize(*_SIZE)
        self._count()
        self.table.setFocus()

    def show_proposed(self, proposed: Sequence[ProposedInvoice]) -> None:
        """Fill the list; whatever can be made is ticked."""
        self.proposed = proposed
        self.table.blockSignals(True)
        self.table.setRowCount(len(proposed))
        for place, each in enumerate(proposed):
            self._fill(place, each)
        self.table.blockSignals(False)
        if proposed:
            self.table.setCurrentCell(0, 0)
        self._count()

    def ticked(self) -> list[ProposedInvoice]:
        """The invoices to make."""
        return [
            each
            for place, each in enumerate(self.proposed)
            if self._tick(place).checkState() is Qt.CheckState.Checked
        ]

    def _chosen(self) -> InvoiceGrouping | None:
        # Qt hands a text back, not the member that was put in.
        text = self.grouping.currentData()
        return None if text is None else InvoiceGrouping(text)

    def _fill(self, place: int, each: ProposedInvoice) -> None:
        blocked = each.totals is None or any(
            finding.severity is Severity.ERROR for finding in each.findings
        )
        money = self.services.formats.money
        texts = (
            f"{each.customer_code} {each.customer_name}",
            ", ".join(each.deliveries),
            ", ".join(each.deducted),
            "" if each.totals is None else money(each.totals.total_excl_tax),
            "" if each.totals is None else money(each.totals.total_incl_tax),
            " · ".join(self._explain(each)),
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column in (_EXCL, _INCL):
                item.setTextAlignment(_RIGHT)
            self.table.setItem(place, column, item)
        first = self._tick(place)
        if blocked:
            first.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            first.setCheckState(Qt.CheckState.Unchecked)
        else:
            first.setFlags(first.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            first.setCheckState(Qt.CheckState.Checked)

    def _tick(self, place: int) -> QTableWidgetItem:
        """The cell that holds an invoice's tick."""
        item = self.table.item(place, _CUSTOMER)
        return QTableWidgetItem() if item is None else item

    def _count(self) -> None:
        chosen = self.ticked()
        self.accept_button.setText(self.tr("Prepare {count} draft(s)").format(count=len(chosen)))
        self.accept_button.setEnabled(bool(chosen))
        amounts = [each.totals.total_incl_tax for each in chosen if each.totals is not None]
        if not amounts:
            self.summary.setText(self.tr("Nothing is ticked."))
            return
        currency = amounts[0].currency
        whole = total((each for each in amounts if each.currency == currency), currency)
        self.summary.setText(
            self.tr("{count} of {all} invoices, {amount} incl. tax").format(
                count=len(chosen), all=len(self.proposed), amount=self.services.formats.money(whole)
            )
        )
