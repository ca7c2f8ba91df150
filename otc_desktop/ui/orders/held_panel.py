"""One held order on the desk of whoever decides: why, against what, with which history."""

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from otc_desktop.application.credit.read_order_case import OrderCase
from otc_desktop.domain.credit.decision import Limit, LimitScope
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.exposure_bar import ExposureBar
from otc_desktop.ui.widgets.fact_list import FactList
from otc_desktop.ui.widgets.tone_label import ToneLabel

_MOST_SHOWN = 8


class HeldPanel(QFrame):
    """Shows a case: reasons, exposure without and with the order, overdue items."""

    def __init__(self, presenter: Presenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        theme, formats = presenter.services.theme, presenter.services.formats
        self._formats = formats
        self.heading = QLabel(self)
        self.heading.setProperty("heading", True)
        self.heading.setWordWrap(True)
        self.reasons = ToneLabel(self)
        self.facts = FactList(self)
        self._without = self._title(self.tr("Without this order"))
        self.bar = ExposureBar(theme, formats, self)
        self._with = self._title(self.tr("With this order"))
        self.bar_with = ExposureBar(theme, formats, self)
        self._late = self._title(self.tr("Overdue"))
        self.overdue = FactList(self)
        self._empty = QLabel(self.tr("Choose an order to decide about it."), self)
        self._empty.setProperty("muted", True)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(SPACING)
        self._content = (
            self.heading,
            self.reasons,
            self.facts,
            self._without,
            self.bar,
            self._with,
            self.bar_with,
            self._late,
            self.overdue,
        )
        for widget in (*self._content, self._empty):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.clear()

    def clear(self) -> None:
        """Show no order."""
        for widget in self._content:
            widget.hide()
        self._empty.show()

    def show_case(self, case: OrderCase) -> None:
        """Show an order with all that speaks for and against it."""
        for widget in self._content:
            widget.show()
        self._empty.hide()
        weighed, money = case.weighed, self._formats.money
        self.heading.setText(f"{case.order.number} · {weighed.file.code} · {weighed.file.name}")
        title = self._presenter.title
        held = [title(code) for code in case.order.holds]
        now = [title(code) for code in weighed.decision.codes]
        if now:
            self.reasons.say(Tone.WARNING, " · ".join(dict.fromkeys((*now, *held))))
        else:
            self.reasons.say(Tone.GOOD, self.tr("Nothing stands against it any more: check again"))
        self.facts.show_facts(self._facts(case))
        limits = weighed.facts.limits
        limit = min(limits, key=lambda each: each.available.amount, default=None)
        self._show_bars(limit, case)
        day = self._formats.date
        late = [
            (f"{item.number} · {day(item.due_on)}", money(item.open))
            for item in case.overdue[:_MOST_SHOWN]
        ]
        more = len(case.overdue) - len(late)
        if more > 0:
            late.append((self.tr("and {count} more").format(count=more), "…"))
        self.overdue.show_facts(late)
        self._late.setVisible(bool(late))

    def _show_bars(self, limit: Limit | None, case: OrderCase) -> None:
        insured = case.weighed.file.insured
        for widget in (self._without, self.bar, self._with, self.bar_with):
            widget.setVisible(limit is not None)
        if limit is None:
            return
        in_group = limit.scope is LimitScope.GROUP
        self._without.setText(
            self.tr("The group without this order") if in_group else self.tr("Without this order")
        )
        cover = None if in_group else insured
        self.bar.show_exposure(limit.exposure, limit=limit.amount, insured=cover)
        self.bar_with.show_exposure(
            limit.exposure.with_order(case.weighed.amount), limit=limit.amount, insured=cover
        )

    def _facts(self, case: OrderCase) -> list[tuple[str, str]]:
        weighed, request = case.weighed, case.request
        money, day, word = self._formats.money, self._formats.date, self._presenter.word
        decision = weighed.decision
        grade = word("credit_grade", weighed.file.grade.grade.value)
        return [
            (self.tr("Order, tax included"), money(weighed.whole)),
            (self.tr("Beyond the limit"), money(decision.overrun) if decision.overrun else ""),
            (self.tr("The rules say"), word("credit_action", decision.action.value)),
            (self.tr("Deposit wanted"), money(decision.deposit) if decision.deposit else ""),
            (
                self.tr("Deposit asked for"),
                money(request.deposit) if request is not None and request.deposit else "",
            ),
            (
                self.tr("On account"),
                money(weighed.facts.credit) if weighed.facts.credit else "",
            ),
            (self.tr("Grade"), grade),
            (
                self.tr("Asked for"),
                "" if request is None else f"{day(request.asked_on)}, {request.asked_by}",
            ),
            (self.tr("Note"), "" if request is None else request.note),
        ]

    def _title(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("subheading", True)
        return label
