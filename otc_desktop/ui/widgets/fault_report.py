"""What could not be done, thing by thing, with the reason of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from otc_desktop.application.kernel.paging import ListOf
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.tables.columns import Column
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView

_SIZE = (820, 420)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fault:
    id: UUID
    thing: str
    reason: str


class FaultReport(QDialog):
    """Lists faults, so that they are mended in one go.

    Args:
        services: what the window offers.
        title: of the dialog.
        summary: how much was done and how much not.
        faults: pairs of the thing's name and the reason.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        title: str,
        summary: str,
        faults: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        rows = [
            _Fault(id=UUID(int=place), thing=thing, reason=reason)
            for place, (thing, reason) in enumerate(faults, start=1)
        ]
        columns = (
            Column(name="thing", title=self.tr("Document"), width=240),
            Column(name="reason", title=self.tr("Reason"), width=540),
        )
        self.list: ListView[_Fault] = ListView(
            services,
            ListOf(rows),
            columns,
            name="faults",
            empty=EmptyState(title=""),
            parent=self,
        )
        self.list.filter_bar.hide()
        heading = QLabel(summary, self)
        heading.setProperty("subheading", True)
        heading.setWordWrap(True)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addLayout(bottom)
        self.resize(*_SIZE)
