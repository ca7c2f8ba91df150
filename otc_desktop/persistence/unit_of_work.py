"""One transaction with its repositories, its audit row and its events."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import DBAPIError
from uuid_utils.compat import uuid7

from otc_desktop.application.kernel.changes import ChangeSet, Topic
from otc_desktop.application.kernel.repositories import (
    AllocationRepository,
    ArchiveRepository,
    AttachmentRepository,
    BankBooks,
    BankPostingRepository,
    BankRepository,
    CompanyRepository,
    ContactLog,
    CreditRepository,
    CustomerMerges,
    CustomerRepository,
    DeliveryRepository,
    DirectDebitRepository,
    DisputeRepository,
    DunningPlanRepository,
    DunningRepository,
    DuplicateBook,
    EntryProposalRepository,
    EReportRepository,
    FormalNoticeRepository,
    HandoverRepository,
    ImportMappingRepository,
    InvoiceRepository,
    JournalRepository,
    MailTemplateRepository,
    MatchMemory,
    NumberSeries,
    OpenItemRepository,
    OutboxRepository,
    OwnTextRepository,
    PaperLookRepository,
    PaperRepository,
    PaymentPlanRepository,
    PlatformRepository,
    PriceRepository,
    ProductRepository,
    ProFormaRepository,
    PromiseRepository,
    QuoteRepository,
    RebateRepository,
    ReceivedMailRepository,
    RecurringRepository,
    ReformStatusRepository,
    RefundRepository,
    ReportingRepository,
    SalesOrderRepository,
    SalesReturnRepository,
    ScheduleRepository,
    StockRepository,
    ThanksRepository,
    WatchedFolderRepository,
    WorksRepository,
)
from otc_desktop.domain.audit.hash_chain import canonical_json
from otc_desktop.domain.shared.events import Event
from otc_desktop.persistence import audit_log
from otc_desktop.persistence.engine import READ_ONLY
from otc_desktop.persistence.event_words import searched_words
from otc_desktop.persistence.failures import translated
from otc_desktop.persistence.number_series import SqlNumberSeries
from otc_desktop.persistence.outbox import SqlOutboxRepository
from otc_desktop.persistence.repositories.archive import SqlArchiveRepository
from otc_desktop.persistence.repositories.attachments import SqlAttachmentRepository
from otc_desktop.persistence.repositories.bank_books import SqlBankBooks
from otc_desktop.persistence.repositories.bank_postings import SqlBankPostings
from otc_desktop.persistence.repositories.banking import SqlBankRepository
from otc_desktop.persistence.repositories.catalogue import SqlProductRepository
from otc_desktop.persistence.repositories.company import SqlCompanyRepository
from otc_desktop.persistence.repositories.contact_log import SqlContactLog
from otc_desktop.persistence.repositories.credit import SqlCreditRepository
from otc_desktop.persistence.repositories.customer_merges import SqlCustomerMerges
from otc_desktop.persistence.repositories.customers import SqlCustomerRepository
from otc_desktop.persistence.repositories.deliveries import SqlDeliveryRepository
from otc_desktop.persistence.repositories.direct_debits import SqlDirectDebits
from otc_desktop.persistence.repositories.disputes import SqlDisputeRepository
from otc_desktop.persistence.repositories.dunning import SqlDunningRepository
from otc_desktop.persistence.repositories.dunning_plans import SqlDunningPlans
from otc_desktop.persistence.repositories.duplicates import SqlDuplicateBook
from otc_desktop.persistence.repositories.entry_proposals import SqlEntryProposals
from otc_desktop.persistence.repositories.ereporting import SqlEReports
from otc_desktop.persistence.repositories.formal_notices import SqlFormalNotices
from otc_desktop.persistence.repositories.handovers import SqlHandovers
from otc_desktop.persistence.repositories.imports import SqlImportMappingRepository
from otc_desktop.persistence.repositories.invoicing import SqlInvoiceRepository
from otc_desktop.persistence.repositories.ledger import SqlJournalRepository
from otc_desktop.persistence.repositories.lifecycle import SqlReformStatuses
from otc_desktop.persistence.repositories.mail_templates import SqlMailTemplates
from otc_desktop.persistence.repositories.mailbox import SqlReceivedMail
from otc_desktop.persistence.repositories.match_memory import SqlMatchMemory
from otc_desktop.persistence.repositories.own_texts import SqlOwnTexts
from otc_desktop.persistence.repositories.paper_look import SqlPaperLook
from otc_desktop.persistence.repositories.papers import SqlPapers
from otc_desktop.persistence.repositories.payment_plans import SqlPaymentPlans, SqlThanks
from otc_desktop.persistence.repositories.platform import SqlPlatform
from otc_desktop.persistence.repositories.prices import SqlPriceRepository
from otc_desktop.persistence.repositories.pro_formas import SqlProFormaRepository
from otc_desktop.persistence.repositories.promises import SqlPromiseRepository
from otc_desktop.persistence.repositories.quotes import SqlQuoteRepository
from otc_desktop.persistence.repositories.rebates import SqlRebateRepository
from otc_desktop.persistence.repositories.receivables import (
    SqlAllocationRepository,
    SqlOpenItemRepository,
)
from otc_desktop.persistence.repositories.recurring import SqlRecurringRepository
from otc_desktop.persistence.repositories.refunds import SqlRefunds
from otc_desktop.persistence.repositories.reporting import SqlReportingRepository
from otc_desktop.persistence.repositories.returns import SqlSalesReturnRepository
from otc_desktop.persistence.repositories.sales import SqlSalesOrderRepository
from otc_desktop.persistence.repositories.schedule import SqlSchedule
from otc_desktop.persistence.repositories.stock import SqlStockRepository
from otc_desktop.persistence.repositories.watched_folders import SqlWatchedFolderRepository
from otc_desktop.persistence.repositories.works import SqlWorksRepository
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.audit import event as event_table

ResultT = TypeVar("ResultT")


class SqlUnitOfWork:
    """A transaction. Left without `commit`, everything is undone."""

    def __init__(
        self,
        engine: Engine,
        *,
        user: str,
        workstation: str,
        use_case: str,
        today: date,
        now: Callable[[], datetime],
        publish: Callable[[ChangeSet], None],
        read_only: bool = False,
    ) -> None:
        self._engine = engine
        self._user = user
        self._workstation = workstation
        self._use_case = use_case
        self._today = today
        self._now = now
        self._publish = publish
        self._read_only = read_only
        self._events: list[Event] = []

    def __enter__(self) -> Self:
        try:
            self._connection = self._connect()
            self._transaction = self._connection.begin()
            # Leases and retries read the database's clock: workstations disagree.
            now = self._now()
            if self._engine.dialect.name == "postgresql":
                now = self._connection.execute(select(func.clock_timestamp())).scalar_one()
        except DBAPIError as problem:
            raise translated(problem) or problem from problem
        session = self._session = Session(self._connection, now)
        self._bind_sales(session)
        self._bind_invoicing(session)
        self._bind_money(session)
        self._bind_contacts(session)
        self._bind_program(session)
        return self

    def _bind_sales(self, session: Session) -> None:
        """The company, its customers, and the way to an invoice."""
        self.company: CompanyRepository = SqlCompanyRepository(session)
        self.paper_look: PaperLookRepository = SqlPaperLook(session)
        self.own_texts: OwnTextRepository = SqlOwnTexts(session)
        self.number_series: NumberSeries = SqlNumberSeries(session)
        self.customers: CustomerRepository = SqlCustomerRepository(session)
        self.duplicates: DuplicateBook = SqlDuplicateBook(session, self._user)
        self.customer_merges: CustomerMerges = SqlCustomerMerges(session, self._user)
        self.products: ProductRepository = SqlProductRepository(session)
        self.prices: PriceRepository = SqlPriceRepository(session)
        self.stock: StockRepository = SqlStockRepository(session)
        self.quotes: QuoteRepository = SqlQuoteRepository(session)
        self.sales_orders: SalesOrderRepository = SqlSalesOrderRepository(session)
        self.deliveries: DeliveryRepository = SqlDeliveryRepository(session)
        self.sales_returns: SalesReturnRepository = SqlSalesReturnRepository(session)
        self.credit: CreditRepository = SqlCreditRepository(session, self._user)
        self.rebates: RebateRepository = SqlRebateRepository(session)

    def _bind_invoicing(self, session: Session) -> None:
        """Documents, their archive, and what the reform asks of them."""
        self.invoices: InvoiceRepository = SqlInvoiceRepository(session)
        self.archive: ArchiveRepository = SqlArchiveRepository(session)
        self.ereports: EReportRepository = SqlEReports(session, self._user)
        self.platform: PlatformRepository = SqlPlatform(session)
        self.recurring: RecurringRepository = SqlRecurringRepository(session)
        self.pro_formas: ProFormaRepository = SqlProFormaRepository(session)
        self.reform_statuses: ReformStatusRepository = SqlReformStatuses(session, self._user)
        self.works: WorksRepository = SqlWorksRepository(session)

    def _bind_money(self, session: Session) -> None:
        """The bank, what customers owe, and the ledger."""
        self.open_items: OpenItemRepository = SqlOpenItemRepository(session)
        self.bank: BankRepository = SqlBankRepository(session)
        self.allocations: AllocationRepository = SqlAllocationRepository(session, self._user)
        self.papers: PaperRepository = SqlPapers(session, self._user)
        self.direct_debits: DirectDebitRepository = SqlDirectDebits(session, self._user)
        self.refunds: RefundRepository = SqlRefunds(session, self._user)
        self.journal: JournalRepository = SqlJournalRepository(session, self._user)
        self.bank_books: BankBooks = SqlBankBooks(session)
        self.bank_postings: BankPostingRepository = SqlBankPostings(session, self._user)
        self.match_memory: MatchMemory = SqlMatchMemory(session, self._user)

    def _bind_contacts(self, session: Session) -> None:
        """What is said to customers and by them."""
        self.disputes: DisputeRepository = SqlDisputeRepository(session)
        self.dunning: DunningRepository = SqlDunningRepository(session)
        self.dunning_plans: DunningPlanRepository = SqlDunningPlans(session, self._user)
        self.outbox: OutboxRepository = SqlOutboxRepository(session)
        self.formal_notices: FormalNoticeRepository = SqlFormalNotices(session)
        self.handovers: HandoverRepository = SqlHandovers(session)
        self.entry_proposals: EntryProposalRepository = SqlEntryProposals(session)
        self.received_mail: ReceivedMailRepository = SqlReceivedMail(session)
        self.contact_log: ContactLog = SqlContactLog(session)
        self.promises: PromiseRepository = SqlPromiseRepository(session)
        self.payment_plans: PaymentPlanRepository = SqlPaymentPlans(session)
        self.thanks: ThanksRepository = SqlThanks(session)
        self.attachments: AttachmentRepository = SqlAttachmentRepository(session)
        self.mail_templates: MailTemplateRepository = SqlMailTemplates(session)

    def _bind_program(self, session: Session) -> None:
        """The program's own: imports, figures, jobs."""
        self.import_mappings: ImportMappingRepository = SqlImportMappingRepository(session)
        self.watched_folders: WatchedFolderRepository = SqlWatchedFolderRepository(session)
        self.reporting: ReportingRepository = SqlReportingRepository(session)
        self.schedule: ScheduleRepository = SqlSchedule(session)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._transaction.is_active:
            self._transaction.rollback()
        self._connection.close()
        if isinstance(error, DBAPIError):
            known = translated(error)
            if known is not None:
                raise known from error

    def record(self, event: Event) -> None:
        """Keep a fact for the timeline."""
        self._events.append(event)

    def touch(self, *topics: Topic) -> None:
        """Say which screens must read again after the commit."""
        self._session.topics.update(topics)

    def commit(self, result: ResultT) -> ResultT:
        """Write the audit trail, commit, publish, and hand the result back."""
        if self._read_only:
            raise RuntimeError("a snapshot only reads")
        session = self._session
        self._write_events()
        session.search.write(self._connection)
        if session.changes:
            audit_log.append(
                session,
                {
                    "at": session.now,
                    "user": self._user,
                    "workstation": self._workstation,
                    "use_case": self._use_case,
                    "changes": session.changes,
                },
            )
        self._transaction.commit()
        if session.topics:
            self._publish(ChangeSet(frozenset(session.topics)))
        return result

    def _connect(self) -> Connection:
        connection = self._engine.connect()
        if not self._read_only:
            return connection
        if self._engine.dialect.name == "postgresql":
            return connection.execution_options(isolation_level="REPEATABLE READ")
        return connection.execution_options(**{READ_ONLY: True})

    def _write_events(self) -> None:
        if not self._events:
            return
        self._connection.execute(
            insert(event_table),
            [
                {
                    "id": uuid7(),
                    "happened_on": self._today,
                    "at": self._session.now,
                    "kind": type(each).__name__,
                    "subject_id": each.subject_id,
                    "customer_id": each.customer_id,
                    "words": searched_words(each),
                    "details": canonical_json(
                        {
                            name: value
                            for name, value in asdict(each).items()
                            if name not in ("subject_id", "customer_id")
                        }
                    ),
                }
                for each in self._events
            ],
        )
