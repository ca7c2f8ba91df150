"""How much the customer may owe, what it owes, and what was decided about it."""

from uuid import UUID

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from otc_desktop.application.credit.queries import CreditSituation, DecisionRow
from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.customers.credit_columns import decision_columns
from otc_desktop.ui.customers.credit_presenter import CreditPresenter
from otc_desktop.ui.customers.dialogs.credit_forms import CeasedForm, GradeForm, LimitForm
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.narrowed_source import NarrowedSource
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.exposure_bar import ExposureBar
from otc_desktop.ui.widgets.fact_list import FactList
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.tone_label import ToneLabel

_LEAST_LIST = 150


class CreditPage(CustomerPage):
    """Exposure against the limit, the group, the grade, and the history of decisions."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Credit")
        self._services = presenter.services
        self._presenter = CreditPresenter(presenter.services, presenter.program, self)
        self._wanted: UUID | None = None
        self._situation: CreditSituation | None = None
        self.bar = ActionBar(self)
        self.limit = self.bar.add(self.tr("Set the limit…"), self._ask_limit, shortcut="Ctrl+Alt+L")
        self.grade = self.bar.add(self.tr("Grade…"), self._ask_grade, shortcut="Ctrl+Alt+G")
        self.ceased = self.bar.add(self.tr("End of business…"), self._ask_ceased)
        self.alerts = ToneLabel(self)
        self.exposure = ExposureBar(self._services.theme, self._services.formats, self)
        self.facts = FactList(self)
        self.group_title = QLabel(self.tr("Group"), self)
        self.group_title.setProperty("subheading", True)
        self.group_bar = ExposureBar(self._services.theme, self._services.formats, self)
        self.group = FactList(self)
        self._source = NarrowedSource(presenter.program.queries.credit_decisions)
        self.list: ListView[DecisionRow] = ListView(
            self._services,
            self._source,
            decision_columns(self._presenter),
            name="customers-credit-decisions",
            empty=EmptyState(
                title=self.tr("Nothing was decided yet"),
                hint=self.tr("Limits, grades, holds and agreements will be listed here."),
            ),
            parent=self,
        )
        self.list.filter_bar.hide()
        self.list.totals_bar.hide()
        self.list.setMinimumHeight(_LEAST_LIST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for widget in (
            self.bar,
            self.alerts,
            self.exposure,
            self.facts,
            self.group_title,
            self.group_bar,
            self.group,
        ):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self.clear()

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show how the customer stands."""
        customer_id = detail.customer.id
        if self._wanted != customer_id:
            self.clear()
        self._wanted = customer_id
        self._presenter.load(customer_id, self._show)
        self._source.narrow({"customer_id": customer_id})
        self.list.reload()

    def clear(self) -> None:
        """Forget the customer."""
        self._wanted = self._situation = None
        for action in (self.limit, self.grade, self.ceased):
            action.setEnabled(False)
        for widget in (self.exposure, self.group_title, self.group_bar, self.group):
            widget.hide()
        self.alerts.say(Tone.NEUTRAL, "")
        self.facts.show_facts([])

    def _show(self, found: CreditSituation) -> None:
        if found.file.customer_id != self._wanted:
            return
        self._situation = found
        for action in (self.limit, self.grade, self.ceased):
            action.setEnabled(True)
        word = self._presenter.word
        self.alerts.say(
            Tone.WARNING, " · ".join(word("credit_alert", each.value) for each in found.alerts)
        )
        file = found.file
        self.exposure.show_exposure(found.exposure, limit=file.limit, insured=file.insured)
        self.exposure.show()
        self.facts.show_facts(self._facts(found))
        self._show_group(found)

    def _facts(self, found: CreditSituation) -> list[tuple[str, str]]:
        formats, file = self._services.formats, found.file
        money, day = formats.money, formats.date
        limit = self.tr("none set") if file.limit is None else money(file.limit)
        grade = self._presenter.word("credit_grade", file.grade.grade.value)
        if file.grade.given_on is not None:
            source = self._presenter.word("grade_source", file.grade.source.value)
            grade += f" ({source}, {day(file.grade.given_on)})"
            if file.grade.fell:
                before = self.tr("it was {grade}").format(grade=file.grade.before.value)
                grade += f" {Tone.WARNING.glyph} {before}"
        available = found.available
        overdue = money(found.overdue) if found.overdue else ""
        if found.oldest_due_on is not None:
            overdue += " " + self.tr("since {date}").format(date=day(found.oldest_due_on))
        return [
            (self.tr("Exposure"), money(found.exposure.amount)),
            (self.tr("Credit limit"), limit),
            (self.tr("Available"), "" if available is None else money(available)),
            (self.tr("Not insured"), "" if found.uninsured is None else money(found.uninsured)),
            (self.tr("Held orders"), money(found.exposure.held) if found.exposure.held else ""),
            (self.tr("Overdue"), overdue),
            (self.tr("On account"), money(found.on_account) if found.on_account else ""),
            (self.tr("Grade"), grade),
            (self.tr("Reviewed on"), "" if file.reviewed_on is None else day(file.reviewed_on)),
            (
                self.tr("Ceased on"),
                "" if file.ceased_on is None else f"{day(file.ceased_on)} ({file.ceased_source})",
            ),
        ]

    def _show_group(self, found: CreditSituation) -> None:
        in_group = bool(found.members)
        for widget in (self.group_title, self.group_bar, self.group):
            widget.setVisible(in_group)
        if not in_group:
            return
        head = found.members[0]
        self.group_title.setText(self.tr("Group of {name}").format(name=head.name))
        self.group_bar.show_exposure(found.together, limit=head.limit)
        money = self._services.formats.money
        self.group.show_facts(
            [(f"{each.code} · {each.name}", money(each.exposure.amount)) for each in found.members]
        )

    def _ask_limit(self) -> None:
        file = self._file()
        if file is None:
            return
        form = LimitForm(self._presenter, file, self)

        def submit() -> None:
            faults = form.faults()
            if faults:
                form.refuse(faults)
                return
            limit, insured = form.limit.money(), form.insured.money()
            self._presenter.set_limit(
                file.code,
                limit=None if limit is None else limit.amount,
                insured=None if insured is None else insured.amount,
                reason=form.reason.text(),
                on_done=lambda _after: self._kept(form),
                on_error=lambda refusal: self._refuse(form, refusal),
            )

        form.submitted.connect(submit)
        form.open()

    def _ask_grade(self) -> None:
        file = self._file()
        if file is None:
            return
        form = GradeForm(self._presenter, file, self)
        form.submitted.connect(
            lambda: self._presenter.set_grade(
                file.code,
                form.chosen(),
                form.reason.text(),
                lambda _after: self._kept(form),
                lambda refusal: self._refuse(form, refusal),
            )
        )
        form.open()

    def _ask_ceased(self) -> None:
        file = self._file()
        if file is None:
            return
        form = CeasedForm(self._presenter, file, self)
        form.submitted.connect(
            lambda: self._presenter.mark_ceased(
                file.code,
                form.day.date(),
                form.reason.text(),
                lambda _after: self._kept(form),
                lambda refusal: self._refuse(form, refusal),
            )
        )
        form.open()

    def _file(self) -> CreditFile | None:
        return None if self._situation is None else self._situation.file

    def _kept(self, form: FormDialog) -> None:
        form.accept()
        if self._wanted is not None:
            self._presenter.load(self._wanted, self._show)
            self.list.reload()

    def _refuse(self, form: FormDialog, refusal: OtcError) -> None:
        form.refuse(
            [(fault.where or "", self._presenter.sentence(fault)) for fault in faults_of(refusal)]
        )
