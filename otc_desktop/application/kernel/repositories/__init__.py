"""What use cases load and save, by subject, as Protocols; `persistence` implements them.

`get…` raises NotFoundError, `find…` gives None; `lock=True` keeps the row for this
transaction. `save` raises ConflictError when somebody else saved meanwhile.
"""

from otc_desktop.application.kernel.repositories.bank_books import BankBooks
from otc_desktop.application.kernel.repositories.bank_postings import BankPostingRepository
from otc_desktop.application.kernel.repositories.contact_log import (
    AttachmentRepository,
    ContactLog,
    PromiseRepository,
)
from otc_desktop.application.kernel.repositories.contracts import (
    ProFormaRepository,
    RecurringRepository,
    WorksRepository,
)
from otc_desktop.application.kernel.repositories.correspondence import (
    DisputeRepository,
    DunningRepository,
    NoticeRecord,
    OutboxRepository,
    QueuedMail,
)
from otc_desktop.application.kernel.repositories.credit import CreditRepository
from otc_desktop.application.kernel.repositories.customer_merges import (
    CustomerMerges,
    DuplicateBook,
)
from otc_desktop.application.kernel.repositories.direct_debits import DirectDebitRepository
from otc_desktop.application.kernel.repositories.documents import (
    ArchiveRepository,
    InvoiceRepository,
    QuoteRepository,
    SalesOrderRepository,
)
from otc_desktop.application.kernel.repositories.dunning_plans import DunningPlanRepository
from otc_desktop.application.kernel.repositories.ereporting import EReportRepository
from otc_desktop.application.kernel.repositories.formal_end import (
    EntryProposalRepository,
    FormalNoticeRepository,
    HandoverRepository,
)
from otc_desktop.application.kernel.repositories.imports import (
    ImportMappingRepository,
    WatchedFolder,
    WatchedFolderRepository,
)
from otc_desktop.application.kernel.repositories.lifecycle import (
    ReceiptOfInvoice,
    ReformStatusRepository,
)
from otc_desktop.application.kernel.repositories.mail_templates import MailTemplateRepository
from otc_desktop.application.kernel.repositories.mailbox import (
    Addressee,
    MailboxPlace,
    ReceivedMailRepository,
)
from otc_desktop.application.kernel.repositories.master_data import (
    CompanyRepository,
    CustomerRepository,
    NumberSeries,
    OwnTextRepository,
    PaperLookRepository,
    ProductRepository,
)
from otc_desktop.application.kernel.repositories.match_memory import MatchMemory
from otc_desktop.application.kernel.repositories.money import (
    AllocationRepository,
    BankRepository,
    JournalRepository,
    OpenItemRepository,
    StatementRecord,
)
from otc_desktop.application.kernel.repositories.papers import PaperRepository
from otc_desktop.application.kernel.repositories.payment_plans import (
    Payment,
    PaymentPlanRepository,
    ThanksRepository,
)
from otc_desktop.application.kernel.repositories.platform import PlatformRepository
from otc_desktop.application.kernel.repositories.prices import PriceRepository
from otc_desktop.application.kernel.repositories.rebates import RebateRepository
from otc_desktop.application.kernel.repositories.refunds import RefundRepository
from otc_desktop.application.kernel.repositories.reporting import ReportingRepository
from otc_desktop.application.kernel.repositories.schedule import ScheduleRepository
from otc_desktop.application.kernel.repositories.stock import (
    DeliveryRepository,
    SalesReturnRepository,
    StockRepository,
)

__all__ = [
    "Addressee",
    "AllocationRepository",
    "ArchiveRepository",
    "AttachmentRepository",
    "BankBooks",
    "BankPostingRepository",
    "BankRepository",
    "CompanyRepository",
    "ContactLog",
    "CreditRepository",
    "CustomerMerges",
    "CustomerRepository",
    "DeliveryRepository",
    "DirectDebitRepository",
    "DisputeRepository",
    "DunningPlanRepository",
    "DunningRepository",
    "DuplicateBook",
    "EReportRepository",
    "EntryProposalRepository",
    "FormalNoticeRepository",
    "HandoverRepository",
    "ImportMappingRepository",
    "InvoiceRepository",
    "JournalRepository",
    "MailTemplateRepository",
    "MailboxPlace",
    "MatchMemory",
    "NoticeRecord",
    "NumberSeries",
    "OpenItemRepository",
    "OutboxRepository",
    "OwnTextRepository",
    "PaperLookRepository",
    "PaperRepository",
    "Payment",
    "PaymentPlanRepository",
    "PlatformRepository",
    "PriceRepository",
    "ProFormaRepository",
    "ProductRepository",
    "PromiseRepository",
    "QueuedMail",
    "QuoteRepository",
    "RebateRepository",
    "ReceiptOfInvoice",
    "ReceivedMailRepository",
    "RecurringRepository",
    "ReformStatusRepository",
    "RefundRepository",
    "ReportingRepository",
    "SalesOrderRepository",
    "SalesReturnRepository",
    "ScheduleRepository",
    "StatementRecord",
    "StockRepository",
    "ThanksRepository",
    "WatchedFolder",
    "WatchedFolderRepository",
    "WorksRepository",
]
