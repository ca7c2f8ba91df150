"""What lies beside the telephone: numbers, script, open invoices, history."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.dunning.call_sheet import CallSheet
from otc_desktop.ui.collections.calls_presenter import CallsPresenter
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.kernel.tones import Tone

_DIALLED = "0123456789+*#"


class CallSheetPanel(QWidget):
    """The sheet of one customer; a hint while none is chosen.

    Signals:
        customer_asked (str): the code of the customer whose file is to be shown.
    """

    customer_asked = Signal(str)

    def __init__(self, presenter: CallsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.sheet: CallSheet | None = None
        self.title = QLabel(self)
        self.title.setProperty("heading", True)
        self.title.setWordWrap(True)
        self.warning = QLabel(self.tr("Money that seems to be theirs waits in the bank"), self)
        self.warning.setProperty("tone", Tone.WARNING.name)
        self.warning.setText(f"{Tone.WARNING.glyph} {self.warning.text()}")
        self.numbers = QComboBox(self)
        self.numbers.setAccessibleName(self.tr("Number"))
        self.dial = QPushButton(self.tr("Dial"), self)
        self.dial.setToolTip(self.tr("Hand the number to the system's telephone"))
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setToolTip(self.tr("Copy the number"))
        self.file = QPushButton(self.tr("Customer file"), self)
        for button in (self.dial, self.copy, self.file):
            button.setAutoDefault(False)
        self.dial.clicked.connect(self._dial)
        self.copy.clicked.connect(self._copy)
        self.file.clicked.connect(self._ask_for_file)
        self.script = self._text(self.tr("What to say"))
        self.items = self._text(self.tr("Open invoices"))
        self.history = self._text(self.tr("What was said and promised"))
        self._labels: list[QLabel] = []
        top = QHBoxLayout()
        top.addWidget(self.numbers, 1)
        for button in (self.dial, self.copy, self.file):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.title)
        column.addWidget(self.warning)
        column.addLayout(top)
        for field, stretch in ((self.script, 5), (self.items, 2), (self.history, 3)):
            label = QLabel(field.accessibleName(), self)
            label.setProperty("subheading", True)
            self._labels.append(label)
            column.addWidget(label)
            column.addWidget(field, stretch)
        column.addStretch(0)
        self.show_sheet(None)

    def show_sheet(self, sheet: CallSheet | None, *, pays_already: bool = False) -> None:
        """Show a customer's sheet; None brings the hint back.

        `pays_already` warns that money which seems to be theirs waits to be matched.
        """
        self.warning.setVisible(pays_already and sheet is not None)
        self.sheet = sheet
        self.numbers.clear()
        beside = (self.dial, self.copy, self.numbers, self.file, *self._labels)
        for widget in (*beside, self.script, self.items, self.history):
            widget.setVisible(sheet is not None)
        if sheet is None:
            self.title.setText(self.tr("Choose a call to see what to say."))
            for field in (self.script, self.items, self.history):
                field.setPlainText("")
            return
        formats = self._presenter.services.formats
        self.title.setText(f"{sheet.customer.code} · {sheet.customer.name}")
        for each in sheet.numbers:
            text = f"{each.number}   {each.name}".strip()
            self.numbers.addItem(text, each.number)
        for button in (self.dial, self.copy):
            button.setEnabled(bool(sheet.numbers))
        self.script.setPlainText(sheet.script)
        self.items.setPlainText(
            "\n".join(
                self.tr("{number}   due {day}   {amount}").format(
                    number=item.number,
                    day=formats.date(item.due_on),
                    amount=formats.money(item.open - item.disputed),
                )
                for item in sheet.items
            )
        )
        self.history.setPlainText("\n".join(self._presenter.history_lines(sheet)))

    def phone(self) -> str:
        """The number on show."""
        return str(self.numbers.currentData() or "")

    def _text(self, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setAccessibleName(name)
        return field

    def _dial(self) -> None:
        number = "".join(sign for sign in self.phone() if sign in _DIALLED)
        if not QDesktopServices.openUrl(QUrl(f"tel:{number}")):
            self._copy()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.phone())
        self._presenter.services.notices.info(
            self.tr("{number} is on the clipboard").format(number=self.phone())
        )

    def _ask_for_file(self) -> None:
        if self.sheet is not None:
            self.customer_asked.emit(self.sheet.customer.code)
