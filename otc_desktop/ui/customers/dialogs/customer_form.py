"""One customer file as a form."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QTabWidget, QWidget

from otc_desktop.application.customers.queries import CustomerRow
from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.domain.customers.customer import Customer, CustomerStatus
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.ui.customers import live_checks
from otc_desktop.ui.customers.dialogs.customer_sections import (
    BillingSection,
    ElectronicSection,
    IdentitySection,
    OtherSection,
    PlaceSection,
    Words,
    texts_of,
)
from otc_desktop.ui.customers.dialogs.duplicate_hints import DuplicateHints
from otc_desktop.ui.customers.dialogs.field_rows import FieldRows
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.tone_label import ToneLabel

_SIZE = (760, 620)
_CHECK_AFTER_MS = 250


class CustomerForm(FormDialog):
    """Creates a customer, or edits one.

    Args:
        services: what the window offers.
        customer: the file to edit; None for a new one.
        head: the head of its group.
        customers: where a head is looked for.
        word: a kind or means of payment in words.
        sentence: a finding in words.
        today: the business date, for the example of a due date.

    Signals:
        checked: the fields of a new customer were looked at; likely duplicates are wanted.
    """

    checked = Signal()

    def __init__(
        self,
        services: WindowServices,
        customer: Customer | None = None,
        *,
        word: Words,
        sentence: Callable[[Finding], str],
        today: date,
        head: Customer | None = None,
        customers: PageSource[CustomerRow] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(
            self.tr("New customer")
            if customer is None
            else self.tr("Customer {code}").format(code=customer.code)
        )
        self.accept_button.setText(self.tr("Save"))
        self.customer = customer
        self.as_draft = False
        self._head = head
        self._sentence = sentence
        self._today = today
        self.identity = IdentitySection(services, word, customers, self)
        self.place = PlaceSection(self)
        self.billing = BillingSection(word, self)
        self.electronic = ElectronicSection(word, self)
        self.other = OtherSection(self)
        self.sections = QTabWidget(self)
        self._parts: tuple[tuple[FieldRows, str], ...] = (
            (self.identity, self.identity.title),
            (self.place, self.place.title),
            (self.billing, self.billing.title),
            (self.electronic, self.electronic.title),
            (self.other, self.other.title),
        )
        for part, title in self._parts:
            self.sections.addTab(_scrolled(part), title)
            self.watch_fields(part.fields)
        self.hints = DuplicateHints(self)
        self.body.addWidget(self.hints)
        self.body.addWidget(self.sections, 1)
        self._add_draft_button()
        self._add_keys()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_AFTER_MS)
        self._timer.timeout.connect(self.check_now)
        self.identity.take_vat_number.clicked.connect(self._take_vat_number)
        if customer is not None:
            self._fill(customer)
        for part, _ in self._parts:
            part.edited.connect(self._timer.start)
        self.resize(*_SIZE)
        self.check_now()
        self.field("code" if customer is None else "name").setFocus()

    def field(self, name: str) -> QLineEdit:
        """The text field of an import column's name."""
        found = self._widget(name)
        if not isinstance(found, QLineEdit):
            raise TypeError(f"{name} is no field of text")
        return found

    def remark(self, name: str) -> ToneLabel:
        """What is said of a field."""
        return next(part.remarks[name] for part, _ in self._parts if name in part.remarks)

    def values(self) -> Mapping[str, str]:
        """The texts by import column name."""
        found: dict[str, str] = {}
        for part, _ in self._parts:
            found |= part.values()
        found["payment_means"] = self.billing.means.text()
        found["notes"] = self.other.notes.toPlainText()
        found["parent"] = self.identity.parent_code("" if self._head is None else self._head.code)
        return found

    def refuse(self, faults: Sequence[tuple[str, str]]) -> None:
        """Say what is wrong, and open the section where it begins."""
        at_fault = {name for name, _ in faults}
        first = True
        for place, (part, title) in enumerate(self._parts):
            faulty = bool(at_fault & set(part.fields))
            self.sections.setTabText(place, f"{Tone.BAD.glyph} {title}" if faulty else title)
            if faulty and first:
                self.sections.setCurrentIndex(place)
                first = False
        super().refuse(faults)

    def check_now(self) -> None:
        """Say beside each field what is wrong or right with it."""
        values = self.values()
        for name in live_checks.CHECKED:
            self._judge(name, values)
        offered = live_checks.offered_vat_number(values)
        button = self.identity.take_vat_number
        button.setText(
            self.tr("Take {number}, which follows from the SIREN").format(number=offered)
        )
        button.setProperty("offered", offered)
        button.setVisible(bool(offered))
        if self.customer is None:
            self.checked.emit()

    def _judge(self, name: str, values: Mapping[str, str]) -> None:
        remark = self.remark(name)
        finding = live_checks.finding_of(name, values)
        if finding is not None:
            tone = Tone.BAD if finding.severity is Severity.ERROR else Tone.WARNING
            # A number is wrong all the time it is typed; that is no reason to shout.
            typing = tone is Tone.BAD and self._widget(name).hasFocus()
            remark.say(Tone.NEUTRAL if typing else tone, self._sentence(finding))
        elif not values.get(name, "").strip():
            remark.say(Tone.NEUTRAL, "")
        elif name == "payment_terms":
            due = live_checks.due_of_today(values, self._today)
            text = self.tr("An invoice of today would fall due on {day}")
            remark.say(Tone.GOOD, text.format(day=self.services.formats.date(due)) if due else "")
        else:
            remark.say(Tone.GOOD, self.tr("Correct"))

    def _take_vat_number(self) -> None:
        self.field("vat_number").setText(str(self.identity.take_vat_number.property("offered")))
        self.check_now()
        self.field("vat_number").setFocus()

    def _add_draft_button(self) -> None:
        self.draft_button = QPushButton(self.tr("Save as a draft"), self)
        self.draft_button.setAutoDefault(False)
        self.draft_button.setToolTip(
            self.tr("Keep the file without making it active, to complete it later")
        )
        is_draft = self.customer is None or self.customer.status is CustomerStatus.DRAFT
        self.draft_button.setVisible(is_draft)
        self.draft_button.clicked.connect(self._submit_draft)
        self.buttons.insertWidget(1, self.draft_button)

    def _add_keys(self) -> None:
        """Ctrl+Page Up and Down turn the sections from any field."""
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def _turn(self, step: int) -> None:
        self.sections.setCurrentIndex((self.sections.currentIndex() + step) % len(self._parts))

    def _submit_draft(self) -> None:
        self.as_draft = True
        self._submit()
        self.as_draft = False

    def _widget(self, name: str) -> QWidget:
        return next(part.fields[name] for part, _ in self._parts if name in part.fields)

    def _fill(self, customer: Customer) -> None:
        texts = texts_of(customer, self.services.formats)
        for part, _ in self._parts:
            part.fill(texts)
        self.billing.means.show_means(customer.payment_means)
        self.other.notes.setPlainText(customer.notes)
        self.identity.show_head(self._head)
        self.field("code").setEnabled(False)


def _scrolled(content: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setWidget(content)
    return scroll
