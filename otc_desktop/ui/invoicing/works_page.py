"""Works: how much of each is invoiced, and the next progress invoice."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.invoicing.contract_rows import WorksRow
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.invoicing.works import WorksContract, WorksStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.invoicing.dialogs.situation_form import SituationForm
from otc_desktop.ui.invoicing.presenter import InvoicingPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar


class WorksPage(QWidget):
    """Lists works and prepares their progress invoices.

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
        self.situation = self.bar.add(
            self.tr("Progress invoice…"),
            self._ask_for_progress,
            shortcut="Ctrl+Return",
            tip=self.tr("Say how far the works have come, and invoice the difference"),
            primary=True,
        )
        self.list: ListView[WorksRow] = ListView(
            presenter.services,
            presenter.program.queries.works,
            works_columns(),
            name="invoicing-works",
            empty=EmptyState(
                title=self.tr("No works"),
                hint=self.tr(
                    "Works are invoiced as they advance. Keep a contract by the console:"
                    " otc works create."
                ),
            ),
            sort="signed_on",
            descending=True,
            parent=self,
        )
        self.list.table.addActions([self.situation])
        self.list.row_activated.connect(lambda _id: self._ask_for_progress())
        self.list.selection_changed.connect(
            lambda _ids: self.situation.setEnabled(self._chosen() is not None)
        )
        self.situation.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)

    def _chosen(self) -> WorksRow | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 and rows[0].status is WorksStatus.OPEN else None

    def _ask_for_progress(self) -> None:
        row = self._chosen()
        if row is not None:
            self._presenter.load_works(row.number, self._open)

    def _open(self, works: WorksContract) -> None:
        form = SituationForm(self._presenter.services, works, parent=self)
        form.submitted.connect(lambda: self._prepare(form))
        form.open()

    def _prepare(self, form: SituationForm) -> None:
        command = form.command()
        if command is None:
            return

        def prepared(draft: InvoiceDraft) -> None:
            form.accept()
            self._presenter.services.notices.done(
                self.tr("Progress invoice of {amount} prepared").format(
                    amount=self._presenter.services.formats.money(draft.totals().total_incl_tax)
                ),
                action_text=self.tr("Show the drafts"),
                action=self._show_drafts,
            )

        def refused(refusal: OtcError) -> None:
            form.refuse(
                [
                    (fault.where or "", self._presenter.sentence(fault))
                    for fault in faults_of(refusal)
                ]
            )

        self._presenter.invoice_situation(command, prepared, refused)


def works_columns() -> tuple[Column, ...]:
    """Works with what was invoiced of them."""

    def state(row: WorksRow) -> str:
        if row.status is WorksStatus.FINISHED:
            return QCoreApplication.translate("Invoicing", "Final account made")
        return QCoreApplication.translate("Invoicing", "Running")

    return (
        Column(
            name="number",
            title=QCoreApplication.translate("Invoicing", "Works"),
            width=120,
            sortable=True,
        ),
        Column(
            name="customer",
            title=QCoreApplication.translate("Invoicing", "Customer"),
            width=220,
            sortable=True,
            value=lambda row: row.customer_name,
        ),
        Column(name="title", title=QCoreApplication.translate("Invoicing", "Subject"), width=220),
        Column(
            name="signed_on",
            title=QCoreApplication.translate("Invoicing", "Signed on"),
            kind=ColumnKind.DATE,
            sortable=True,
        ),
        Column(
            name="total",
            title=QCoreApplication.translate("Invoicing", "Contract, excl. tax"),
            kind=ColumnKind.MONEY,
            width=150,
        ),
        Column(
            name="cumulated",
            title=QCoreApplication.translate("Invoicing", "Invoiced, excl. tax"),
            kind=ColumnKind.MONEY,
            width=150,
        ),
        Column(
            name="retention_percent",
            title=QCoreApplication.translate("Invoicing", "Retention"),
            kind=ColumnKind.PERCENT,
        ),
        Column(
            name="state",
            title=QCoreApplication.translate("Invoicing", "State"),
            width=150,
            value=state,
        ),
    )
