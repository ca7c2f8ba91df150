"""Deliveries that wait for their invoice."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.invoicing.plan_billing import PlanBilling, ProposedInvoice
from otc_desktop.application.sales.queries import DeliveryRow
from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.invoicing.columns import delivery_columns
from otc_desktop.ui.invoicing.dialogs.billing_review import BillingReview
from otc_desktop.ui.invoicing.dialogs.from_order_form import FromOrderForm
from otc_desktop.ui.invoicing.presenter import DraftOutcome, GroupOutcome, InvoicingPresenter
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.fault_report import FaultReport


class ToInvoicePage(QWidget):
    """Turns deliveries into drafts, several at once.

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
        services = presenter.services
        self.bar = ActionBar(self)
        self.prepare = self.bar.add(
            self.tr("Prepare the invoices"),
            self._prepare_selected,
            shortcut="Ctrl+Return",
            tip=self.tr("Make a draft for each selected delivery"),
            primary=True,
        )
        self.prepare_all = self.bar.add(
            self.tr("Prepare all"),
            self._prepare_all,
            shortcut="Ctrl+Shift+Return",
            tip=self.tr("Make a draft for every delivery of the list"),
        )
        self.review = self.bar.add(
            self.tr("Group and review…"),
            self._review,
            shortcut="Ctrl+G",
            tip=self.tr("See which invoices the deliveries make, grouped, and tick them"),
        )
        self.from_order = self.bar.add(
            self.tr("From an order…"),
            self._ask_for_order,
            shortcut="Ctrl+Shift+A",
            tip=self.tr("A deposit, or services that are not delivered"),
        )
        self.list: ListView[DeliveryRow] = ListView(
            services,
            presenter.program.queries.deliveries_to_invoice,
            delivery_columns(),
            name="invoicing-deliveries",
            empty=EmptyState(
                title=self.tr("Everything delivered is invoiced"),
                hint=self.tr("Deliver an order, and it comes here to be invoiced."),
                action_text=self.tr("Open the orders"),
                action=lambda: services.navigator.open(Place(tab="orders", kind="order")),
            ),
            sort="delivered_on",
            parent=self,
        )
        self.list.table.addActions([self.prepare, self.review])
        self.list.row_activated.connect(lambda _id: self._prepare_selected())
        self.list.selection_changed.connect(lambda ids: self.prepare.setEnabled(bool(ids)))
        self.prepare.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)

    def _prepare_selected(self) -> None:
        self._prepare([row.number for row in self.list.selected_rows()])

    def _prepare_all(self) -> None:
        self._presenter.all_deliveries(lambda rows: self._prepare([row.number for row in rows]))

    def _ask_for_order(self) -> None:
        form = FromOrderForm(self._presenter.services, parent=self)
        form.submitted.connect(lambda: self._draft_order(form))
        form.open()

    def _draft_order(self, form: FromOrderForm) -> None:
        command = form.command()
        if command is None:
            return

        def prepared(_draft: InvoiceDraft) -> None:
            form.accept()
            self._tell(1, [])

        def refused(refusal: OtcError) -> None:
            form.refuse(
                [
                    (fault.where or "order", self._presenter.sentence(fault))
                    for fault in faults_of(refusal)
                ]
            )

        self._presenter.from_order(command, prepared, refused)

    def _review(self) -> None:
        """Of the selected deliveries, or of all when fewer than two are selected."""
        rows = self.list.selected_rows()
        numbers = [row.number for row in rows] if len(rows) > 1 else None
        presenter = self._presenter

        def explain(each: ProposedInvoice) -> list[str]:
            return [presenter.sentence(finding) for finding in each.findings]

        def regroup(grouping: InvoiceGrouping | None) -> None:
            presenter.plan_billing(
                PlanBilling(grouping=grouping, numbers=numbers), review.show_proposed
            )

        review = BillingReview(presenter.services, explain=explain, regroup=regroup, parent=self)

        def make() -> None:
            presenter.draft_groups(review.ticked(), self._grouped)
            review.accept()

        review.submitted.connect(make)
        regroup(None)
        review.open()

    def _grouped(self, outcome: GroupOutcome) -> None:
        self._tell(
            len(outcome.done),
            [(", ".join(each.deliveries), refusal) for each, refusal in outcome.refused],
        )

    def _prepare(self, numbers: Sequence[str]) -> None:
        if numbers:
            self._presenter.draft_deliveries(numbers, self._prepared)

    def _prepared(self, outcome: DraftOutcome) -> None:
        self._tell(len(outcome.done), outcome.refused)

    def _tell(self, count: int, refused_ones: Sequence[tuple[str, OtcError]]) -> None:
        if refused_ones:
            FaultReport(
                self._presenter.services,
                title=self.tr("Prepare the invoices"),
                summary=self.tr("Drafts made: {done}. Refused: {refused}.").format(
                    done=count, refused=len(refused_ones)
                ),
                faults=[
                    (number, self._presenter.reasons(refusal)) for number, refusal in refused_ones
                ],
                parent=self,
            ).open()
        elif count:
            self._presenter.services.notices.done(
                self.tr("Drafts made: {count}").format(count=count),
                action_text=self.tr("Show the drafts"),
                action=self._show_drafts,
            )
