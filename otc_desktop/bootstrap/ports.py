"""The outside world, each part loaded when first needed: most commands need few of them."""

import os
import tomllib
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from otc_desktop.adapters.storage.files import LocalFiles
from otc_desktop.application.kernel.bank_orders import BankOrders
from otc_desktop.application.kernel.bill_files import BillFiles
from otc_desktop.application.kernel.case_files import CaseFiles
from otc_desktop.application.kernel.einvoicing_platform import InvoicePlatform, StatusMessages
from otc_desktop.application.kernel.ereport_writing import EReportWriter
from otc_desktop.application.kernel.issued_files import IssuedArchives, IssuedFiles
from otc_desktop.application.kernel.ledger_files import (
    LedgerExports,
    LedgerReader,
)
from otc_desktop.application.kernel.letters import Letters
from otc_desktop.application.kernel.mailbox import MAIL_PASSWORD, MailboxReader, MailSignIn
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
from otc_desktop.domain.invoicing.platform_account import (
    PLATFORM_SECRET,
    PlatformAccount,
    PlatformKind,
)
from otc_desktop.domain.shared.company import BY_PASSWORD, MailSettings
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.taxes.rates import VatRates


class RealPorts:
    """The adapters behind `application.kernel.context.Ports`.

    Args:
        resources: the program's `resources` folder.
    """

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self.files: FileStore = LocalFiles()

    @cached_property
    def viewer_files(self) -> ViewerFiles:
        """Copies for the system's viewers."""
        from otc_desktop.adapters.storage.viewer_files import PrivateViewerFiles

        return PrivateViewerFiles()

    @cached_property
    def bank_formats(self) -> BankFormats:
        """Readers of bank statements."""
        from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
        from otc_desktop.adapters.spreadsheets.reader import SpreadsheetReader

        return BankFormatRegistry(SpreadsheetReader().sheets)

    @cached_property
    def statement_folders(self) -> StatementFolders:
        """Folders into which statement files fall."""
        from otc_desktop.adapters.storage.watched_folder import LocalStatementFolders

        return LocalStatementFolders()

    @cached_property
    def sheets(self) -> SheetReader:
        """Reader of CSV and XLSX tables."""
        from otc_desktop.adapters.spreadsheets.reader import SpreadsheetReader

        return SpreadsheetReader()

    @cached_property
    def bank_orders(self) -> BankOrders:
        """Writer of direct debits and transfers for the bank."""
        from otc_desktop.adapters.bank_orders.iso20022 import SepaWriter

        return SepaWriter()

    @cached_property
    def bill_files(self) -> BillFiles:
        """Writer of bills of exchange for the bank."""
        from otc_desktop.adapters.bill_files.cfonb160 import Cfonb160Writer

        return Cfonb160Writer()

    @cached_property
    def case_files(self) -> CaseFiles:
        """Writer of files for whoever collects a claim."""
        from otc_desktop.adapters.storage.case_files import ZippedCases

        return ZippedCases(self.files)

    @cached_property
    def sheet_writer(self) -> SheetWriter:
        """Writer of CSV and XLSX tables."""
        from otc_desktop.adapters.spreadsheets.writer import SpreadsheetWriter

        return SpreadsheetWriter()

    @cached_property
    def renderer(self) -> DocumentRenderer:
        """Drawer of documents."""
        from otc_desktop.adapters.documents.renderer import ReportLabRenderer

        return ReportLabRenderer(self._resources)

    @cached_property
    def letters(self) -> Letters:
        """Drawer of letters and statements of account."""
        from otc_desktop.adapters.documents.letters import ReportLabLetters

        return ReportLabLetters(self._resources)

    @cached_property
    def einvoices(self) -> EInvoiceWriter:
        """Writer of e-invoices."""
        from otc_desktop.adapters.einvoicing.writer import XmlInvoices

        return XmlInvoices()

    @cached_property
    def ereports(self) -> EReportWriter:
        """Writer of e-reporting data."""
        from otc_desktop.adapters.einvoicing.ereporting import EReportXml

        return EReportXml()

    @cached_property
    def issued_files(self) -> IssuedFiles:
        """Reader of what an issue archived."""
        from otc_desktop.adapters.einvoicing.archived import ArchivedFiles

        return ArchivedFiles()

    @cached_property
    def einvoice_files(self) -> EInvoiceReader:
        """Reader of e-invoices that others wrote."""
        from otc_desktop.adapters.einvoicing.reading.reader import EInvoiceFiles

        return EInvoiceFiles()

    @cached_property
    def status_messages(self) -> StatusMessages:
        """Reader and writer of life cycle messages."""
        from otc_desktop.adapters.einvoicing.cdar import CdarMessages

        return CdarMessages()

    @cached_property
    def issued_archives(self) -> IssuedArchives:
        """Writer of archived documents for an audit."""
        from otc_desktop.adapters.storage.issued_archives import ZippedArchives

        return ZippedArchives(self.files, self.sheet_writer)

    @cached_property
    def einvoice_rules(self) -> EInvoiceValidator:
        """The official rules of e-invoices."""
        from otc_desktop.adapters.einvoicing.validation import OfficialRules

        return OfficialRules()

    @cached_property
    def mentions(self) -> LegalMentions:
        """Legal wording."""
        from otc_desktop.adapters.documents.legal_mentions import TomlLegalMentions

        return TomlLegalMentions(self._resources)

    @cached_property
    def vat_rates(self) -> VatRates:
        """Rates of VAT by territory and date."""
        return VatRates.from_rows(self._toml("legal/vat_rates.toml")["rate"])

    @cached_property
    def mail_templates(self) -> MailTemplates:
        """Wording of mails."""
        from otc_desktop.adapters.mail.templates import JinjaMailTemplates

        return JinjaMailTemplates(self._resources)

    @cached_property
    def mail_files(self) -> MailFiles:
        """Writer of mails as files."""
        from otc_desktop.adapters.mail.draft_file import DraftFiles

        return DraftFiles()

    @cached_property
    def ledger_exports(self) -> LedgerExports:
        """Writers of accounting files."""
        from otc_desktop.adapters.accounting_exports.registry import AccountingExports

        return AccountingExports(self.files, self.sheet_writer)

    @cached_property
    def ledger_reader(self) -> LedgerReader:
        """Reader of other programs' ledgers."""
        from otc_desktop.adapters.accounting_exports.fec_reader import FecFiles

        return FecFiles()

    @cached_property
    def config(self) -> ConfigReader:
        """Reader of `company.toml`."""
        from otc_desktop.adapters.platform.toml_config import TomlConfigReader

        return TomlConfigReader()

    @cached_property
    def account_names(self) -> Mapping[str, str]:
        """Names of accounts by the beginning of their number."""
        return self._toml("accounts/names.toml")

    @cached_property
    def journal_names(self) -> Mapping[str, str]:
        """Names of journals by code."""
        return self._toml("accounts/journals.toml")

    def mail_transport(
        self, settings: MailSettings, *, password: str | None = None
    ) -> MailTransport:
        """The way to a mail server; the password is asked of the keyring at each sending."""
        from otc_desktop.adapters.mail.smtp import SmtpTransport

        return SmtpTransport(
            settings, self._mail_password(settings, password), token=self._mail_token(settings)
        )

    def mailbox(self, settings: MailSettings, *, password: str | None = None) -> MailboxReader:
        """The way into the mailbox where answers and bounces are read."""
        from otc_desktop.adapters.mail.imap import ImapMailbox

        return ImapMailbox(
            settings, self._mail_password(settings, password), token=self._mail_token(settings)
        )

    def platform(self, account: PlatformAccount, *, secret: str | None = None) -> InvoicePlatform:
        """The way to the approved platform; the secret is asked of the keyring."""
        from otc_desktop.adapters.approved_platform.api import ApiPlatform
        from otc_desktop.adapters.approved_platform.folder import ChorusProFolder, FolderPlatform

        if account.kind is PlatformKind.API:
            kept = partial(self.secrets.get, PLATFORM_SECRET, account.client_id)
            return ApiPlatform(account, lambda: secret or kept())
        if account.kind is PlatformKind.CHORUS_PRO:
            return ChorusProFolder(Path(account.folder), self.files)
        if account.kind is PlatformKind.FOLDER:
            return FolderPlatform(Path(account.folder), self.files)
        raise RuleError("platform.not_configured")

    @cached_property
    def mail_sign_in(self) -> MailSignIn:
        """Signing in at a mail provider."""
        from otc_desktop.adapters.mail.oauth import OAuthSignIn

        return OAuthSignIn(self.secrets)

    @cached_property
    def secrets(self) -> Secrets:
        """The system's keyring."""
        from otc_desktop.adapters.secrets.keyring_store import KeyringSecrets

        return KeyringSecrets(os.environ)

    def _mail_password(self, settings: MailSettings, typed: str | None) -> Callable[[], str | None]:
        return lambda: typed or self.secrets.get(MAIL_PASSWORD, settings.user)

    def _mail_token(self, settings: MailSettings) -> Callable[[bool], str] | None:
        if settings.login == BY_PASSWORD:
            return None
        return lambda renewed: self.mail_sign_in.access(settings, renewed=renewed)

    def _toml(self, name: str) -> Mapping[str, Any]:
        return tomllib.loads((self._resources / name).read_text(encoding="utf-8"))
