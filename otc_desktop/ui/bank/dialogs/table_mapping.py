"""Saying once what the columns of a bank's table are, with its beginning in sight."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from otc_desktop.application.banking.bank_mappings import BankFileTrial, LookAtBankTable
from otc_desktop.application.kernel.bank_tables import (
    ACCOUNT,
    DELIMITER,
    ENCODING,
    HEADER_LINE,
    NO_HEADER,
    TableLook,
    is_complete,
)
from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark, ImportMapping
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.bank.dialogs.mapped_table import MappedTable
from otc_desktop.ui.bank.table_presenter import FileAnswers, TablePresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.tone_label import ToneLabel

_SIZE = (1060, 660)
_TRY_AFTER_MS = 250
_NO_TABLE = "bank_file.not_a_table"
_ENCODINGS = ("utf-8", "cp1252", "cp850", "mac_roman", "iso8859-15", "utf-16")
_MOST_HEADER_LINES = 60


class TableMappingDialog(FormDialog):
    """Columns, dates, decimals, encoding, separator, header line and account of a file.

    What the file would bring is said below at each change; nothing is kept before it is
    agreed to. A file that is no table is asked only for its account and the order of dates.

    Args:
        presenter: asks the program.
        answers: the file, and what is known of it already.
        why: what the program could not tell by itself, if it was that which asks.
        needs_account: whether nothing can be done before the account is named.

    Signals:
        answered (FileAnswers): the file may be imported so.
    """

    answered = Signal(object)

    def __init__(
        self,
        presenter: TablePresenter,
        answers: FileAnswers,
        *,
        why: str = "",
        needs_account: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter.services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("How to read this statement"))
        self.accept_button.setText(self.tr("&Import"))
        self.resize(*_SIZE)
        self._presenter = presenter
        self._answers = answers
        self._look: TableLook | None = None
        self._is_table = True
        self._needs_account = needs_account
        self._trials = 0
        self.heading = QLabel(answers.path.name, self)
        self.heading.setProperty("heading", True)
        self.why = ToneLabel(self)
        self.why.say(Tone.INFO, why)
        self.table = MappedTable(presenter.field_name, self)
        self.encoding = self._combo(self.tr("Encoding of the accents"))
        self.delimiter = self._combo(self.tr("Separator of the columns"))
        self.header_line = self._combo(self.tr("Line of the headers"))
        self.dates = self._combo(self.tr("Order of the dates"))
        self.decimals = self._combo(self.tr("Decimal mark"))
        self.account = self._combo(self.tr("Bank account"))
        self.account.setEditable(True)
        self.remember = QCheckBox(self.tr("&Remember for files with these headers, as"), self)
        self.remember.setChecked(True)
        self.name = QLineEdit(self)
        self.always = QCheckBox(self.tr("al&ways for this account"), self)
        self.outcome = ToneLabel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TRY_AFTER_MS)
        self._fill_choices()
        self._lay_out()
        self._connect()
        self._presenter.accounts(self._show_accounts)
        self._read(LookAtBankTable(path=answers.path))

    def answers(self) -> FileAnswers:
        """What was said about the file."""
        return FileAnswers(
            path=self._answers.path,
            account=self._account(),
            dates=DateOrder(self.dates.currentData()),
            mapping=self._mapping(),
            is_remembered=self.remember.isChecked() and self._is_table,
        )

    def _account(self) -> str:
        return self.account.currentText().replace(" ", "")

    def _mapping(self) -> ImportMapping | None:
        look = self._look
        if look is None:
            return None
        said = {
            ENCODING: str(self.encoding.currentData() or ""),
            DELIMITER: str(self.delimiter.currentData() or ""),
            HEADER_LINE: "" if look.header_line else str(NO_HEADER),
            # Two accounts of a bank give files with the same headers: only on demand.
            ACCOUNT: self._account() if self.always.isChecked() else "",
        }
        return ImportMapping(
            kind="bank",
            titles=look.titles,
            columns=self.table.columns(),
            constants={name: value for name, value in said.items() if value},
            dates=DateOrder(self.dates.currentData()),
            decimals=DecimalMark(self.decimals.currentData()),
            title=self.name.text().strip() or self._answers.path.name,
        )

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        return combo

    def _fill_choices(self) -> None:
        self.encoding.addItem(self.tr("as the file shows"), "")
        names = {
            "cp1252": "Windows-1252",
            "cp850": "DOS (850)",
            "mac_roman": "Mac",
            "iso8859-15": "ISO-8859-15",
        }
        for encoding in _ENCODINGS:
            self.encoding.addItem(names.get(encoding, encoding.upper()), encoding)
        for text, sign in (
            (self.tr("as the file shows"), ""),
            (self.tr("semicolon ;"), ";"),
            (self.tr("comma ,"), ","),
            (self.tr("tab"), "\t"),
            (self.tr("bar |"), "|"),
        ):
            self.delimiter.addItem(text, sign)
        self.header_line.addItem(self.tr("found by the program"), 0)
        self.header_line.addItem(self.tr("none: the first line is a movement"), NO_HEADER)
        for line in range(1, _MOST_HEADER_LINES + 1):
            self.header_line.addItem(str(line), line)
        for order, text in (
            (DateOrder.AUTO, self.tr("as the file shows")),
            (DateOrder.DAY_FIRST, self.tr("day/month/year")),
            (DateOrder.MONTH_FIRST, self.tr("month/day/year")),
            (DateOrder.YEAR_FIRST, self.tr("year-month-day")),
        ):
            self.dates.addItem(text, order)
        for mark, text in (
            (DecimalMark.AUTO, self.tr("as the file shows")),
            (DecimalMark.COMMA, self.tr("comma (1 234,56)")),
            (DecimalMark.POINT, self.tr("point (1,234.56)")),
        ):
            self.decimals.addItem(text, mark)
        edit = self.account.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("IBAN, where the file names none"))
        self.account.setCurrentText(self._answers.account)

    def _lay_out(self) -> None:
        self._opened = QWidget(self)
        opened = QHBoxLayout(self._opened)
        opened.setContentsMargins(0, 0, 0, 0)
        for text, combo in (
            (self.tr("Headers on line"), self.header_line),
            (self.tr("Separator"), self.delimiter),
            (self.tr("Accents"), self.encoding),
        ):
            opened.addWidget(QLabel(text, self))
            opened.addWidget(combo)
        opened.addStretch(1)
        read = QHBoxLayout()
        self._decimals_label = QLabel(self.tr("Decimals"), self)
        for label, combo in (
            (QLabel(self.tr("Dates"), self), self.dates),
            (self._decimals_label, self.decimals),
            (QLabel(self.tr("Bank account"), self), self.account),
        ):
            read.addWidget(label)
            read.addWidget(combo)
        read.setStretchFactor(self.account, 1)
        self._kept = QWidget(self)
        kept = QHBoxLayout(self._kept)
        kept.setContentsMargins(0, 0, 0, 0)
        kept.addWidget(self.remember)
        kept.addWidget(self.name, 1)
        kept.addWidget(self.always)
        self.body.setSpacing(SPACING)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.why)
        self.body.addWidget(self._opened)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(read)
        self.body.addWidget(self._kept)
        self.body.addWidget(self.outcome)

    def _connect(self) -> None:
        for combo in (self.encoding, self.delimiter, self.header_line):
            combo.activated.connect(lambda _: self._look_again())
        for combo in (self.dates, self.decimals):
            combo.activated.connect(lambda _: self._try_soon())
        self.account.currentTextChanged.connect(lambda _: self._try_soon())
        self.table.changed.connect(self._try_soon)
        self.remember.toggled.connect(self.name.setEnabled)
        self.remember.toggled.connect(self.always.setEnabled)
        self._timer.timeout.connect(self._try_out)
        self.submitted.connect(self._agree)

    def _look_again(self) -> None:
        self._read(
            LookAtBankTable(
                path=self._answers.path,
                encoding=str(self.encoding.currentData()),
                delimiter=str(self.delimiter.currentData()),
                header_line=int(self.header_line.currentData()),
            )
        )

    def _read(self, command: LookAtBankTable) -> None:
        self.accept_button.setEnabled(False)
        self._presenter.look(command, on_done=self._show, on_error=self._cannot_look)

    def _show(self, look: TableLook) -> None:
        self._look = look
        self.heading.setText(
            self.tr("{file}: {count} lines").format(
                file=self._answers.path.name, count=look.row_count
            )
        )
        self.table.show_look(look)
        remembered = look.remembered
        self.name.setText(remembered.title if remembered else self._answers.path.stem)
        self._choose(self.dates, look.dates if remembered else self._answers.dates)
        self._choose(self.decimals, remembered.decimals if remembered else DecimalMark.AUTO)
        if look.account and not self.account.currentText():
            self.account.setCurrentText(look.account)
        elif remembered and remembered.constants.get(ACCOUNT):
            self.account.setCurrentText(remembered.constants[ACCOUNT])
            self.always.setChecked(True)
        self._opened.setVisible(True)
        is_text = bool(look.delimiter)
        self.encoding.setEnabled(is_text)
        self.delimiter.setEnabled(is_text)
        self.table.focus_first()
        self._try_out()

    def _cannot_look(self, refusal: OtcError) -> None:
        if refusal.code != _NO_TABLE:
            self.outcome.say(Tone.BAD, self._presenter.reasons(refusal))
            return
        self._is_table = False
        for widget in (self._opened, self.table, self._kept, self.decimals, self._decimals_label):
            widget.hide()
        self.resize(_SIZE[0] // 2, 0)
        self.account.setFocus(Qt.FocusReason.OtherFocusReason)
        self._try_out()

    def _show_accounts(self, numbers: Sequence[str]) -> None:
        written = self.account.currentText()
        self.account.blockSignals(True)
        self.account.addItems(list(numbers))
        self.account.setCurrentText(written)
        self.account.blockSignals(False)

    def _try_soon(self) -> None:
        self.accept_button.setEnabled(False)
        self._timer.start()

    def _try_out(self) -> None:
        answers = self.answers()
        if self._is_table and not is_complete(self.table.columns()):
            self.accept_button.setEnabled(False)
            self.outcome.say(
                Tone.WARNING,
                self.tr("Say which column is the date, which the text, and which the amount."),
            )
            return
        if self._needs_account and not answers.account:
            self.accept_button.setEnabled(False)
            self.outcome.say(Tone.WARNING, self.tr("Say which account this file comes from."))
            return
        self._trials += 1
        self._presenter.try_out(
            answers,
            on_done=partial(self._show_trial, self._trials),
            on_error=partial(self._show_refusal, self._trials),
        )

    def _show_trial(self, trial_number: int, trial: BankFileTrial) -> None:
        if trial_number != self._trials:
            return
        formats = self.services.formats
        if trial.first_on is None or trial.last_on is None:
            self.outcome.say(Tone.WARNING, self.tr("No movement is found in this file."))
            return
        self.outcome.say(
            Tone.GOOD,
            self.tr("{count} movements from {first} to {last}: {credits} in, {debits} out.").format(
                count=formats.number(trial.movements),
                first=formats.date(trial.first_on),
                last=formats.date(trial.last_on),
                credits=formats.money(trial.credits),
                debits=formats.money(trial.debits),
            ),
        )
        self.accept_button.setEnabled(True)

    def _show_refusal(self, trial_number: int, refusal: OtcError) -> None:
        if trial_number == self._trials:
            self.accept_button.setEnabled(False)
            self.outcome.say(Tone.BAD, self._presenter.reasons(refusal))

    def _agree(self) -> None:
        answers = self.answers()
        if answers.mapping is None or not answers.is_remembered:
            self._answer(answers)
            return
        self._presenter.keep(
            answers.mapping,
            on_done=partial(self._answer, answers),
            on_error=lambda refusal: self.refuse([("", self._presenter.reasons(refusal))]),
        )

    def _answer(self, answers: FileAnswers) -> None:
        self.answered.emit(answers)
        self.accept()

    @staticmethod
    def _choose(combo: QComboBox, value: object) -> None:
        combo.setCurrentIndex(max(0, combo.findData(value)))
