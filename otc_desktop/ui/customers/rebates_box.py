"""A customer's year-end rebates: how far each has come, and what is to be done with it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.invoicing.accrue_rebates import Accrued
from otc_desktop.application.invoicing.read_rebates import RebateState
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.invoicing.rebate import RebateStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.customers.dialogs.rebate_form import RebateForm
from otc_desktop.ui.customers.rebates_presenter import RebatesPresenter
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.confirm import confirm


class RebatesBox(QWidget):
    """Agreements of the customer on show.

    Args:
        presenter: of rebates.
    """

    def __init__(self, presenter: RebatesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._code = ""
        self.bar = ActionBar(self)
        self.new = self.bar.add(self.tr("Agree a rebate…"), self._ask_new)
        self.accrue = self.bar.add(
            self.tr("Accrue"),
            lambda: presenter.accrue(self._accrued),
            tip=self.tr("Bring the books up to what all customers have earned until today"),
        )
        self.settle = self.bar.add(
            self.tr("Credit note…"),
            self._settle,
            tip=self.tr("Prepare the credit note, once the period is over"),
        )
        self.end = self.bar.add(self.tr("End"), self._ask_end)
        self._states: ShortList[RebateState] = ShortList(lambda each: each.agreement.reference)
        self.list: ListView[RebateState] = ListView(
            presenter.services,
            self._states,
            self._columns(),
            name="customers-rebates",
            empty=EmptyState(
                title=self.tr("No rebate agreed"),
                hint=self.tr("A rebate by turnover is accrued as it is earned, then credited."),
            ),
            parent=self,
        )
        self.list.selection_changed.connect(lambda _ids: self._let_act())
        # A row that stays selected may have become another: settled, ended.
        self.list.model.loaded.connect(lambda _all: self._let_act())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        self._let_act()

    def show_customer(self, code: str) -> None:
        """Show a customer's agreements; an empty code forgets it."""
        self._code = code
        self._let_act()
        if code:
            self._presenter.load(code, lambda states: self._show(code, states))
        else:
            self._show("", ())

    def _show(self, code: str, states: Sequence[RebateState]) -> None:
        if code == self._code:
            self._states.show(states)
            self.list.reload()

    def _chosen(self) -> RebateState | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _let_act(self) -> None:
        chosen = self._chosen()
        is_open = chosen is not None and chosen.agreement.status is RebateStatus.OPEN
        self.new.setEnabled(bool(self._code))
        self.end.setEnabled(is_open)
        today = self._presenter.program.today()
        self.settle.setEnabled(is_open and chosen is not None and today > chosen.agreement.last)

    def _ask_new(self) -> None:
        form = RebateForm(
            self._presenter.services,
            customer=self._code,
            today=self._presenter.program.today(),
            parent=self,
        )

        def refused(refusal: OtcError) -> None:
            form.refuse(
                [(each.where or "", self._presenter.sentence(each)) for each in faults_of(refusal)]
            )

        def submit() -> None:
            command = form.command()
            if command is not None:
                self._presenter.agree(command, lambda _kept: form.accept(), refused)

        form.submitted.connect(submit)
        form.open()

    def _accrued(self, changed: Sequence[Accrued]) -> None:
        self._presenter.services.notices.done(
            self.tr("Rebates accrued: {count}").format(count=len(changed))
            if changed
            else self.tr("The books hold all rebates earned")
        )
        self.show_customer(self._code)

    def _settle(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._presenter.settle(chosen, self._drafted)

    def _drafted(self, draft: InvoiceDraft) -> None:
        services = self._presenter.services
        services.notices.done(
            self.tr("Credit note prepared: {amount}").format(
                amount=services.formats.money(draft.totals().total_incl_tax)
            ),
            action_text=self.tr("Show the drafts"),
            action=lambda: services.navigator.open(Place(tab="invoicing", kind="drafts")),
        )
        self.show_customer(self._code)

    def _ask_end(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        confirm(
            self,
            question=self.tr("End {reference}?").format(reference=chosen.agreement.reference),
            explanation=self.tr("Nothing more is earned by it; what was accrued is taken back."),
            accept_text=self.tr("End"),
            on_accept=lambda: self._presenter.end(
                chosen, lambda _ended: self.show_customer(self._code)
            ),
        )

    def _columns(self) -> tuple[Column, ...]:
        money, percent = ColumnKind.MONEY, ColumnKind.PERCENT
        word = self._presenter.word
        return (
            Column(
                name="reference",
                title=self.tr("Reference"),
                width=118,
                value=lambda state: state.agreement.reference,
            ),
            Column(
                name="status",
                title=self.tr("Status"),
                width=84,
                value=lambda state: word("rebate_status", state.agreement.status.value),
            ),
            Column(
                name="turnover",
                title=self.tr("Turnover"),
                kind=money,
                width=136,
                value=lambda state: state.earned.turnover,
            ),
            Column(
                name="earned",
                title=self.tr("Earned excl. tax"),
                kind=money,
                width=105,
                value=lambda state: state.earned.excl_tax,
            ),
            Column(
                name="accrued",
                title=self.tr("Accrued incl. tax"),
                kind=money,
                width=112,
                value=lambda state: state.accrued,
            ),
            Column(
                name="percent",
                title=self.tr("Reached"),
                kind=percent,
                width=70,
                value=lambda state: state.earned.percent,
            ),
            Column(
                name="missing",
                title=self.tr("To the next tier"),
                kind=money,
                width=110,
                value=lambda state: state.earned.missing,
            ),
            Column(
                name="last",
                title=self.tr("Until"),
                kind=ColumnKind.DATE,
                width=88,
                value=lambda state: state.agreement.last,
            ),
        )
