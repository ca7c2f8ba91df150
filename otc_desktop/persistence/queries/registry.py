"""Every list and figure of a database, by name."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Engine

from otc_desktop.application.credit.queries import CreditSituation
from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.import_mapping import ImportMapping
from otc_desktop.application.kernel.issued_files import IssuedFiles
from otc_desktop.application.outbox.queries import DocumentMail, MailStep
from otc_desktop.application.reporting.queries import AgedRow, TodayFigures
from otc_desktop.domain.shared.ids import InvoiceId, MailId
from otc_desktop.persistence.queries import imports, mail_examples, outbox, reporting
from otc_desktop.persistence.queries.attachments import AttachmentList
from otc_desktop.persistence.queries.back_orders import BackOrderList, LateOrderList
from otc_desktop.persistence.queries.banking import TransactionList
from otc_desktop.persistence.queries.catalogue import ProductList
from otc_desktop.persistence.queries.contacts import ContactList
from otc_desktop.persistence.queries.contracts import ContractList, WorksList
from otc_desktop.persistence.queries.credit import CreditFigures
from otc_desktop.persistence.queries.credit_lists import DecisionList, RequestList
from otc_desktop.persistence.queries.customers import CustomerList
from otc_desktop.persistence.queries.deliveries import DeliveryList, ReturnList
from otc_desktop.persistence.queries.direct_debits import CollectionList, MandateList, RefundList
from otc_desktop.persistence.queries.disputes import DisputeList
from otc_desktop.persistence.queries.dunning import MailList, NoticeList
from otc_desktop.persistence.queries.finder import SqlFinding
from otc_desktop.persistence.queries.formal_end import HandoverList, LetterList, ProposalList
from otc_desktop.persistence.queries.invoicing import DraftList, InvoiceList, document_pdf
from otc_desktop.persistence.queries.lead_times import LeadTimeList
from otc_desktop.persistence.queries.ledger import BatchList, EntryList, LineList
from otc_desktop.persistence.queries.mailbox import ReceivedList
from otc_desktop.persistence.queries.papers import PaperList, SlipList
from otc_desktop.persistence.queries.platform import FlowList
from otc_desktop.persistence.queries.prices import AgreedPrices, ListPrices, PriceLists
from otc_desktop.persistence.queries.promises import PromiseQueries
from otc_desktop.persistence.queries.quotes import QuoteList
from otc_desktop.persistence.queries.reading import reading
from otc_desktop.persistence.queries.receivables import OpenItemList
from otc_desktop.persistence.queries.sales import DeliveriesToInvoice, OrderList
from otc_desktop.persistence.queries.stock import MovementList, StockList
from otc_desktop.persistence.queries.timeline import Timeline
from otc_desktop.persistence.queries.verification import SqlVerification


class SqlQueries:
    """The read side: each attribute is a list that pages itself from the database.

    Args:
        engine: the database.
        today: the business date, by which things are late.
        issued_files: makes what reads archived files back for their proof.
    """

    def __init__(
        self,
        engine: Engine,
        today: Callable[[], date],
        issued_files: Callable[[], IssuedFiles] | None = None,
    ) -> None:
        self._engine = engine
        self._today = today
        self.customers = CustomerList(engine, today)
        self.timeline = Timeline(engine, today)
        self.promises = PromiseQueries(engine, today)
        self.attachments = AttachmentList(engine, today)
        self.products = ProductList(engine, today)
        self.price_lists = PriceLists(engine, today)
        self.list_prices = ListPrices(engine, today)
        self.agreed_prices = AgreedPrices(engine, today)
        self.quotes = QuoteList(engine, today)
        self.orders = OrderList(engine, today)
        self.deliveries_to_invoice = DeliveriesToInvoice(engine, today)
        self.deliveries = DeliveryList(engine, today)
        self.back_orders = BackOrderList(engine, today)
        self.late_orders = LateOrderList(engine, today)
        self.lead_times = LeadTimeList(engine, today)
        self.sales_returns = ReturnList(engine, today)
        self.stock = StockList(engine, today)
        self.stock_movements = MovementList(engine, today)
        self.drafts = DraftList(engine, today)
        self.contracts = ContractList(engine, today)
        self.works = WorksList(engine, today)
        self.invoices = InvoiceList(engine, today)
        self.open_items = OpenItemList(engine, today)
        self.bank_transactions = TransactionList(engine, today)
        self.paper_receipts = PaperList(engine, today)
        self.deposit_slips = SlipList(engine, today)
        self.mandates = MandateList(engine, today)
        self.refund_orders = RefundList(engine, today)
        self.debit_collections = CollectionList(engine, today)
        self.journal_entries = EntryList(engine, today)
        self.journal_lines = LineList(engine, today)
        self.export_batches = BatchList(engine, today)
        self.notices = NoticeList(engine, today)
        self.outbox = MailList(engine, today)
        self.received_mail = ReceivedList(engine, today)
        self.platform_flows = FlowList(engine, today)
        self.disputes = DisputeList(engine, today)
        self.postal_letters = LetterList(engine, today)
        self.handovers = HandoverList(engine, today)
        self.entry_proposals = ProposalList(engine, today)
        self.credit = CreditFigures(engine, today)
        self.credit_requests = RequestList(engine, today)
        self.credit_decisions = DecisionList(engine, today)
        self.verification = SqlVerification(engine, issued_files)
        self.finding = SqlFinding(
            engine,
            {
                FoundKind.CUSTOMER: self.customers,
                FoundKind.CONTACT: ContactList(engine, today),
                FoundKind.INVOICE: self.invoices,
                FoundKind.ORDER: self.orders,
                FoundKind.QUOTE: self.quotes,
                FoundKind.DELIVERY: self.deliveries,
                FoundKind.RETURN: self.sales_returns,
                FoundKind.PRODUCT: self.products,
                FoundKind.BANK_LINE: self.bank_transactions,
                FoundKind.ATTACHMENT: self.attachments,
            },
        )

    def aged_balance(self, on: date) -> Sequence[AgedRow]:
        """What each customer owed on a date, by days late then."""
        return reporting.aged_balance(self._engine, on)

    def steps_of_mail(self, mail_id: MailId) -> Sequence[MailStep]:
        """What became of a mail, step by step."""
        return outbox.steps_of_mail(self._engine, mail_id)

    def mails_of_document(self, invoice_id: InvoiceId) -> Sequence[DocumentMail]:
        """The mails that bring an issued document, with their steps."""
        return outbox.mails_of_document(self._engine, invoice_id)

    def last_of_kind(self, template: str) -> str:
        """The last document of the kind that words of mails bring."""
        return mail_examples.last_of_kind(self._engine, template)

    def credit_situation(self, customer_code: str) -> CreditSituation:
        """How a customer stands, for whoever takes its order."""
        return self.credit.situation_of(customer_code)

    def import_mappings(self, kind: str) -> list[ImportMapping]:
        """The remembered mappings of one kind of imported table."""
        return imports.import_mappings(self._engine, kind)

    def today(self) -> TodayFigures:
        """What waits for somebody this morning."""
        return reporting.today_figures(self._engine, self._today())

    def document_pdf(self, invoice_id: UUID) -> bytes | None:
        """The PDF as issued, None for a document taken over from elsewhere."""
        with reading(self._engine) as connection:
            return document_pdf(connection, invoice_id)
