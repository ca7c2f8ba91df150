"""One intent, one unit of work, one commit."""

from types import TracebackType
from typing import Protocol, Self, TypeVar

from otc_desktop.application.kernel.changes import Topic
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
from otc_desktop.domain.shared.events import Event

ResultT = TypeVar("ResultT")


class UnitOfWork(Protocol):
    """A transaction with its repositories. Left without `commit`, everything is undone."""

    company: CompanyRepository
    paper_look: PaperLookRepository
    own_texts: OwnTextRepository
    number_series: NumberSeries
    customers: CustomerRepository
    duplicates: DuplicateBook
    customer_merges: CustomerMerges
    products: ProductRepository
    prices: PriceRepository
    stock: StockRepository
    quotes: QuoteRepository
    sales_orders: SalesOrderRepository
    deliveries: DeliveryRepository
    sales_returns: SalesReturnRepository
    invoices: InvoiceRepository
    archive: ArchiveRepository
    open_items: OpenItemRepository
    bank: BankRepository
    allocations: AllocationRepository
    papers: PaperRepository
    direct_debits: DirectDebitRepository
    refunds: RefundRepository
    journal: JournalRepository
    disputes: DisputeRepository
    dunning: DunningRepository
    outbox: OutboxRepository
    received_mail: ReceivedMailRepository
    import_mappings: ImportMappingRepository
    watched_folders: WatchedFolderRepository
    contact_log: ContactLog
    dunning_plans: DunningPlanRepository
    promises: PromiseRepository
    payment_plans: PaymentPlanRepository
    formal_notices: FormalNoticeRepository
    handovers: HandoverRepository
    entry_proposals: EntryProposalRepository
    thanks: ThanksRepository
    attachments: AttachmentRepository
    reporting: ReportingRepository
    credit: CreditRepository
    bank_books: BankBooks
    bank_postings: BankPostingRepository
    match_memory: MatchMemory
    mail_templates: MailTemplateRepository
    rebates: RebateRepository
    ereports: EReportRepository
    platform: PlatformRepository
    recurring: RecurringRepository
    works: WorksRepository
    pro_formas: ProFormaRepository
    reform_statuses: ReformStatusRepository
    schedule: ScheduleRepository

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def record(self, event: Event) -> None:
        """Keep a fact for the timeline."""

    def touch(self, *topics: Topic) -> None:
        """Say which screens must read again after the commit."""

    def commit(self, result: ResultT) -> ResultT:
        """Write the audit trail, commit, and hand the result back."""
