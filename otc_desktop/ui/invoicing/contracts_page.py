"""Recurring contracts: what they owe next, prepared in one go, ended."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.invoicing.contract_rows import ContractRow
from otc_desktop.domain.invoicing.recurring import RecurringContract, Timing
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.invoicing.dialogs.contract_form import ContractForm
from otc_desktop.ui.invoicing.dialogs.end_contract import EndContract
from otc_desktop.ui.invoicing.presenter import ContractOutcome, InvoicingPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.fault_report import FaultReport
from otc_desktop.ui.widgets.form_dialog import FormDialog


class ContractsPage(QWidget):
    """Lists contracts by their next invoice, and makes the drafts that are due.

    Args:
        presenter: of the tab.
        show_drafts: brings the drafts to the front.
    """

    def __init__(
        self,
        presenter: InvoicingPresenter,
        *,
        show_drafts: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._show_drafts = show_drafts
        self.bar = ActionBar(self)
        self.prepare = self.bar.add(
            self.tr("Prepare what is due"),
            self._prepare,
            shortcut="Ctrl+Return",
            tip=self.tr("Make the drafts of all periods that are due, each once"),
            primary=True,
        )
        self.add_contract = self.bar.add(
            self.tr("New contract…"),
            self._ask_for_contract,
            shortcut="Ctrl+N",
            tip=self.tr("Invoice the same lines period by period"),
        )
        self.end = self.bar.add(
            self.tr("End…"),
            self._ask_to_end,
            shortcut="Ctrl+Backspace",
            tip=self.tr("Give the contract its last day"),
        )
        self.list: ListView[ContractRow] = ListView(
            presenter.services,
            presenter.program.queries.contracts,
            contract_columns(),
            name="invoicing-contracts",
            empty=EmptyState(
                title=self.tr("No recurring contract"),
                hint=self.tr("A contract invoices the same lines period by period."),
                action_text=self.tr("New contract…"),
                action=self._ask_for_contract,
            ),
            filters=[
                FilterChoice(
                    name="running",
                    title=self.tr("State"),
                    options=((None, self.tr("All")), (True, self.tr("Running"))),
                )
            ],
            sort="next_due_on",
            parent=self,
        )
        self.list.table.addActions([self.prepare, self.add_contract, self.end])
        self.list.selection_changed.connect(
            lambda ids: self.end.setEnabled(len(ids) == 1 and self._chosen() is not None)
        )
        self.end.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)

    def _chosen(self) -> ContractRow | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 and rows[0].cancelled_on is None else None

    def _prepare(self) -> None:
        self._presenter.prepare_contracts(self._prepared)

    def _prepared(self, outcome: ContractOutcome) -> None:
        count = sum(len(drafts) for _, drafts in outcome.done)
        if outcome.refused:
            FaultReport(
                self._presenter.services,
                title=self.tr("Prepare what is due"),
                summary=self.tr("Drafts made: {done}. Refused: {refused}.").format(
                    done=count, refused=len(outcome.refused)
                ),
                faults=[
                    (row.number, self._presenter.reasons(refusal))
                    for row, refusal in outcome.refused
                ],
                parent=self,
            ).open()
            return
        self._presenter.services.notices.done(
            self.tr("Drafts made: {count}").format(count=count)
            if count
            else self.tr("No contract owes an invoice today"),
            action_text=self.tr("Show the drafts"),
            action=self._show_drafts,
        )

    def _ask_for_contract(self) -> None:
        program = self._presenter.program
        form = ContractForm(
            self._presenter.services,
            customers=program.queries.customers,
            products=program.queries.products,
            pricing=self._presenter.pricing(),
            today=program.today(),
            parent=self,
        )
        form.submitted.connect(lambda: self._create(form))
        form.open()

    def _create(self, form: ContractForm) -> None:
        command = form.command()
        if command is None:
            return

        def created(contract: RecurringContract) -> None:
            form.accept()
            self._presenter.services.notices.done(
                self.tr("Contract {number} created").format(number=contract.number)
            )

        self._presenter.create_contract(command, created, lambda refusal: self._say(form, refusal))

    def _say(self, form: FormDialog, refusal: OtcError) -> None:
        form.refuse(
            [(fault.where or "", self._presenter.sentence(fault)) for fault in faults_of(refusal)]
        )

    def _ask_to_end(self) -> None:
        row = self._chosen()
        if row is None:
            return
        form = EndContract(self._presenter.services, row, parent=self)
        form.submitted.connect(lambda: self._end(form))
        form.open()

    def _end(self, form: EndContract) -> None:
        command = form.command()
        if command is None:
            return
        self._presenter.end_contract(
            command,
            lambda _ended: form.accept(),
            lambda refusal: self._say(form, refusal),
        )


def contract_columns() -> tuple[Column, ...]:
    """Recurring contracts."""

    def rhythm(row: ContractRow) -> str:
        text = QCoreApplication.translate("Invoicing", "every {months} month(s), {when}")
        when = (
            QCoreApplication.translate("Invoicing", "in advance")
            if row.timing is Timing.ADVANCE
            else QCoreApplication.translate("Invoicing", "in arrears")
        )
        return text.format(months=row.months, when=when)

    def state(row: ContractRow) -> str:
        if row.cancelled_on is not None:
            return QCoreApplication.translate("Invoicing", "Ended")
        if row.renews:
            return QCoreApplication.translate("Invoicing", "Renews by itself")
        return QCoreApplication.translate("Invoicing", "Running")

    return (
        Column(
            name="number",
            title=QCoreApplication.translate("Invoicing", "Contract"),
            width=120,
            sortable=True,
        ),
        Column(
            name="customer_code", title=QCoreApplication.translate("Invoicing", "Code"), width=80
        ),
        Column(
            name="customer",
            title=QCoreApplication.translate("Invoicing", "Customer"),
            width=220,
            sortable=True,
            value=lambda row: row.customer_name,
        ),
        Column(name="title", title=QCoreApplication.translate("Invoicing", "Subject"), width=200),
        Column(
            name="rhythm",
            title=QCoreApplication.translate("Invoicing", "Rhythm"),
            width=210,
            value=rhythm,
        ),
        Column(
            name="next_due_on",
            title=QCoreApplication.translate("Invoicing", "Next invoice"),
            kind=ColumnKind.DATE,
            sortable=True,
        ),
        Column(
            name="period_total",
            title=QCoreApplication.translate("Invoicing", "Period, excl. tax"),
            kind=ColumnKind.MONEY,
            width=150,
        ),
        Column(
            name="state",
            title=QCoreApplication.translate("Invoicing", "State"),
            width=130,
            value=state,
        ),
    )
