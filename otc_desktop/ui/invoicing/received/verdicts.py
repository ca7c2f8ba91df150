"""What checks say of an e-invoice: a line for each set of rules, the faults below."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.domain.invoicing.rule_sets import RuleFault, RuleSetOutcome
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.ui.invoicing.received.presenter import ReceivedPresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.tone_label import ToneLabel

_MOST_SHOWN = 300
_CELL_MARGINS, _ROW_MARGINS, _HIGHEST = 32, 12, 2_000
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARNING, Severity.INFO: Tone.INFO}


@dataclass(frozen=True, slots=True)
class _Fault:
    tone: Tone
    rule: str
    text: str
    tip: str


class VerdictPanel(QWidget):
    """Our own checks at once, the official rules as soon as they have run."""

    def __init__(self, presenter: ReceivedPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._own: list[_Fault] = []
        self.own_verdict = ToneLabel(self)
        self.waiting = QProgressBar(self)
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        self.waiting.setFixedHeight(6)
        self._waiting_text = QLabel(self.tr("The official rules are running…"), self)
        self._waiting_text.setProperty("muted", True)
        self._verdicts = QVBoxLayout()
        self._verdicts.setSpacing(4)
        self.verdict_labels: list[ToneLabel] = []
        self.table = self._table()
        self.table.horizontalHeader().sectionResized.connect(lambda *_sizes: self._fit_rows())
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACING, SPACING, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.own_verdict)
        column.addLayout(self._verdicts)
        column.addWidget(self._waiting_text)
        column.addWidget(self.waiting)
        column.addWidget(self.table, 1)
        self.nothing = QLabel(self.tr("Nothing to say against it."), self)
        self.nothing.setProperty("muted", True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing, 1)
        self.nothing.hide()

    def show_own(self, findings: Sequence[Finding]) -> None:
        """What our own checks found; the official rules are awaited."""
        errors = sum(each.severity is Severity.ERROR for each in findings)
        doubts = len(findings) - errors
        if errors:
            text = self.tr("Our checks: {errors} error(s), {doubts} point(s) to verify")
            self.own_verdict.say(Tone.BAD, text.format(errors=errors, doubts=doubts))
        elif doubts:
            text = self.tr("Our checks: {doubts} point(s) to verify")
            self.own_verdict.say(Tone.WARNING, text.format(doubts=doubts))
        else:
            self.own_verdict.say(Tone.GOOD, self.tr("Our checks: nothing wrong"))
        self._own = [
            _Fault(
                _TONES[each.severity],
                self._presenter.title(each.code),
                self._presenter.explanation(each),
                each.where or "",
            )
            for each in findings
        ]
        self._fill(self._own)

    def show_official(self, outcomes: Sequence[tuple[str, RuleSetOutcome]]) -> None:
        """The verdict of each official rule set, told with what it judged."""
        self.waiting.hide()
        self._waiting_text.hide()
        faults = list(self._own)
        for label, outcome in outcomes:
            self._add_verdict(label, outcome)
            faults += self._grouped(label, outcome)
        self._fill(faults)
        self.nothing.setVisible(not faults)
        self.table.setVisible(bool(faults))

    def remark(self, text: str) -> None:
        """Something to know about the verdicts."""
        self._verdict(Tone.INFO, text)

    def show_failure(self, reason: str) -> None:
        """The official rules could not run at all."""
        self.waiting.hide()
        self._waiting_text.hide()
        self._verdict(Tone.WARNING, reason)

    def text(self) -> str:
        """All that is said, for screen readers and tests."""
        cells = [
            item.text()
            for row in range(self.table.rowCount())
            for column in range(self.table.columnCount())
            if (item := self.table.item(row, column)) is not None
        ]
        labels = [each.text() for each in (self.own_verdict, *self.verdict_labels)]
        return "\n".join([*labels, *cells])

    def _grouped(self, label: str, outcome: RuleSetOutcome) -> list[_Fault]:
        """One line for what one rule says several times."""
        found: dict[tuple[bool, str, str], list[RuleFault]] = defaultdict(list)
        for each in outcome.faults:
            rule = each.rule.partition("_")[0]
            found[each.is_fatal, rule, self._presenter.rule_words(each)].append(each)
        return [
            _Fault(
                Tone.BAD if is_fatal else Tone.WARNING,
                (f"{label} · " if label else "")
                + (f"{rule} (×{len(several)})" if len(several) > 1 else rule),
                words,
                "\n".join(dict.fromkeys(f"{each.rule}: {each.message}" for each in several)),
            )
            for (is_fatal, rule, words), several in found.items()
        ]

    def _add_verdict(self, label: str, outcome: RuleSetOutcome) -> None:
        word = self._presenter.word
        name = word("rule_set", outcome.name)
        if label:
            name = f"{label} · {name}"
        if outcome.not_run:
            reason = word("not_run", outcome.not_run)
            self._verdict(Tone.WARNING, f"{name} : {reason}")
            return
        fatal = sum(each.is_fatal for each in outcome.faults)
        if fatal:
            text = self.tr("{name}: {count} rule(s) broken").format(name=name, count=fatal)
            self._verdict(Tone.BAD, text)
        elif outcome.faults:
            count = len(outcome.faults)
            text = self.tr("{name}: passed, {count} remark(s)").format(name=name, count=count)
            self._verdict(Tone.GOOD, text)
        else:
            self._verdict(Tone.GOOD, self.tr("{name}: passed").format(name=name))

    def _verdict(self, tone: Tone, text: str) -> None:
        label = ToneLabel(self)
        label.say(tone, text)
        self.verdict_labels.append(label)
        self._verdicts.addWidget(label)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 2, self)
        table.setHorizontalHeaderLabels([self.tr("Rule"), self.tr("What is wrong")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 150)
        return table

    def _fill(self, faults: Sequence[_Fault]) -> None:
        shown = faults[:_MOST_SHOWN]
        self.table.setRowCount(len(shown))
        for row, fault in enumerate(shown):
            for column, text in enumerate((f"{fault.tone.glyph} {fault.rule}", fault.text)):
                item = QTableWidgetItem(text)
                item.setToolTip(fault.tip)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        more = len(faults) - len(shown)
        if more:
            self.table.setRowCount(len(shown) + 1)
            text = self.tr("… and {count} more").format(count=more)
            self.table.setItem(len(shown), 1, QTableWidgetItem(text))
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Rows as high as their words: what Qt computes forgets the cells' own margins."""
        metrics = self.table.fontMetrics()
        for row in range(self.table.rowCount()):
            heights = [
                metrics.boundingRect(
                    QRect(0, 0, max(1, self.table.columnWidth(column) - _CELL_MARGINS), _HIGHEST),
                    Qt.TextFlag.TextWordWrap,
                    item.text(),
                ).height()
                for column in range(self.table.columnCount())
                if (item := self.table.item(row, column)) is not None
            ]
            self.table.setRowHeight(row, max(heights, default=0) + _ROW_MARGINS)
