"""A status of the reform noted by hand: which, since when, why."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPlainTextEdit, QWidget

from otc_desktop.application.invoicing.read_life_cycle import LifeCycle
from otc_desktop.application.invoicing.record_status import RecordStatus
from otc_desktop.domain.invoicing.lifecycle import FACTS, OURS, StatusCode
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _NOTE_HEIGHT = 560, 84


class StatusForm(FormDialog):
    """Asks for a status that may follow where the document stands, with a reason of its list.

    Args:
        services: what the window offers.
        life: of the document.
        today: the business date.
        word: of a value, by its family, in the user's language.
    """

    def __init__(
        self,
        services: WindowServices,
        life: LifeCycle,
        *,
        today: date,
        word: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Note a status of {number}").format(number=life.number))
        self.accept_button.setText(self.tr("Note the status"))
        self._number, self._word = life.number, word
        self.status = QComboBox(self)
        for code in life.may_be_noted:
            name = f"{code.value} {word('reform_status', code.value)}"
            self.status.addItem(name, code.value)
        self.reason = QComboBox(self)
        self.on = DateEdit(services.formats, today=today, parent=self)
        self.on.set_date(today)
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setProperty("muted", True)
        rows = QFormLayout()
        rows.addRow(self.tr("&Status"), self.status)
        rows.addRow(self.tr("&Reason"), self.reason)
        rows.addRow(self.tr("&Date"), self.on)
        rows.addRow(self.tr("&Note"), self.note)
        self.body.addLayout(rows)
        self.body.addWidget(self.hint)
        self.watch_fields(
            {"code": self.status, "reason": self.reason, "on": self.on, "note": self.note}
        )
        self.status.currentIndexChanged.connect(lambda _place: self._show_reasons())
        self._show_reasons()
        self.resize(_WIDTH, self.sizeHint().height())
        self.status.setFocus()

    def command(self) -> RecordStatus | None:
        """What was asked for; None when something is missing, which is then said."""
        code = self._code()
        if code is None:
            self.refuse([("code", self.tr("Choose a status."))])
            return None
        day = self.on.date()
        if day is None:
            self.refuse([("on", self.tr("Write the day, such as 31/12/2026."))])
            return None
        reason = self.reason.currentData() or ""
        if FACTS[code].needs_reason and not reason:
            self.refuse([("reason", self.tr("Choose the reason that the message gives."))])
            return None
        return RecordStatus(
            number=self._number,
            code=code.value,
            on=day,
            reason=reason,
            note=self.note.toPlainText(),
        )

    def _code(self) -> StatusCode | None:
        value = self.status.currentData()
        return None if value is None else StatusCode(value)

    def _show_reasons(self) -> None:
        code = self._code()
        self.reason.clear()
        reasons = () if code is None else FACTS[code].reasons
        if code is not None and not FACTS[code].needs_reason:
            self.reason.addItem(self.tr("none"), "")
        for each in reasons:
            self.reason.addItem(f"{self._word('reform_reason', each)} ({each})", each)
        self.reason.setEnabled(bool(reasons))
        if code is None:
            self.hint.clear()
            return
        if code in OURS:
            self.hint.setText(
                self.tr("This status is yours: it becomes a message to the customer.")
            )
            return
        advice = self._word("reform_advice", code.value)
        self.hint.setText("" if advice == code.value else advice)
