"""The mails of many issued documents, looked over before they are queued."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.invoicing.preview_mails import MailPreview
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 900, 520
_TICK_WIDTH = 28
_NUMBER, _CUSTOMER, _RECIPIENTS, _STATE = range(4)


class MailReview(FormDialog):
    """A row a document; those that have nowhere to go, or went already, are not ticked.

    Args:
        services: what the window offers.
        previews: the mails as the program proposes them.
    """

    def __init__(
        self,
        services: WindowServices,
        previews: Sequence[MailPreview],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Send by e-mail"))
        self._previews = previews
        self.table = QTableWidget(len(previews), 4, self)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Document"), self.tr("Customer"), self.tr("To"), self.tr("Remark")]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        heading = self.table.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heading.setSectionResizeMode(_RECIPIENTS, QHeaderView.ResizeMode.Stretch)
        for row, preview in enumerate(previews):
            self._fill(row, preview)
        self.table.resizeColumnsToContents()
        heading.resizeSection(_NUMBER, heading.sectionSize(_NUMBER) + _TICK_WIDTH)
        self.table.itemChanged.connect(lambda _item: self._count())
        self.summary = QLabel(self)
        self.summary.setProperty("muted", True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.summary)
        self.resize(_WIDTH, _HEIGHT)
        self._count()
        self.table.setFocus()

    def chosen(self) -> list[MailPreview]:
        """The mails that are ticked."""
        return [
            preview
            for row, preview in enumerate(self._previews)
            if self._tick(row).checkState() is Qt.CheckState.Checked
        ]

    def _fill(self, row: int, preview: MailPreview) -> None:
        number = QTableWidgetItem(preview.number)
        number.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        if preview.recipients:
            number.setFlags(number.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        ready = bool(preview.recipients) and not preview.was_queued
        number.setCheckState(Qt.CheckState.Checked if ready else Qt.CheckState.Unchecked)
        remark = ""
        if not preview.recipients:
            remark = self.tr("no e-mail address")
        elif preview.was_queued:
            remark = self.tr("queued or sent before")
        self.table.setItem(row, _NUMBER, number)
        self.table.setItem(row, _CUSTOMER, QTableWidgetItem(preview.customer))
        self.table.setItem(row, _RECIPIENTS, QTableWidgetItem(", ".join(preview.recipients)))
        self.table.setItem(row, _STATE, QTableWidgetItem(remark))

    def _tick(self, row: int) -> QTableWidgetItem:
        item = self.table.item(row, _NUMBER)
        assert item is not None  # noqa: S101  # every row was filled
        return item

    def _count(self) -> None:
        number = self.services.formats.number
        ticked = len(self.chosen())
        self.accept_button.setText(
            self.tr("Put {count} in the outbox").format(count=number(ticked))
        )
        self.accept_button.setEnabled(ticked > 0)
        without = sum(not each.recipients for each in self._previews)
        self.summary.setText(
            self.tr("Documents: {count}. Without an e-mail address: {without}.").format(
                count=number(len(self._previews)), without=number(without)
            )
        )
