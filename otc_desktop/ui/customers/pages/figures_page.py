"""How the customer pays, in figures and by month."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.application.reporting.grade_customers import (
    GradeChange,
    GradeCustomers,
    grade_customers,
)
from otc_desktop.application.reporting.read_customer_figures import (
    CustomerFiguresPage,
    ReadCustomerFigures,
    read_customer_figures,
)
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.reporting.customer_figures import CustomerFigures, MonthFigures
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.fact_list import FactList
from otc_desktop.ui.widgets.figure_tile import FigureTile
from otc_desktop.ui.widgets.month_chart import Month, MonthChart

_TONES = {
    CreditGrade.A: Tone.GOOD,
    CreditGrade.B: Tone.GOOD,
    CreditGrade.C: Tone.WARNING,
    CreditGrade.D: Tone.BAD,
    CreditGrade.E: Tone.BAD,
    CreditGrade.UNKNOWN: Tone.NEUTRAL,
}
_WEEKS_SHOWN = 6


class FiguresPage(CustomerPage):
    """Delays, overdue rate, DSO, grade with its reasons, expected receipts, and a year of it."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._formats = presenter.services.formats
        self._shown = ""
        self.title = self.tr("Figures")
        self.grade = FigureTile(self.tr("Risk grade"), compact=True, parent=self)
        self.delay = FigureTile(self.tr("Usual delay"), compact=True, parent=self)
        self.dso = FigureTile(self.tr("DSO"), compact=True, parent=self)
        self.overdue = FigureTile(self.tr("Overdue rate"), compact=True, parent=self)
        self.dso.setToolTip(
            self.tr("Open amount ÷ sales of the last year incl. tax × days of that period")
        )
        self.delay.setToolTip(
            self.tr("Median of the days between due date and settlement over a year")
        )
        tiles = QGridLayout()
        tiles.setSpacing(SPACING)
        for place, tile in enumerate((self.grade, self.delay, self.dso, self.overdue)):
            tiles.addWidget(tile, place // 2, place % 2)
        self.reasons = QLabel(self)
        self.reasons.setTextFormat(Qt.TextFormat.PlainText)
        self.reasons.setWordWrap(True)
        self.keep = QPushButton(self.tr("Keep this grade"), self)
        self.keep.setToolTip(
            self.tr("Credit decisions use the kept grade; a worse one becomes an alert")
        )
        self.keep.setEnabled(False)
        self.keep.clicked.connect(self._keep_grade)
        self.facts = FactList(self)
        theme = presenter.services.theme
        self.balances = MonthChart(theme, self._formats.number, parent=self)
        self.delays = MonthChart(theme, self._formats.number, as_line=True, parent=self)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(SPACING)
        column.addLayout(tiles)
        column.addWidget(self.reasons)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._heading(self.tr("Expected receipts")))
        column.addWidget(self.facts)
        column.addWidget(self._heading(self.tr("Open at month end (€), overdue part hatched")))
        column.addWidget(self.balances)
        column.addWidget(self._heading(self.tr("Median delay of what was settled (days)")))
        column.addWidget(self.delays)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_customer(self, detail: CustomerDetail) -> None:
        """Recompute the customer's figures off the GUI thread, and show them."""
        code = detail.customer.code
        self._shown = code

        def show(page: CustomerFiguresPage) -> None:
            if self._shown == code:
                self._show(page)

        def refuse(refusal: OtcError) -> None:
            if self._shown == code:
                self.reasons.setText(self._presenter.reasons(refusal))

        self._presenter.read(
            read_customer_figures, ReadCustomerFigures(customer=code), on_done=show, on_error=refuse
        )

    def clear(self) -> None:
        """Forget the customer."""
        self._shown = ""
        self.keep.setEnabled(False)

    def _keep_grade(self) -> None:
        """Make the computed grade the one that credit decisions use."""

        def kept(changes: Sequence[GradeChange]) -> None:
            notices = self._presenter.services.notices
            if changes:
                word = self._presenter.word("risk_grade", changes[0].after.value)
                notices.done(self.tr("Grade kept: {grade}").format(grade=word))
            else:
                notices.done(
                    self.tr("The grade stays as it is"),
                    self.tr("It is this one already, or somebody set it by hand."),
                )

        self._presenter.write(grade_customers, GradeCustomers(customer=self._shown), on_done=kept)

    def _show(self, page: CustomerFiguresPage) -> None:
        figures = page.figures
        grade = figures.risk.grade
        self.grade.show_figure(self._presenter.word("risk_grade", grade.value), tone=_TONES[grade])
        self.keep.setEnabled(grade is not CreditGrade.UNKNOWN)
        self.reasons.setText("\n".join(f"• {text}" for text in self._reasons(figures)))
        self._show_delay(figures)
        self.dso.show_figure("—" if figures.dso is None else self._days(figures.dso))
        percent = figures.overdue_percent
        self.overdue.show_figure(
            "—" if percent is None else f"{percent}\u00a0%",
            remark=self._formats.money(figures.overdue) if figures.overdue else "",
            tone=Tone.BAD if figures.overdue else Tone.NEUTRAL,
        )
        self.facts.show_facts(self._expected(page))
        self._show_charts(page.months)

    def _show_delay(self, figures: CustomerFigures) -> None:
        habit = figures.habit
        if habit.median is None or habit.average is None:
            self.delay.show_figure("—", remark=self.tr("Nothing settled within a year"))
            return
        self.delay.show_figure(
            self._days(habit.median),
            remark=self.tr("Average {average}, {count} invoices").format(
                average=self._formats.number(habit.average), count=habit.settled
            ),
        )

    def _reasons(self, figures: CustomerFigures) -> list[str]:
        sentence = self._presenter.sentence
        found = [
            sentence(Finding(Severity.INFO, reason.code, reason.params))
            for reason in figures.risk.reasons
        ]
        if figures.disputes:
            found.append(self.tr("disputes within a year: {count}").format(count=figures.disputes))
        if figures.oldest is not None:
            found.append(
                self.tr("oldest open invoice: {number}, due on {day}").format(
                    number=figures.oldest.number, day=self._formats.date(figures.oldest.due_on)
                )
            )
        return found

    def _expected(self, page: CustomerFiguresPage) -> list[tuple[str, str]]:
        money = self._formats.money
        expected = page.expected
        basis = (
            self.tr("by the customer's own habit: {days}")
            if page.habit_is_own
            else self.tr("by the habit of all customers: {days}")
        )
        weeks = [week for week in expected.weeks if week.amount]
        facts = [
            (
                self.tr("Week of {day}").format(day=self._formats.date(week.monday)),
                money(week.amount),
            )
            for week in weeks[:_WEEKS_SHOWN]
        ]
        rest = expected.later
        for week in weeks[_WEEKS_SHOWN:]:
            rest += week.amount
        facts.append((self.tr("Later"), money(rest) if rest else ""))
        disputed = expected.disputed
        facts.append((self.tr("In dispute, not counted"), money(disputed) if disputed else ""))
        if not any(value for _, value in facts):
            return [(self.tr("Nothing is open"), "—")]
        return [*facts, (self.tr("Computed"), basis.format(days=self._days(page.usual_delay)))]

    def _show_charts(self, months: Sequence[MonthFigures]) -> None:
        labels = [f"{month.on.month:02d}/{month.on.year % 100:02d}" for month in months]
        self.balances.show_months(
            [
                Month(
                    label=label,
                    value=month.open.amount,
                    part=month.overdue.amount or None,
                    tip=self.tr("{day}: open {open}, overdue {overdue}, grade {grade}").format(
                        day=self._formats.date(month.on),
                        open=self._formats.money(month.open),
                        overdue=self._formats.money(month.overdue),
                        grade=month.grade,
                    ),
                )
                for label, month in zip(labels, months, strict=True)
            ]
        )
        self.delays.show_months(
            [
                Month(
                    label=label,
                    value=None if month.median_delay is None else Decimal(month.median_delay),
                    tip=(
                        self.tr("{month}: nothing settled").format(month=label)
                        if month.median_delay is None
                        else f"{label}: {self._days(month.median_delay)}"
                    ),
                )
                for label, month in zip(labels, months, strict=True)
            ]
        )

    def _days(self, days: int) -> str:
        return self.tr("{days} d").format(days=self._formats.number(days))

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("muted", True)
        return label
