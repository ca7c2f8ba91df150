"""What the history of credit decisions shows."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.credit.queries import DecisionRow
from otc_desktop.domain.credit.trace import DecisionKind
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind

_TONES = {
    DecisionKind.HELD: Tone.WARNING,
    DecisionKind.REFUSED: Tone.BAD,
    DecisionKind.CEASED: Tone.BAD,
    DecisionKind.APPROVED: Tone.GOOD,
    DecisionKind.LIFTED: Tone.GOOD,
    DecisionKind.PASSED: Tone.GOOD,
}


def decision_columns(presenter: Presenter) -> tuple[Column, ...]:
    """Decisions: when, what, why, by whom."""

    def kind(row: DecisionRow) -> StatusMark:
        tone = _TONES.get(DecisionKind(row.kind), Tone.INFO)
        return StatusMark(tone, presenter.word("credit_decision", row.kind).capitalize())

    def why(row: DecisionRow) -> str:
        change = ""
        if row.before or row.after:
            before, after = (_told(presenter, row, text) for text in (row.before, row.after))
            change = f"{before} → {after}"
        codes = ", ".join(presenter.title(code) for code in row.codes)
        return " · ".join(part for part in (change, row.reason, codes) if part)

    def amount(row: DecisionRow) -> Money | None:
        return row.amount if row.amount else None

    return (
        Column(
            name="decided_on",
            title=QCoreApplication.translate("Credit", "Date"),
            kind=ColumnKind.DATE,
            width=88,
        ),
        Column(
            name="kind",
            title=QCoreApplication.translate("Credit", "Decision"),
            kind=ColumnKind.STATUS,
            width=150,
            value=kind,
        ),
        Column(
            name="reason",
            title=QCoreApplication.translate("Credit", "Reason"),
            width=210,
            value=why,
        ),
        Column(
            name="order_number",
            title=QCoreApplication.translate("Credit", "Order"),
            width=112,
        ),
        Column(
            name="amount",
            title=QCoreApplication.translate("Credit", "Amount"),
            kind=ColumnKind.MONEY,
            width=100,
            value=amount,
        ),
        Column(
            name="until",
            title=QCoreApplication.translate("Credit", "Until"),
            kind=ColumnKind.DATE,
            width=88,
        ),
        Column(
            name="decided_by",
            title=QCoreApplication.translate("Credit", "By"),
            width=90,
        ),
    )


def _told(presenter: Presenter, row: DecisionRow, text: str) -> str:
    """A limit, a grade or a day as the window words it; a dash for none."""
    formats = presenter.services.formats
    if not text:
        return "–"
    if row.kind == DecisionKind.GRADE_SET:
        return presenter.word("credit_grade", text)
    if row.kind == DecisionKind.CEASED:
        return formats.date(date.fromisoformat(text))
    figure, _, currency = text.partition(" ")
    return formats.money(Money.of(figure, Currency(currency)))
