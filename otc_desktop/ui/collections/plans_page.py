"""Dunning plans: a line of time, the chosen step in fields, and its words on a customer."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.dunning.dunning_plans import DunningPlans
from otc_desktop.application.dunning.late_rates import Rates
from otc_desktop.application.kernel.repositories.dunning_plans import KeptPlan
from otc_desktop.domain.dunning.plan import (
    STANDARD_CODE,
    Channel,
    DunningPlan,
    DunningStep,
    PlanRule,
    RuleKind,
    Thanks,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.collections.mail_preview import MailPreview
from otc_desktop.ui.collections.plan_dialogs import CopyPlanForm, RatesDialog
from otc_desktop.ui.collections.plan_timeline import PlanTimeline
from otc_desktop.ui.collections.plans_presenter import PlansPresenter
from otc_desktop.ui.collections.step_form import PlanForm, StepForm
from otc_desktop.ui.collections.tone_words import ToneWords
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.picker import Picker

_A_WEEK = 7


class PlansPage(QWidget):
    """Choose a plan, change its steps, read what a customer would read, save.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = PlansPresenter(services, program, self)
        self._plans: DunningPlans | None = None
        self._kept: KeptPlan | None = None
        self._steps: dict[int, DunningStep] = {}
        self._filling = False
        self.is_changed = False
        self.choice = QComboBox(self)
        self.choice.setMinimumWidth(220)
        self.bar = ActionBar(self)
        self._add_actions()
        self.timeline = PlanTimeline(services.theme, self.presenter.day_text, self)
        self.step_form = StepForm(self.presenter, self)
        self.plan_form = PlanForm(self.presenter, self)
        self.customer: Picker[Any] = Picker(
            services,
            program.queries.customers,
            describe=lambda row: f"{row.code} · {row.name}",
            parent=self,
        )
        self.preview = MailPreview(self.tr("Choose a customer to read this step."), self)
        self._lay_out()
        self.choice.currentIndexChanged.connect(lambda _place: self._choose_plan())
        self.timeline.chosen.connect(self._show_step)
        self.step_form.changed.connect(self._keep_step)
        self.plan_form.changed.connect(self._mark_changed)
        self.customer.picked.connect(lambda _row: self._show_preview())
        self.presenter.loaded.connect(self._show_plans)
        self.presenter.rates_loaded.connect(self._hint_at_rates)
        self.presenter.saved.connect(self._on_saved)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """The plans are read when they are first looked at."""
        super().showEvent(event)
        if self._plans is None:
            self.presenter.load()
            self.presenter.load_rates()

    def reload(self) -> None:
        """Read the plans again; what is being changed stays on screen."""
        if not self.is_changed:
            self.presenter.load()

    def plan(self) -> DunningPlan:
        """The plan as the fields stand.

        Raises:
            RuleError: what DunningPlan refuses.
        """
        if self._kept is None:
            raise RuleError("dunning.unknown_plan", code="")
        form = self.plan_form
        money = form.minimum.money()
        return replace(
            self._kept.plan,
            name=form.name.text().strip(),
            minimum_gap_days=form.gap.value(),
            freshness_days=form.fresh.value(),
            minimum_amount=Decimal(0) if money is None else money.amount,
            business_days_only=form.working.isChecked(),
            thanks=Thanks(form.thanks.currentData()),
            rules=_rules(form.rules.text()),
            steps=tuple(self._steps.values()),
        )

    def _add_actions(self) -> None:
        add = self.bar.add
        self.save = add(
            self.tr("Save"),
            self._save,
            shortcut="Ctrl+S",
            tip=self.tr("Reminders already made keep the plan they followed"),
            primary=True,
        )
        self.undo = add(self.tr("Discard changes"), self._discard, shortcut="Ctrl+Shift+Z")
        self.add_step = add(self.tr("Add step"), self._add_step, shortcut="Ctrl+N")
        self.remove_step = add(self.tr("Remove step"), self._remove_step, shortcut="Ctrl+Delete")
        self.copy_plan = add(
            self.tr("New plan…"),
            self._copy,
            shortcut="Ctrl+Shift+N",
            tip=self.tr("Another plan, beginning with the steps of this one"),
        )
        self.archive = add(
            self.tr("Archive"),
            self._archive,
            tip=self.tr("Its customers follow the rules, else the standard plan"),
        )
        self.words = add(
            self.tr("Words…"),
            self._open_words,
            shortcut="Ctrl+W",
            tip=self.tr("The words of each tone, in each language"),
        )
        self.rates = add(
            self.tr("ECB rates…"),
            self._open_rates,
            shortcut="Ctrl+E",
            tip=self.tr("The rate of late interest by half-year"),
        )

    def _hint_at_rates(self, rates: Rates) -> None:
        """Mark the button while the rate of this half-year is missing."""
        missing = rates.missing_from is not None
        text = self.tr("▲ ECB rate missing…") if missing else self.tr("ECB rates…")
        self.rates.setText(text)
        self.bar.button(self.rates).setText(text)

    def _show_plans(self, plans: DunningPlans) -> None:
        self._plans = plans
        before = self._kept.plan.code if self._kept else STANDARD_CODE
        self._filling = True
        self.choice.clear()
        for kept in plans.plans:
            count = plans.followers.get(kept.plan.code, 0)
            text = self.tr("{name} · customers: {count}").format(name=kept.plan.name, count=count)
            self.choice.addItem(text, kept.plan.code)
        self.choice.setCurrentIndex(max(0, self.choice.findData(before)))
        self._filling = False
        self._choose_plan()

    def _choose_plan(self) -> None:
        if self._filling or self._plans is None:
            return
        self._kept = self._plans.of_code(str(self.choice.currentData()))
        plan = self._kept.plan
        self._steps = {step.number: step for step in plan.steps}
        form = self.plan_form
        self._filling = True
        form.name.setText(plan.name)
        form.gap.setValue(plan.minimum_gap_days)
        form.fresh.setValue(plan.freshness_days)
        form.minimum.set_money(Money(plan.minimum_amount, EUR) if plan.minimum_amount else None)
        form.working.setChecked(plan.business_days_only)
        form.thanks.setCurrentIndex(form.thanks.findData(plan.thanks.value))
        form.rules.setText(", ".join(f"{rule.kind.value}={rule.value}" for rule in plan.rules))
        self._filling = False
        self.is_changed = False
        self._draw(plan.steps[0].number)
        self._show_step(plan.steps[0].number)

    def _draw(self, chosen: int | None) -> None:
        ordered = sorted(self._steps.values(), key=lambda step: step.offset_days)
        self.timeline.show_stops([self.presenter.stop(step) for step in ordered], chosen)

    def _show_step(self, number: int) -> None:
        self.step_form.show_step(self._steps[number])
        self._follow()
        self._show_preview()

    def _keep_step(self) -> None:
        try:
            step = self.step_form.step()
        except OtcError as refusal:
            self.presenter.services.notices.warning(self.presenter.error_text(refusal))
            return
        self._steps[step.number] = step
        self._draw(step.number)
        self._mark_changed()
        self._show_preview()

    def _mark_changed(self) -> None:
        if not self._filling:
            self.is_changed = True
            self._follow()

    def _follow(self) -> None:
        known = self._kept is not None
        self.save.setEnabled(known and self.is_changed)
        self.undo.setEnabled(self.is_changed)
        self.choice.setEnabled(not self.is_changed)
        self.remove_step.setEnabled(len(self._steps) > 1)
        standard = self._kept is not None and self._kept.plan.code == STANDARD_CODE
        self.archive.setEnabled(known and not standard and not self.is_changed)
        for action in (self.add_step, self.copy_plan):
            action.setEnabled(known)

    def _show_preview(self) -> None:
        row, number = self.customer.row(), self.timeline.chosen_number()
        if row is None or number is None:
            self.preview.show_mail(None)
            return
        self.presenter.preview(self._steps[number], row.id, self.preview.show_mail)

    def _add_step(self) -> None:
        last = max(step.offset_days for step in self._steps.values())
        number = max(self._steps) + 1
        self._steps[number] = DunningStep(
            number=number, offset_days=last + _A_WEEK, channel=Channel.CALL
        )
        self._draw(number)
        self._show_step(number)
        self._mark_changed()
        self.step_form.offset.setFocus()

    def _remove_step(self) -> None:
        number = self.timeline.chosen_number()
        if number is None or len(self._steps) < 2:
            return
        del self._steps[number]
        self._draw(None)
        first = self.timeline.chosen_number()
        if first is not None:
            self._show_step(first)
        self._mark_changed()

    def _discard(self) -> None:
        self.is_changed = False
        self.presenter.load()

    def _save(self) -> None:
        if self._kept is None:
            return
        try:
            plan = self.plan()
        except OtcError as refusal:
            self._tell(refusal)
            return
        self.presenter.save(plan, self._kept.version, on_error=self._tell)

    def _tell(self, refusal: OtcError) -> None:
        self.presenter.services.notices.warning(self.presenter.error_text(refusal))

    def _on_saved(self, kept: KeptPlan) -> None:
        self._kept = kept
        self.is_changed = False
        text = self.tr("Plan {name} saved, revision {revision}")
        self.presenter.services.notices.done(
            text.format(name=kept.plan.name, revision=kept.revision)
        )
        self.presenter.load()

    def _copy(self) -> None:
        form = CopyPlanForm(self.presenter.services, parent=self)

        def ask() -> None:
            try:
                plan = replace(self.plan(), code=form.code(), name=form.name(), rules=())
            except OtcError as refusal:
                form.refuse([(refusal.where or "", self.presenter.error_text(refusal))])
                return
            self.presenter.save(
                plan,
                0,
                on_error=lambda refusal: form.refuse(
                    [("code", self.presenter.error_text(refusal))]
                ),
            )

        form.submitted.connect(ask)
        self.presenter.saved.connect(form.accept)
        form.open()

    def _archive(self) -> None:
        if self._kept is not None:
            kept, self._kept = self._kept, None
            self.presenter.archive(kept.plan.code, kept.version, on_done=self.presenter.load)

    def _open_words(self) -> None:
        number = self.timeline.chosen_number()
        template = "" if number is None else self._steps[number].template
        words = ToneWords(self.presenter, template, self)
        words.finished.connect(lambda _code: self._show_preview())
        words.open()

    def _open_rates(self) -> None:
        RatesDialog(self.presenter, self).open()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        label = QLabel(self.tr("&Plan"), self)
        label.setBuddy(self.choice)
        top.addWidget(label)
        top.addWidget(self.choice)
        top.addWidget(self.bar, 1)
        fields = QWidget(self)
        left = QVBoxLayout(fields)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SPACING)
        left.addWidget(_heading(self.tr("Chosen step"), fields))
        left.addWidget(self.step_form)
        left.addWidget(_heading(self.tr("Whole plan"), fields))
        left.addWidget(self.plan_form)
        left.addStretch(1)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(_heading(self.tr("As a customer reads it"), right))
        beside.addWidget(self.customer)
        beside.addWidget(self.preview, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(fields)
        split.addWidget(scroll)
        split.addWidget(right)
        split.setChildrenCollapsible(False)
        split.setSizes([560, 640])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(top)
        column.addWidget(self.timeline)
        column.addWidget(split, 1)


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("heading", True)
    return label


def _rules(text: str) -> tuple[PlanRule, ...]:
    """Rules as written in the field: `group=Hotels, grade=D, amount=10000`."""
    found = []
    for part in text.split(","):
        if not part.strip():
            continue
        kind, _, value = part.partition("=")
        try:
            found.append(PlanRule(RuleKind(kind.strip().casefold()), value.strip()))
        except ValueError as problem:
            raise RuleError("dunning.bad_plan_file", where="rules", field=part.strip()) from problem
    return tuple(found)
