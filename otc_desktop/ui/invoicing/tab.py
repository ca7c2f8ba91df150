"""The invoicing tab: to invoice, drafts, issued."""

from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.ui.invoicing.contracts_page import ContractsPage
from otc_desktop.ui.invoicing.deposits_page import DepositsPage
from otc_desktop.ui.invoicing.deposits_presenter import DepositsPresenter
from otc_desktop.ui.invoicing.drafts_page import DraftsPage
from otc_desktop.ui.invoicing.issued_page import IssuedPage
from otc_desktop.ui.invoicing.presenter import InvoicingPresenter
from otc_desktop.ui.invoicing.received.opener import ReceivedOpener, dropped_einvoices
from otc_desktop.ui.invoicing.received.presenter import ReceivedPresenter
from otc_desktop.ui.invoicing.to_invoice_page import ToInvoicePage
from otc_desktop.ui.invoicing.works_page import WorksPage
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.sections import Sections

TO_INVOICE, DRAFTS, ISSUED = "to_invoice", "drafts", "issued"
CONTRACTS, WORKS = "contracts", "works"
DEPOSITS = "deposits"


class InvoicingTab(TabPage):
    """From deliveries to issued documents.

    Places: `kind` is `to_invoice`, `drafts`, `contracts`, `works`, `deposits` or `issued` (the
    default), with `search` and `filters` of that list.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services,
            topics=frozenset(
                {
                    Topic.INVOICING,
                    Topic.ORDERS,
                    Topic.RECEIVABLES,
                    Topic.DISPUTES,
                    Topic.CUSTOMERS,
                    Topic.OUTBOX,
                }
            ),
            parent=parent,
        )
        self.presenter = InvoicingPresenter(services, program, self)
        self.sections = Sections(self)
        self.to_invoice = ToInvoicePage(
            self.presenter, show_drafts=lambda: self.sections.show_section(DRAFTS)
        )
        received = ReceivedPresenter(services, program, self)
        self.einvoices = ReceivedOpener(
            received, self, show_drafts=lambda: self.sections.show_section(DRAFTS)
        )
        self.setAcceptDrops(True)
        self.drafts = DraftsPage(
            self.presenter,
            show_issued=lambda: self.sections.show_section(ISSUED),
            show_deliveries=lambda: self.sections.show_section(TO_INVOICE),
            read_einvoice=self.einvoices.ask,
        )
        deposits = DepositsPresenter(services, program, self)
        self.issued = IssuedPage(
            self.presenter,
            received,
            deposits,
            show_drafts=lambda: self.sections.show_section(DRAFTS),
        )
        self.sections.add(
            TO_INVOICE, self.tr("To invoice"), self.to_invoice, self.to_invoice.list.reload
        )
        self.sections.add(DRAFTS, self.tr("Drafts"), self.drafts, self.drafts.list.reload)
        self.sections.add(ISSUED, self.tr("Issued"), self.issued, self.issued.reload)
        self.contracts = ContractsPage(
            self.presenter, show_drafts=lambda: self.sections.show_section(DRAFTS)
        )
        self.sections.add(
            CONTRACTS, self.tr("Contracts"), self.contracts, self.contracts.list.reload
        )
        self.works = WorksPage(
            self.presenter, show_drafts=lambda: self.sections.show_section(DRAFTS)
        )
        self.sections.add(WORKS, self.tr("Works"), self.works, self.works.list.reload)
        self.deposits = DepositsPage(deposits)
        self.sections.add(DEPOSITS, self.tr("Platform"), self.deposits, self.deposits.list.reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sections)

    def reload(self) -> None:
        """Read what is on show again; the other lists when they are shown."""
        self.sections.reload()
        self.presenter.counts(self._show_counts)

    def show_place(self, place: Place) -> None:
        """Show one of the lists, narrowed as asked."""
        kind = (
            place.kind if place.kind in (TO_INVOICE, DRAFTS, CONTRACTS, WORKS, DEPOSITS) else ISSUED
        )
        self.sections.show_section(kind)
        lists: dict[str, ListView[Any]] = {
            TO_INVOICE: self.to_invoice.list,
            DRAFTS: self.drafts.list,
            ISSUED: self.issued.list,
            CONTRACTS: self.contracts.list,
            WORKS: self.works.list,
            DEPOSITS: self.deposits.list,
        }
        kind = place.kind if place.kind in lists else ISSUED
        self.sections.show_section(kind)
        lists[kind].show_filtered(search=place.search, filters=place.filters)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """E-invoices may be dropped anywhere on the tab."""
        if dropped_einvoices(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the e-invoice dropped."""
        paths = dropped_einvoices(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.einvoices.take_in(paths[0])

    def showEvent(self, event: QShowEvent) -> None:
        """Count what waits when the tab is looked at."""
        super().showEvent(event)
        self.presenter.counts(self._show_counts)

    def _show_counts(self, counts: tuple[int, int]) -> None:
        deliveries, drafts = counts
        self.sections.set_count(TO_INVOICE, deliveries)
        self.sections.set_count(DRAFTS, drafts)
