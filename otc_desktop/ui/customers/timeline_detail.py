"""The chosen line of the timeline in full: text, facts, the mail's words, its files."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.customers.queries import MailText, TimelineRow
from otc_desktop.application.dunning.promise_queries import PromiseBook, PromiseRow
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.dunning.promise import PromiseState
from otc_desktop.ui.customers.contact_log_presenter import ContactLogPresenter
from otc_desktop.ui.customers.timeline_kinds import Group
from otc_desktop.ui.customers.timeline_places import place_of, subject_kind_of
from otc_desktop.ui.customers.wording import TimelineWords
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.attachment_list import AttachmentList
from otc_desktop.ui.widgets.fact_list import FactList
from otc_desktop.ui.widgets.tone_label import ToneLabel

_PROMISE_TONES = {
    PromiseState.PENDING: Tone.INFO,
    PromiseState.KEPT: Tone.GOOD,
    PromiseState.KEPT_LATE: Tone.WARNING,
    PromiseState.PARTLY: Tone.BAD,
    PromiseState.BROKEN: Tone.BAD,
    PromiseState.CANCELLED: Tone.NEUTRAL,
}
_LEAST_HEIGHT, _FILES_HEIGHT = 70, 130
_NOTES = frozenset(("NoteAdded", "NoteWithdrawn"))


class TimelineDetail(QFrame):
    """Shows one fact.

    Signals:
        place_asked: open what the fact is about.
        withdraw_asked (UUID): mark the note as wrong.
        cancel_asked (UUID): call the promise off.
    """

    place_asked = Signal()
    withdraw_asked = Signal(object)
    cancel_asked = Signal(object)

    def __init__(
        self,
        presenter: ContactLogPresenter,
        words: TimelineWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._presenter = presenter
        self._words = words
        self._row: TimelineRow | None = None
        self._title = QLabel(self)
        self._title.setProperty("subheading", True)
        self._title.setWordWrap(True)
        self.state = ToneLabel(self)
        self.facts = FactList(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.files = AttachmentList(
            presenter.services, presenter.program, name="customers-timeline-files", parent=self
        )
        self.open_button = self._button(self.tr("Go there"), self.place_asked.emit)
        self.withdraw_button = self._button(
            self.tr("Withdraw the note"), lambda: self._tell(self.withdraw_asked)
        )
        self.cancel_button = self._button(
            self.tr("Call the promise off…"), lambda: self._tell(self.cancel_asked)
        )
        head = QHBoxLayout()
        head.setSpacing(SPACING)
        head.addWidget(self._title, 1)
        for button in (self.open_button, self.withdraw_button, self.cancel_button):
            head.addWidget(button)
        body = QWidget(self)
        parts = QVBoxLayout(body)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(SPACING)
        parts.addWidget(self.state)
        parts.addWidget(self.facts)
        parts.addWidget(self.text, 2)
        parts.addWidget(self.files, 3)
        parts.addStretch(0)
        # On a small screen what does not fit is scrolled to: the list keeps its lines.
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMinimumHeight(_LEAST_HEIGHT)
        scroll.setWidget(body)
        # The card shows through.
        scroll.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        self.text.setMinimumHeight(_LEAST_HEIGHT)
        self.files.setMinimumHeight(_FILES_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(SPACING)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self.clear()

    def clear(self) -> None:
        """Show no fact."""
        self._row = None
        self.hide()

    def show_row(self, row: TimelineRow, customer: Customer) -> None:
        """Show a fact in full."""
        self._row = row
        self._title.setText(self._words.sentence(row))
        self.state.say(Tone.NEUTRAL, "")
        self.facts.show_facts(self._facts(row))
        self._say(str(row.details.get("text", "")))
        self.open_button.setVisible(place_of(row, customer) is not None)
        self.withdraw_button.setVisible(row.kind == "NoteAdded")
        self.cancel_button.hide()
        self._show_files(row)
        if row.kind in self._words.kinds_of(Group.MAILS):
            self._presenter.load_mail(row.subject_id, self._for(row, self._show_mail))
        elif row.kind in ("PromiseRecorded", "PromiseCancelled"):
            self._presenter.load_promises(customer.id, self._for(row, self._show_promise))
        self.show()

    def _facts(self, row: TimelineRow) -> list[tuple[str, str]]:
        details = row.details
        changes = self._words.changes(row)
        if changes:
            return [*changes, (self.tr("Changed by"), str(details.get("author", "")))]
        facts = [
            (
                self.tr("About the document"),
                str(details.get("about", "")) if row.kind in _NOTES else "",
            ),
            (self.tr("Spoken to"), str(details.get("contact", ""))),
            (self.tr("Phone"), str(details.get("phone", ""))),
            (self.tr("Promised by"), str(details.get("made_by", ""))),
            (self.tr("Invoices"), ", ".join(_texts(details.get("numbers")))),
            (self.tr("Server's answer"), str(details.get("answer", ""))),
            (self.tr("Noted by"), str(details.get("author", ""))),
        ]
        if details.get("minutes"):
            facts.append((self.tr("Duration"), self.tr("{n} min").format(n=details["minutes"])))
        if details.get("next_call_on"):
            facts.append((self.tr("Call again on"), self._words.day(details["next_call_on"])))
        return facts

    def _show_files(self, row: TimelineRow) -> None:
        kind = subject_kind_of(row)
        subject_id = row.subject_id
        if row.details.get("about_id"):
            kind = SubjectKind(str(row.details["about_kind"]))
            subject_id = UUID(str(row.details["about_id"]))
        self.files.setVisible(kind is not None)
        if kind is None:
            self.files.clear()
        else:
            self.files.show_subject(kind, subject_id)

    def _show_mail(self, mail: MailText | None) -> None:
        if mail is not None:
            self._say(f"{mail.recipient}\n{mail.subject}\n\n{mail.body}")

    def _show_promise(self, book: PromiseBook) -> None:
        row = self._row
        promise = next((p for p in book.promises if row and p.id == row.subject_id), None)
        if promise is None:
            return
        self.state.say(_PROMISE_TONES[promise.state], self._standing(promise))
        self.cancel_button.setVisible(promise.state is PromiseState.PENDING)

    def _standing(self, promise: PromiseRow) -> str:
        formats = self._presenter.services.formats
        state = self._presenter.word("promise_state", promise.state.value).capitalize()
        if promise.state is PromiseState.CANCELLED:
            return state
        return self.tr("{state}: {received} of {amount} received, in time until {day}").format(
            state=state,
            received=formats.money(promise.received),
            amount=formats.money(promise.amount),
            day=formats.date(promise.last_day),
        )

    def _say(self, text: str) -> None:
        self.text.setPlainText(text)
        self.text.setVisible(bool(text.strip()))

    def _for(self, row: TimelineRow, show: Callable[..., None]) -> Callable[..., None]:
        """An answer that comes after another line was chosen is dropped."""

        def if_still_shown(answer: object) -> None:
            if self._row is row:
                show(answer)

        return if_still_shown

    def _tell(self, signal: SignalInstance) -> None:
        if self._row is not None:
            signal.emit(self._row.subject_id)

    def _button(self, text: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: run())
        return button


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
