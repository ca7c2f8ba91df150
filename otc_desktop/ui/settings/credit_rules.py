"""The company's credit rules on screen: the decision table, thresholds, approval limits."""

from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.credit.credit_rules import (
    CreditRules,
    ReadCreditRules,
    SaveCreditRules,
    read_credit_rules,
    save_credit_rules,
)
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.credit.policy import (
    Action,
    CreditPolicy,
    Rule,
    Situation,
)
from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.settings.approval_table import ApprovalTable
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit

SpinT = TypeVar("SpinT", QSpinBox, QDoubleSpinBox)

_WIDTH, _HEIGHT = 900, 520
_DEPOSITS = (10, 20, 30, 40, 50, 60, 70, 80, 90, 100)


class RuleChoice(QComboBox):
    """One cell of the table: accept, a deposit of so much, an approval, or hold."""

    def __init__(self, presenter: Presenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for action in Action:
            if action is not Action.DEPOSIT:
                self._add(Rule(action))
                continue
            for percent in _DEPOSITS:
                self._add(Rule(action, Decimal(percent)))

    def rule(self) -> Rule:
        """The rule on show."""
        found = self.currentData()
        assert isinstance(found, Rule)  # noqa: S101  # we put nothing else there
        return found

    def set_rule(self, rule: Rule) -> None:
        """Show a rule; a percentage of somebody's own joins the choices."""
        known = [self.itemData(place) for place in range(self.count())]
        if rule not in known:
            self._add(rule)
            known.append(rule)
        self.setCurrentIndex(known.index(rule))

    def wheelEvent(self, event: object) -> None:
        """Scrolling over the table must not change a rule."""

    def _add(self, rule: Rule) -> None:
        text = self._presenter.word("credit_action", rule.action.value)
        if rule.action is Action.DEPOSIT:
            text += f" {self._presenter.services.formats.percent(rule.deposit_percent)}"
        self.addItem(text, rule)


class CreditRulesDialog(FormDialog):
    """Reads the rules when it opens and keeps them when the user agrees.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Credit rules"))
        self.accept_button.setText(self.tr("Keep the rules"))
        self.presenter = Presenter(services, program, self)
        self._version = 0
        self.cells: dict[tuple[Situation, CreditGrade], RuleChoice] = {}
        self.near = _figure(QDoubleSpinBox(self), 1, 100, " %")
        self.overdue_days = _figure(QSpinBox(self), 0, 3_650, "")
        self.overdue_amount = MoneyEdit(services.formats, parent=self)
        self.approval_days = _figure(QSpinBox(self), 0, 3_650, "")
        self.review_months = _figure(QSpinBox(self), 1, 120, "")
        self.approvals = ApprovalTable(self.presenter, self)
        self.pages = QTabWidget(self)
        self.pages.addTab(self._table_page(), self.tr("Decisions"))
        self.pages.addTab(self._figures_page(), self.tr("Thresholds"))
        self.pages.addTab(self.approvals, self.tr("Approval limits"))
        self.body.addWidget(self.pages)
        self.defaults = QPushButton(self.tr("Default rules"), self)
        self.defaults.setAutoDefault(False)
        self.defaults.clicked.connect(lambda: self._show_policy(CreditPolicy()))
        self.buttons.insertWidget(0, self.defaults)
        self.watch_fields(
            {
                "near_percent": self.near,
                "overdue_days": self.overdue_days,
                "overdue_amount": self.overdue_amount,
                "approval_days": self.approval_days,
                "review_months": self.review_months,
            }
        )
        self.resize(_WIDTH, _HEIGHT)
        self.accept_button.setEnabled(False)
        self.submitted.connect(self._keep)
        self.presenter.read(read_credit_rules, ReadCreditRules(), on_done=self.show_rules)

    def show_rules(self, rules: CreditRules) -> None:
        """Show rules as read."""
        self._version = rules.policy.version
        self._show_policy(rules.policy)
        self.approvals.show_limits(rules.approval_limits)
        self.accept_button.setEnabled(True)

    def rules(self) -> CreditRules:
        """The rules on show.

        Raises:
            RuleError: what the domain refuses of them.
        """
        policy = CreditPolicy(
            table={
                situation: {grade: self.cells[situation, grade].rule() for grade in CreditGrade}
                for situation in Situation
            },
            near_percent=Decimal(str(round(self.near.value(), 2))),
            overdue_days=int(self.overdue_days.value()),
            overdue_amount=self.overdue_amount.money() or CreditPolicy().overdue_amount,
            approval_days=int(self.approval_days.value()),
            review_months=int(self.review_months.value()),
            version=self._version,
        )
        return CreditRules(policy=policy, approval_limits=self.approvals.limits())

    def _keep(self) -> None:
        try:
            command = SaveCreditRules(rules=self.rules())
        except RuleError as refusal:
            self._refused(refusal)
            return
        self.presenter.write(save_credit_rules, command, on_done=self._kept, on_error=self._refused)

    def _kept(self, _nothing: None) -> None:
        self.services.notices.done(self.tr("Credit rules kept"))
        self.accept()

    def _refused(self, refusal: OtcError) -> None:
        sentence = self.presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])

    def _show_policy(self, policy: CreditPolicy) -> None:
        for (situation, grade), cell in self.cells.items():
            cell.set_rule(policy.rule(grade, situation))
        self.near.setValue(float(policy.near_percent))
        self.overdue_days.setValue(policy.overdue_days)
        self.overdue_amount.set_money(policy.overdue_amount)
        self.approval_days.setValue(policy.approval_days)
        self.review_months.setValue(policy.review_months)

    def _table_page(self) -> QWidget:
        page = QWidget(self)
        grid = QGridLayout(page)
        word = self.presenter.word
        for column, grade in enumerate(CreditGrade, start=1):
            label = QLabel(word("credit_grade", grade.value).capitalize(), page)
            label.setProperty("subheading", True)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignHCenter)
        for row, situation in enumerate(Situation, start=1):
            name = word("credit_situation", situation.value)
            grid.addWidget(QLabel(name[:1].upper() + name[1:], page), row, 0)
            for column, grade in enumerate(CreditGrade, start=1):
                cell = RuleChoice(self.presenter, page)
                cell.setAccessibleName(f"{name}, {word('credit_grade', grade.value)}")
                self.cells[situation, grade] = cell
                grid.addWidget(cell, row, column)
        hint = QLabel(
            self.tr(
                "The strictest rule that applies wins. Deposit: held until the money is on "
                "account. Approval: held until somebody agrees within the approval limits. "
                "Hold: only somebody without a limit may agree."
            ),
            page,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        grid.addWidget(hint, len(Situation) + 1, 0, 1, len(CreditGrade) + 1)
        grid.setRowStretch(len(Situation) + 2, 1)
        return page

    def _figures_page(self) -> QWidget:
        page = QWidget(self)
        form = QFormLayout()
        form.addRow(self.tr("&Near the limit from"), self.near)
        form.addRow(self.tr("Overdue for more than (&days)"), self.overdue_days)
        form.addRow(self.tr("… and coming to &more than"), self.overdue_amount)
        form.addRow(self.tr("An &agreement lasts (days)"), self.approval_days)
        form.addRow(self.tr("&Review limits every (months)"), self.review_months)
        row = QHBoxLayout()
        row.addLayout(form)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.addLayout(row)
        column.addStretch(1)
        return page


def _figure(box: SpinT, least: int, most: int, suffix: str) -> SpinT:
    box.setRange(least, most)
    box.setSuffix(suffix)
    return box
