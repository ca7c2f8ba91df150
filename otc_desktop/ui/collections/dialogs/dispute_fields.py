"""Reason and cause of a dispute: the second follows from the first."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.shared.ids import DisputeCauseId
from otc_desktop.ui.collections.disputes_presenter import DisputesPresenter


class ReasonFields(QWidget):
    """Two boxes side by side; the second offers the company's causes under the reason."""

    def __init__(self, presenter: DisputesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.reason_field = QComboBox(self)
        for reason in DisputeReason:
            word = presenter.word("dispute_reason", reason.value)
            self.reason_field.addItem(word.capitalize(), reason.value)
        self.cause_field = QComboBox(self)
        self.cause_field.setAccessibleName(self.tr("Cause"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.reason_field, 1)
        row.addWidget(self.cause_field, 1)
        self.setFocusProxy(self.reason_field)
        self.reason_field.currentIndexChanged.connect(self._offer)
        presenter.causes_read.connect(self._offer)
        self._offer()

    def reason(self) -> DisputeReason:
        """The reason chosen."""
        return DisputeReason(self.reason_field.currentData())

    def cause_id(self) -> DisputeCauseId | None:
        """The cause chosen; None for none in particular."""
        found = self.cause_field.currentData()
        return None if found is None else DisputeCauseId(found)

    def choose(self, reason: DisputeReason, cause_id: DisputeCauseId | None) -> None:
        """Show a reason and a cause."""
        self.reason_field.setCurrentIndex(self.reason_field.findData(reason.value))
        place = [self.cause_field.itemData(at) for at in range(self.cause_field.count())]
        if cause_id in place:
            self.cause_field.setCurrentIndex(place.index(cause_id))

    def _offer(self, *_: object) -> None:
        chosen = self.cause_field.currentData()
        self.cause_field.clear()
        causes = self._presenter.causes_under(self.reason())
        self.cause_field.addItem(self.tr("no particular cause"), None)
        for cause in causes:
            self.cause_field.addItem(cause.title, cause.id)
        self.cause_field.setEnabled(bool(causes))
        for place, cause in enumerate(causes, start=1):
            if cause.id == chosen:
                self.cause_field.setCurrentIndex(place)
