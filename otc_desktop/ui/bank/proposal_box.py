"""Why a line is believed to pay what it is proposed to pay."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from otc_desktop.domain.matching.candidates import Candidate
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from otc_desktop.domain.receivables.allocation import Reason
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.tone_label import ToneLabel

_REASON_BULLET = "•"


class ProposalBox(QFrame):
    """The proposal on show with its reasons; others by the box at the right.

    Args:
        formats: the window's.
        reason_text: a reason in the window's language.

    Signals:
        chosen (Candidate): the user looks at another proposal.
    """

    chosen = Signal(object)

    def __init__(
        self,
        formats: Formats,
        *,
        reason_text: Callable[[Reason], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._formats = formats
        self._reason_text = reason_text
        self._candidates: Sequence[Candidate] = ()
        self._title = ToneLabel(self)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Other proposals"))
        self.choice.setToolTip(self.tr("Other proposals"))
        self.choice.activated.connect(self._on_chosen)
        self._reasons = QLabel(self)
        self._reasons.setTextFormat(Qt.TextFormat.PlainText)
        self._reasons.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._reasons)

    def current(self) -> Candidate | None:
        """The proposal on show."""
        place = self.choice.currentIndex()
        return self._candidates[place] if 0 <= place < len(self._candidates) else None

    def show_waiting(self) -> None:
        """The proposals are on their way."""
        self._candidates = ()
        self.choice.clear()
        self.choice.hide()
        self._say(Tone.NEUTRAL, self.tr("Looking for what this line pays…"), "")

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show the best of these proposals."""
        self._candidates = tuple(candidates)
        self.choice.clear()
        for number, candidate in enumerate(self._candidates, start=1):
            self.choice.addItem(
                self.tr("Proposal {number}: {percent}").format(
                    number=number, percent=self._percent(candidate)
                )
            )
        self.choice.setVisible(len(self._candidates) > 1)
        self._draw()

    def text(self) -> str:
        """All that is said, for screen readers and tests."""
        return f"{self._title.text()}\n{self._reasons.text()}".strip()

    def _draw(self) -> None:
        candidate = self.current()
        if candidate is None:
            self._say(
                Tone.NEUTRAL,
                self.tr("No proposal"),
                self.tr("Choose the customer who paid, then tick the documents."),
            )
            return
        sure = candidate.alone and candidate.confidence >= DEFAULT_THRESHOLD
        title = self.tr("Sure at {percent}") if sure else self.tr("To check: {percent}")
        reasons = [self._reason_text(reason) for reason in candidate.reasons]
        if not candidate.alone:
            reasons.append(self.tr("another explanation is as good: please choose"))
        self._say(
            Tone.GOOD if sure else Tone.WARNING,
            title.format(percent=self._percent(candidate)),
            "\n".join(f"{_REASON_BULLET} {reason}" for reason in reasons),
        )

    def _say(self, tone: Tone, title: str, reasons: str) -> None:
        self._title.say(tone, title)
        self._reasons.setText(reasons)
        self._reasons.setVisible(bool(reasons))

    def _percent(self, candidate: Candidate) -> str:
        return self._formats.percent(Decimal(str(round(candidate.confidence * 100, 1))))

    def _on_chosen(self, place: int) -> None:
        self._draw()
        self.chosen.emit(self._candidates[place])
