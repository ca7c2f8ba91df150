"""The legal sentences of documents: as delivered, and in the company's own words."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.company.legal_texts import (
    LegalText,
    ReadLegalTexts,
    SaveOwnText,
    read_legal_texts,
    save_own_text,
)
from otc_desktop.domain.invoicing.own_texts import OwnText
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH, _HEIGHT = 940, 640
_SINCE_WIDTH = 150
_TEXT_HEIGHT = 74
_ROW_HEIGHT = 30


class LegalTextsDialog(FormDialog):
    """Every sentence in a table, the chosen one below it to be reworded from a day on.

    Stays open: one sentence after the other is kept.

    Args:
        services: what the window offers.
        program: the program behind it.
        language: of the sentences shown first.
    """

    def __init__(
        self,
        services: WindowServices,
        program: Program,
        *,
        language: str = "fr",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Legal sentences"))
        self.accept_button.setText(self.tr("Keep this sentence"))
        self.cancel_button.setText(self.tr("Close"))
        self.presenter = Presenter(services, program, self)
        self._today = program.today()
        self._texts: list[LegalText] = []
        self._key = ""
        self.language = QComboBox(self)
        self.language.addItem("Français", "fr")
        self.language.addItem("English", "en")
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.language.setAccessibleName(self.tr("Language"))
        self.language.currentIndexChanged.connect(self._read)
        self.table = self._table()
        self.text = QPlainTextEdit(self)
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        self.begins = DateEdit(services.formats, today=self._today, parent=self)
        self.begins.set_date(self._today)
        self.begins.date_changed.connect(self._begin_on)
        self.as_delivered = QPushButton(self.tr("Back to the &delivered sentence"), self)
        self.as_delivered.setAutoDefault(False)
        self.as_delivered.clicked.connect(self.text.clear)
        self._fill()
        self.watch_fields({"text": self.text, "valid_from": self.begins.field})
        self.resize(_WIDTH, _HEIGHT)
        self.accept_button.setEnabled(False)
        self.submitted.connect(self._keep)
        self._read()

    def choose(self, key: str) -> None:
        """Show a sentence below the table."""
        for row, each in enumerate(self._texts):
            if each.key == key:
                self.table.selectRow(row)

    def _read(self) -> None:
        command = ReadLegalTexts(language=str(self.language.currentData()))
        self.presenter.read(read_legal_texts, command, on_done=self._show)

    def _show(self, texts: list[LegalText]) -> None:
        self._texts = texts
        self.table.setRowCount(len(texts))
        for row, each in enumerate(texts):
            shown = each.printed
            self.table.setItem(row, 0, _cell(shown))
            self.table.setItem(row, 1, _cell(self._since(each)))
        row = next((row for row, each in enumerate(texts) if each.key == self._key), 0)
        self.table.selectRow(row)
        self._chosen()

    def _since(self, text: LegalText) -> str:
        formats = self.services.formats
        own = text.own if text.own is not None and text.own.text else None
        coming = text.next_after(self._today)
        if coming is not None:
            return self.tr("changes on {date}").format(date=formats.date(coming.valid_from))
        if own is not None:
            return self.tr("your own since {date}").format(date=formats.date(own.valid_from))
        return self.tr("as delivered")

    def _chosen(self) -> None:
        text = self._current()
        self.accept_button.setEnabled(text is not None)
        if text is None:
            return
        if text.key != self._key:
            self.message_bar.dismiss()
        self._key = text.key
        self.delivered.setText(text.delivered)
        own = text.next_after(self._today) or text.own
        self.text.setPlainText("" if own is None else own.text)
        self.text.setPlaceholderText(text.delivered)

    def _begin_on(self, day: datetime.date | None) -> None:
        text = self._current()
        known = None if text is None or day is None else text.beginning(day)
        if known is not None:
            self.text.setPlainText(known.text)

    def _current(self) -> LegalText | None:
        row = self.table.currentRow()
        return self._texts[row] if 0 <= row < len(self._texts) else None

    def _keep(self) -> None:
        text, day = self._current(), self.begins.date()
        if text is None:
            return
        if day is None:
            self.refuse([("valid_from", self.tr("Say from which day on"))])
            return
        known = text.beginning(day)
        command = SaveOwnText(
            key=text.key,
            language=text.language,
            valid_from=day,
            text=self.text.toPlainText(),
            version=0 if known is None else known.version,
        )
        self.presenter.write(save_own_text, command, on_done=self._kept, on_error=self._refused)

    def _kept(self, _text: OwnText) -> None:
        self.services.notices.done(self.tr("Sentence kept: documents from that day on say it"))
        self._read()

    def _refused(self, refusal: OtcError) -> None:
        sentence = self.presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])
        self.accept_button.setEnabled(True)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 2, self)
        table.setHorizontalHeaderLabels([self.tr("Printed today"), self.tr("Where from")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        heading = table.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heading.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        heading.resizeSection(1, _SINCE_WIDTH + _SINCE_WIDTH // 2)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Legal sentences"))
        table.itemSelectionChanged.connect(self._chosen)
        return table

    def _fill(self) -> None:
        hint = QLabel(
            self.tr(
                "A document prints the sentence in force on its own date. Issued documents stay "
                "as they are. {late_interest} and {discount_terms} stand for your settings."
            ),
            self,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        above = QHBoxLayout()
        above.setSpacing(SPACING)
        above.addWidget(hint, 1)
        above.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(above)
        self.body.addWidget(self.table, 1)
        self.delivered = QLabel(self)
        self.delivered.setWordWrap(True)
        self.delivered.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows = QFormLayout()
        rows.setVerticalSpacing(SPACING)
        rows.addRow(self.tr("Delivered sentence"), self.delivered)
        rows.addRow(self.tr("&Your sentence"), self.text)
        begin = QHBoxLayout()
        begin.setSpacing(SPACING)
        self.begins.setFixedWidth(_SINCE_WIDTH)
        begin.addWidget(self.begins)
        begin.addWidget(self.as_delivered)
        begin.addStretch(1)
        # A row of several widgets has no field of its own that the key could lead to.
        first_day = QLabel(self.tr("On documents &from"), self)
        first_day.setBuddy(self.begins.field)
        rows.addRow(first_day, begin)
        self.body.addLayout(rows)


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item
