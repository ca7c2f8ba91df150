"""What use cases need from outside, as Protocols; adapters implement them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol
from uuid import UUID

from otc_desktop.application.kernel.bank_tables import LookChoices, ReadingChoices, TableLook
from otc_desktop.application.kernel.sales_paper import SalesPaper
from otc_desktop.domain.banking.reconciliation import BankReconciliation
from otc_desktop.domain.banking.statement import BankAccount, ParsedStatement
from otc_desktop.domain.invoicing.einvoice import EInvoice
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.received import ReceivedInvoice
from otc_desktop.domain.invoicing.rule_sets import RuleSetOutcome
from otc_desktop.domain.receivables.account_statement import AccountStatement
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import PaperReceipt
from otc_desktop.domain.sales.delivery_note import DeliveryNote
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK, Logo, PaperLook


class Clock(Protocol):
    """The one source of time."""

    def today(self) -> date:
        """The business date."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""


class IdFactory(Protocol):
    """Makes ids before the database is met."""

    def new_id(self) -> UUID:
        """A UUIDv7: unique everywhere, ordered by time."""


class FileStore(Protocol):
    """Files of the user's disk."""

    def read(self, path: Path, *, largest: int) -> bytes:
        """The whole file.

        Raises:
            InputFileError: `files.not_found`, `files.too_large`, `files.not_readable`.
        """

    def open(self, path: Path, *, largest: int) -> BinaryIO:
        """The file for reading piece by piece; whoever opens it closes it.

        Raises:
            InputFileError: `files.not_found`, `files.too_large`, `files.not_readable`.
        """

    def write_atomically(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Write all or nothing: a full disk leaves no half file and an older one untouched.

        Raises:
            ExternalError: `files.disk_full`, `files.not_writable`.
        """


class ViewerFiles(Protocol):
    """Copies for the system's viewers, in a folder that only this user can enter."""

    def put(self, name: str, content: bytes) -> Path:
        """Write a read-only copy under a cleaned name; gone when the program ends.

        Raises:
            ExternalError: `files.disk_full`, `files.not_writable`.
        """


class EInvoiceWriter(Protocol):
    """Writes documents in the syntaxes of EN 16931."""

    def write(self, invoice: EInvoice, *, syntax: str, profile: str = "en16931") -> bytes:
        """The document as XML; `syntax` is `cii` or `ubl`."""

    def embedded(self, pdf: bytes, xml: bytes, *, on: date, profile: str = "en16931") -> bytes:
        """The drawn document of a day as Factur-X: PDF/A-3 with its CII inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """An e-invoice and its XML; `embedded_name` is the XML's name inside a PDF."""

    invoice: ReceivedInvoice
    xml: bytes
    embedded_name: str = ""


class EInvoiceReader(Protocol):
    """Reads e-invoices that others wrote."""

    def read(self, content: bytes) -> ReadFile:
        """The document of a CII, UBL or Factur-X file, recognised by content.

        Raises:
            InputFileError: `einvoicing.too_large`, `einvoicing.not_xml`, `einvoicing.doctype`,
                `einvoicing.unknown_syntax`, `einvoicing.too_many_lines`,
                `einvoicing.pdf_broken`, `einvoicing.pdf_encrypted`,
                `einvoicing.pdf_without_invoice`.
        """


class EInvoiceValidator(Protocol):
    """Judges e-invoices by the official rules."""

    def validate(self, content: bytes) -> Sequence[RuleSetOutcome]:
        """The verdict of each rule set on a CII or UBL document, run or not run.

        Raises:
            RuleError: `einvoicing.not_xml`, `einvoicing.doctype`, `einvoicing.too_large`,
                `einvoicing.unknown_syntax`.
        """

    def close(self) -> None:
        """End the process of the rules."""


class BankFormats(Protocol):
    """Readers of bank statement files, chosen by content."""

    def read(
        self,
        content: bytes,
        *,
        name: str,
        format: str = "auto",
        choices: ReadingChoices | None = None,
    ) -> Sequence[ParsedStatement]:
        """The statements in the file.

        Args:
            content: the file's bytes.
            name: the file's name, for messages only; never trusted for the format.
            format: `auto`, or a format's name to insist on it.
            choices: what the file doesn't say, and the mappings remembered for tables.

        Raises:
            InputFileError: a `bank_file.*` or `sheet.*` code; nothing may be stored.
        """

    def look(self, content: bytes, *, name: str, choices: LookChoices) -> TableLook:
        """The beginning of a table (CSV, XLSX), and what its columns seem to be.

        Raises:
            InputFileError: as `read`; `bank_file.not_a_table` for another format.
        """


class StatementFolders(Protocol):
    """A folder into which statement files fall."""

    def can_watch(self, folder: Path) -> bool:
        """Whether it is a folder whose files can be read and moved."""

    def waiting(self, folder: Path, *, now: datetime) -> Sequence[Path]:
        """Files that nobody is writing any more, the oldest first."""

    def is_fresh(self, path: Path, *, now: datetime) -> bool:
        """Whether a file changed so lately that more of it may still come."""

    def file_away(self, path: Path, *, note: str) -> Path:
        """Move a file to those taken in, or, with the note beside it, to those refused.

        Raises:
            ExternalError: `files.not_writable`.
        """


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a table read from a file: `number` is the file's line, 1-based.

    `faults` are reasons why it can't be taken, seen while reading; `remarks` say what was
    mended in it.
    """

    number: int
    values: Mapping[str, str]
    faults: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class RawTableRow:
    """A row as it stands in the file, its cells by position.

    `faults` are cells without a usable value, with what stands there (`#N/A`, a formula
    without its result); `fields` is how many fields a broken line of a text file has.
    """

    number: int
    cells: tuple[str, ...]
    faults: Mapping[int, str] = field(default_factory=dict)
    fields: int | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table found in a file, before anyone says what its columns are.

    `titles` are the header's cells, `header_line` its line; `skipped` are lines under it
    that are no rows (totals, the header again), each with a code that says which.
    """

    sheet: str
    sheets: tuple[str, ...]
    header_line: int
    titles: tuple[str, ...]
    rows: Sequence[RawTableRow]
    skipped: tuple[tuple[int, str], ...] = ()


class SheetReader(Protocol):
    """Reads tables of customers, products and open invoices."""

    def table(
        self,
        content: bytes,
        *,
        name: str,
        aliases: Mapping[str, Sequence[str]],
        sheet: str = "",
        header_line: int = 0,
    ) -> RawTable:
        """The table whose header fits best; one without any known header is shown all the same.

        Args:
            content: the file's bytes, CSV or XLSX, recognised by content.
            name: for messages only.
            aliases: our column name to the headers it may have, compared folded.
            sheet: of a workbook, by name; the one whose header fits best without it.
            header_line: where the header stands; 0 lets the reader find it.

        Raises:
            InputFileError: a `sheet.*` code with line and column.
        """


class DocumentRenderer(Protocol):
    """Turns documents into PDF bytes."""

    def invoice_pdf(self, invoice: Invoice, look: PaperLook = HOUSE_LOOK) -> bytes:
        """The PDF of an issued invoice or credit note, in its own language."""

    def sales_pdf(self, paper: SalesPaper, look: PaperLook = HOUSE_LOOK) -> bytes:
        """The PDF of a quote or of an order's confirmation, in the customer's language."""

    def delivery_pdf(self, note: DeliveryNote, look: PaperLook = HOUSE_LOOK) -> bytes:
        """The PDF of a delivery note, in the customer's language."""

    def statement_pdf(self, statement: AccountStatement, look: PaperLook = HOUSE_LOOK) -> bytes:
        """The PDF of a statement of account, in the customer's language."""

    def reconciliation_pdf(
        self, statement: BankReconciliation, company: Company, language: str
    ) -> bytes:
        """The PDF of a bank reconciliation statement, in a language of ours."""

    def deposit_slip_pdf(
        self,
        slip: DepositSlip,
        papers: Sequence[PaperReceipt],
        account: BankAccount,
        company: Company,
        language: str,
    ) -> bytes:
        """The PDF of a deposit slip with what stands on it, in a language of ours."""

    def reconciliation_words(self, language: str) -> Mapping[str, str]:
        """Headings and kinds of lines of that statement, by `ReconciledKind` and column name."""

    def logo(self, content: bytes, *, name: str) -> Logo:
        """A PNG or JPEG file of a given name, checked and made fit for printing.

        Raises:
            InputFileError: `company.logo_too_large`, `company.bad_logo`,
                `company.logo_too_small`.
        """


class Secrets(Protocol):
    """Passwords, kept by the operating system."""

    def get(self, purpose: str, name: str) -> str | None:
        """The secret, or None where none was stored.

        Raises:
            ExternalError: `secrets.no_keyring`.
        """

    def put(self, purpose: str, name: str, secret: str) -> None:
        """Store a secret.

        Raises:
            ExternalError: `secrets.no_keyring`.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveredText:
    """A legal sentence as the program brings it, in force from a day on."""

    key: str
    language: str
    valid_from: date
    text: str


class LegalMentions(Protocol):
    """Legal wording as dated data."""

    def text(
        self, key: str, *, language: str, on: date, values: Mapping[str, str], instead: str = ""
    ) -> str:
        """The wording in force on a date, or another `instead`, with its values filled in.

        Raises:
            RuleError: `mentions.not_found`.
        """

    def in_force(self, on: date) -> Sequence[DeliveredText]:
        """All wordings in force on a date, in the order of the data."""


class ConfigReader(Protocol):
    """Reads `company.toml`."""

    def read_company(self, content: bytes) -> tuple[Mapping[str, Any], list[Finding]]:
        """The tables of the file.

        Raises:
            InputFileError: `company.bad_toml` with line and column.
        """
