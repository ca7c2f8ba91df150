"""Who is left in peace, until when; the end of each can be moved or brought about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from otc_desktop.application.dunning.pause_list import (
    ChangePause,
    PauseRow,
    ReadPauseList,
    change_pause,
    read_pause_list,
)
from otc_desktop.application.dunning.pause_reminders import EndPause, end_pause
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 760, 480


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A pause of the list."""

    id: UUID
    row: PauseRow


class PausesPresenter(Presenter):
    """The pauses without their widgets."""

    def load(self, on_done: Callable[[Sequence[PauseRow]], None]) -> None:
        """Those that hold today."""
        self.read(read_pause_list, ReadPauseList(), on_done=on_done)

    def change(
        self,
        command: ChangePause,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Move an end."""
        self.write(change_pause, command, on_done=lambda _: on_done(), on_error=on_error)

    def end(self, pause_id: UUID, on_done: Callable[[], None]) -> None:
        """Remind again."""
        self.write(end_pause, EndPause(pause_id=pause_id), on_done=lambda _: on_done())


class PausesDialog(FormDialog):
    """List of pauses; end and reason of the chosen one below.

    Args:
        presenter: asks the program.
    """

    def __init__(self, presenter: PausesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(presenter.services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Reminders on hold"))
        self.accept_button.setText(self.tr("Keep this end"))
        self.cancel_button.setText(self.tr("Close"))
        self._presenter = presenter
        self._rows = ShortList[HeldRow](
            lambda row: f"{row.row.customer_code} {row.row.customer_name} {row.row.number}"
        )
        self.list: ListView[HeldRow] = ListView(
            presenter.services,
            self._rows,
            _columns(),
            name="collections.pauses",
            empty=EmptyState(
                title=self.tr("Nobody is on hold"),
                hint=self.tr("«Hold…» over a reminder leaves a customer in peace for a while."),
            ),
            parent=self,
        )
        self.until = DateEdit(
            presenter.services.formats, today=presenter.program.today(), parent=self
        )
        self.until.setToolTip(self.tr("Empty: until somebody lets them go on"))
        self.reason = QLineEdit(self)
        self.end_now = QPushButton(self.tr("Remind again now"), self)
        self.end_now.setAutoDefault(False)
        until = QHBoxLayout()
        until.addWidget(self.until, 1)
        until.addWidget(self.end_now)
        fields = QFormLayout()
        fields.addRow(self.tr("&Up to and with"), until)
        fields.addRow(self.tr("&Reason"), self.reason)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(fields)
        self.watch_fields({"until": self.until.field, "reason": self.reason})
        self.list.selection_changed.connect(lambda ids: self._fill())
        self.list.model.loaded.connect(lambda as_new: self._choose_first())
        self.submitted.connect(self._keep)
        self.end_now.clicked.connect(self._end)
        self.resize(_WIDTH, _HEIGHT)
        self.reload()

    def reload(self) -> None:
        """Read the pauses again."""
        self._presenter.load(self._show)

    def _show(self, rows: Sequence[PauseRow]) -> None:
        self._rows.show([HeldRow(row.pause.id, row) for row in rows])
        self.list.reload()

    def _chosen(self) -> PauseRow | None:
        rows = self.list.selected_rows()
        return rows[0].row if len(rows) == 1 else None

    def _choose_first(self) -> None:
        first = self.list.model.id_at(0)
        if first is not None and not self.list.selected_ids():
            self.list.select_ids([first])
        self._fill()

    def _fill(self) -> None:
        row = self._chosen()
        for widget in (self.until, self.reason, self.end_now, self.accept_button):
            widget.setEnabled(row is not None)
        self.until.set_date(None if row is None else row.pause.until_on)
        self.reason.setText("" if row is None else row.pause.reason)

    def _keep(self) -> None:
        row = self._chosen()
        if row is not None:
            command = ChangePause(
                pause_id=row.pause.id, until=self.until.date(), reason=self.reason.text()
            )
            self._presenter.change(command, on_done=self._on_kept, on_error=self._refused)

    def _on_kept(self) -> None:
        self.accept_button.setEnabled(True)
        self.reload()

    def _refused(self, refusal: OtcError) -> None:
        self.refuse([(refusal.where or "", self._presenter.error_text(refusal))])

    def _end(self) -> None:
        row = self._chosen()
        if row is not None:
            self._presenter.end(row.pause.id, self.reload)


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(
            name="customer",
            title=translate("CollectionsColumns", "Customer"),
            width=220,
            value=lambda row: f"{row.row.customer_code} · {row.row.customer_name}",
        ),
        Column(
            name="number",
            title=translate("CollectionsColumns", "Document"),
            width=110,
            value=lambda row: row.row.number,
        ),
        Column(
            name="until",
            title=translate("CollectionsColumns", "Up to and with"),
            kind=ColumnKind.DATE,
            width=120,
            value=lambda row: row.row.pause.until_on,
        ),
        Column(
            name="reason",
            title=translate("CollectionsColumns", "Reason"),
            width=220,
            value=lambda row: row.row.pause.reason,
        ),
    )
