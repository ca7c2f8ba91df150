"""Two files side by side: which is kept, which value of each field, and what will move."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from otc_desktop.application.customers.preview_merge import MergeField, MergePreview
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.customers.merge_presenter import MergePresenter
from otc_desktop.ui.customers.terms import terms_text
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.tone_label import ToneLabel

_SIZE = (860, 640)
_LONGEST = 90
# Values that are words of the catalogue: their kind there.
_WORD_KINDS = {
    "kind": "customer_kind",
    "payment_means": "payment_means",
    "invoice_grouping": "invoice_grouping",
    "send_at_issue": "send_at_issue",
    "mail_xml": "mail_xml",
}


class MergeDialog(FormDialog):
    """Compares two files; every field that differs has its value chosen.

    Args:
        presenter: asks for the comparison.
        keep: code of the file to keep at first; the button swaps the two.
        lose: code of the other.
    """

    def __init__(
        self, presenter: MergePresenter, keep: str, lose: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            presenter.services, title="", accept_text="", enter_accepts=False, parent=parent
        )
        self.setWindowTitle(self.tr("Merge two customers"))
        self._presenter = presenter
        self.keep, self.lose = keep, lose
        self._choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self._seen: MergePreview | None = None
        self.heading = QLabel(self)
        self.heading.setProperty("heading", True)
        self.heading.setWordWrap(True)
        self.reasons = ToneLabel(self)
        self.moves = QLabel(self)
        self.moves.setWordWrap(True)
        self.swap = QPushButton(self.tr("Keep the other file"), self)
        self.swap.setAutoDefault(False)
        self.swap.setShortcut(QKeySequence("Ctrl+T"))
        self.swap.setToolTip(self.tr("Exchange the kept file and the other (Ctrl+T)"))
        self.swap.clicked.connect(self._swap)
        self.buttons.insertWidget(0, self.swap)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        for widget in (self.heading, self.reasons):
            self.body.addWidget(widget)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.moves)
        self.accept_button.setText(self.tr("Merge"))
        self.accept_button.setEnabled(False)
        self.resize(*_SIZE)
        self._read()

    def preview(self) -> MergePreview | None:
        """The comparison on show, None while it is read."""
        return self._seen

    def take(self) -> tuple[str, ...]:
        """The fields whose value comes from the file that is not kept."""
        if self._seen is None:
            return ()
        return tuple(
            field.name
            for field in self._seen.fields
            if field.name in self._choices and self._choices[field.name][1].isChecked()
        )

    def choice(self, name: str) -> tuple[QRadioButton, QRadioButton]:
        """The two values of a field: of the kept file, of the other."""
        return self._choices[name]

    def refuse_merge(self, refusal: OtcError) -> None:
        """Say why the two can't be merged so."""
        self.refuse(
            [(each.where or "", self._presenter.sentence(each)) for each in faults_of(refusal)]
        )

    def _swap(self) -> None:
        self.keep, self.lose = self.lose, self.keep
        self._read()

    def _read(self) -> None:
        self._seen = None
        self.accept_button.setEnabled(False)
        self.message_bar.dismiss()
        self._presenter.preview(self.keep, self.lose, self._show, self._not_possible)

    def _not_possible(self, refusal: OtcError) -> None:
        self.refuse_merge(refusal)
        self.accept_button.setEnabled(False)

    def _show(self, seen: MergePreview) -> None:
        self._seen = seen
        self.heading.setText(
            self.tr("{lost} goes into {kept}").format(
                lost=f"{seen.loser.code} · {seen.loser.name}",
                kept=f"{seen.keeper.code} · {seen.keeper.name}",
            )
        )
        likeness = seen.likeness
        if likeness is None:
            self.reasons.say(
                Tone.WARNING, self.tr("These two files have hardly anything in common")
            )
        else:
            text = self.tr("In common: {reasons}")
            self.reasons.say(Tone.INFO, text.format(reasons=self._presenter.reasons_of(likeness)))
        self._area.setWidget(self._grid(seen))
        self._tell_moves(seen)
        self.accept_button.setEnabled(True)

    def _grid(self, seen: MergePreview) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._choices = {}
        for column, text in (
            (1, self.tr("{code}, kept").format(code=seen.keeper.code)),
            (2, self.tr("{code}, archived").format(code=seen.loser.code)),
        ):
            title = QLabel(text, content)
            title.setProperty("muted", True)
            grid.addWidget(title, 0, column)
        row = 1
        for field in seen.fields:
            if field.keep == field.lose:
                continue
            self._add_field(content, grid, row, field)
            row += 1
        if row == 1:
            grid.addWidget(QLabel(self.tr("Both files say the same."), content), 1, 1, 1, 2)
        grid.setRowStretch(row + 1, 1)
        return content

    def _add_field(self, content: QWidget, grid: QGridLayout, row: int, field: MergeField) -> None:
        word = self._presenter.field_word(field.name)
        name = QLabel(word[:1].upper() + word[1:], content)
        name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(name, row, 0)
        group = QButtonGroup(content)
        pair = []
        for column, text in ((1, field.keep), (2, field.lose)):
            button = QRadioButton(self._shown(field.name, text), content)
            button.setToolTip(text)
            button.setAccessibleName(f"{word} {text}")
            group.addButton(button)
            grid.addWidget(button, row, column)
            pair.append(button)
        self._choices[field.name] = (pair[0], pair[1])
        pair[1 if field.taken else 0].setChecked(True)

    def _shown(self, name: str, text: str) -> str:
        if not text:
            return self.tr("(empty)")
        if name in _WORD_KINDS:
            kind = _WORD_KINDS[name]
            text = ", ".join(self._presenter.word(kind, each) for each in text.split(", "))
        elif name == "payment_terms":
            text = terms_text(PaymentTerms.parse(text))
        elif name.endswith("_limit"):
            figure, _, currency = text.partition(" ")
            text = self.services.formats.money(Money.of(figure, Currency(currency)))
        elif text in ("True", "False"):
            text = self._presenter.word("yes_no", text.lower())
        return (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…").replace("&", "&&")

    def _tell_moves(self, seen: MergePreview) -> None:
        moved = self._presenter.moves_in_words(seen.moves)
        lines = [
            self.tr("What moves: {things}").format(things=moved)
            if moved
            else self.tr("Nothing hangs on {code} but its timeline.").format(code=seen.loser.code)
        ]
        if seen.carried:
            lines.append(
                self.tr("An entry carries {amount} from account {lost} to account {kept}.").format(
                    amount=self.services.formats.money(seen.carried),
                    lost=seen.loser.code,
                    kept=seen.keeper.code,
                )
            )
        lines.append(
            self.tr("Issued documents stay as printed. The merge can be undone afterwards.")
        )
        self.moves.setText("\n".join(lines))
