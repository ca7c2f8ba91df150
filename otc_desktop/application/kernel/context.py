"""What a use case is given: who, when, and every port."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from otc_desktop.application.kernel.bank_orders import BankOrders
from otc_desktop.application.kernel.bill_files import BillFiles
from otc_desktop.application.kernel.case_files import CaseFiles
from otc_desktop.application.kernel.einvoicing_platform import InvoicePlatform, StatusMessages
from otc_desktop.application.kernel.ereport_writing import EReportWriter
from otc_desktop.application.kernel.issued_files import IssuedArchives
from otc_desktop.application.kernel.ledger_files import (
    LedgerExports,
    LedgerReader,
)
from otc_desktop.application.kernel.letters import Letters
from otc_desktop.application.kernel.mailbox import MailboxReader, MailSignIn
from otc_desktop.application.kernel.mailing import (
    MailFiles,
    MailTemplates,
    MailTransport,
)
from otc_desktop.application.kernel.ports import (
    BankFormats,
    ConfigReader,
    DocumentRenderer,
    EInvoiceReader,
    EInvoiceValidator,
    EInvoiceWriter,
    FileStore,
    LegalMentions,
    Secrets,
    SheetReader,
    StatementFolders,
    ViewerFiles,
)
from otc_desktop.application.kernel.sheets import SheetWriter
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.platform_account import PlatformAccount
from otc_desktop.domain.ledger.account_scheme import AccountScheme
from otc_desktop.domain.security.permissions import User
from otc_desktop.domain.shared.company import MailSettings
from otc_desktop.domain.taxes.rates import VatRates


class Ports(Protocol):
    """The outside world, as bootstrap built it."""

    @property
    def files(self) -> FileStore:
        """Files of the user's disk."""
        ...

    @property
    def viewer_files(self) -> ViewerFiles:
        """Copies for the system's viewers."""
        ...

    @property
    def bank_formats(self) -> BankFormats:
        """Readers of bank statements."""
        ...

    @property
    def statement_folders(self) -> StatementFolders:
        """Folders into which statement files fall."""
        ...

    @property
    def sheets(self) -> SheetReader:
        """Reader of CSV and XLSX tables."""
        ...

    @property
    def renderer(self) -> DocumentRenderer:
        """Drawer of documents."""
        ...

    @property
    def letters(self) -> Letters:
        """Drawer of letters and statements of account."""
        ...

    @property
    def einvoices(self) -> EInvoiceWriter:
        """Writer of e-invoices."""
        ...

    @property
    def ereports(self) -> EReportWriter:
        """Writer of e-reporting data."""
        ...

    @property
    def einvoice_files(self) -> EInvoiceReader:
        """Reader of e-invoices that others wrote."""
        ...

    @property
    def status_messages(self) -> StatusMessages:
        """Reader and writer of life cycle messages."""
        ...

    @property
    def issued_archives(self) -> IssuedArchives:
        """Writer of archived documents for an audit."""
        ...

    @property
    def einvoice_rules(self) -> EInvoiceValidator:
        """The official rules of e-invoices."""
        ...

    @property
    def mentions(self) -> LegalMentions:
        """Legal wording."""
        ...

    @property
    def vat_rates(self) -> VatRates:
        """Rates of VAT by territory and date."""
        ...

    @property
    def mail_templates(self) -> MailTemplates:
        """Wording of mails."""
        ...

    @property
    def bank_orders(self) -> BankOrders:
        """Writer of direct debits and transfers for the bank."""
        ...

    @property
    def bill_files(self) -> BillFiles:
        """Writer of bills of exchange for the bank."""
        ...

    @property
    def case_files(self) -> CaseFiles:
        """Writer of files for whoever collects a claim."""
        ...

    @property
    def sheet_writer(self) -> SheetWriter:
        """Writer of tables for spreadsheet programs."""
        ...

    @property
    def mail_files(self) -> MailFiles:
        """Writer of mails as files."""
        ...

    @property
    def ledger_exports(self) -> LedgerExports:
        """Writers of accounting files."""
        ...

    @property
    def ledger_reader(self) -> LedgerReader:
        """Reader of other programs' ledgers."""
        ...

    @property
    def config(self) -> ConfigReader:
        """Reader of `company.toml`."""
        ...

    @property
    def account_names(self) -> Mapping[str, str]:
        """Names of accounts by the beginning of their number."""
        ...

    @property
    def journal_names(self) -> Mapping[str, str]:
        """Names of journals by code."""
        ...

    @property
    def secrets(self) -> Secrets:
        """The system's keyring."""
        ...

    def platform(self, account: PlatformAccount, *, secret: str | None = None) -> InvoicePlatform:
        """The way to the approved platform; a secret given here is tried instead of the kept one.

        Raises:
            RuleError: `platform.not_configured`.
        """
        ...

    @property
    def mail_sign_in(self) -> MailSignIn:
        """Signing in at a mail provider."""
        ...

    def mailbox(self, settings: MailSettings, *, password: str | None = None) -> MailboxReader:
        """The way into the mailbox where answers and bounces are read."""
        ...

    def mail_transport(
        self, settings: MailSettings, *, password: str | None = None
    ) -> MailTransport:
        """The way to a mail server; a password given here is tried instead of the kept one."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One run of a use case: the business date, the user, the ports, units of work.

    `snapshot` opens a unit of work that only reads: it sees one state of the books, takes
    no lock, and can't be committed.
    """

    user: User
    workstation: str
    today: date
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]
    unit_of_work: Callable[[], UnitOfWork]
    snapshot: Callable[[], UnitOfWork]
    ports: Ports
    account_scheme: AccountScheme
