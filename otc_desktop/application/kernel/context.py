"""What a use case is given: who, when, and every port."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otc_desktop.application.kernel.ports import (
    BankFormats,
    ConfigReader,
    DocumentRenderer,
    FileStore,
    LedgerExports,
    LegalMentions,
    MailTemplates,
    MailTransport,
    SheetReader,
)
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.ledger.account_scheme import AccountScheme
from otc_desktop.domain.security.permissions import User
from otc_desktop.domain.shared.company import MailSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """The outside world, as bootstrap built it."""

    files: FileStore
    bank_formats: BankFormats
    sheets: SheetReader
    renderer: DocumentRenderer
    mentions: LegalMentions
    mail_templates: MailTemplates
    mail_transport: Callable[[MailSettings], MailTransport]
    ledger_exports: LedgerExports
    config: ConfigReader
    account_names: Mapping[str, str]
    journal_names: Mapping[str, str]


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
