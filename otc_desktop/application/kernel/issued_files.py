"""The files that an issue kept: read back for their proof, written out for an audit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money


class UnreadableFileError(Exception):
    """Archived bytes that are not the file they should be; told as a failed check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedSums:
    """What an archived XML says: number, day, and sums in units of its currency.

    `vat_groups` are category, rate in per cent, basis and VAT, sorted; `paid` is BT-113,
    `due` BT-115.
    """

    number: str
    issued_on: date
    currency: str
    total_excl_tax: Decimal
    total_vat: Decimal
    total_incl_tax: Decimal
    paid: Decimal
    due: Decimal
    vat_groups: tuple[tuple[str, Decimal, Decimal, Decimal], ...]


class IssuedFiles(Protocol):
    """Reads archived files back."""

    def embedded(self, pdf: bytes) -> bytes | None:
        """The XML inside a PDF, None for a plain one.

        Raises:
            UnreadableFileError: the bytes are no PDF.
        """

    def sums(self, xml: bytes) -> IssuedSums:
        """Number, day and sums of an archived XML.

        Raises:
            UnreadableFileError: it is none.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """One archived file: its place and link in the hash chain, and the hash of its bytes."""

    sequence: int
    link: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """An issued document as an audit looks it up, with the files kept of it.

    The buyer is as printed. Sums are positive, also those of credit notes; `xml` is None
    where only a PDF was kept.
    """

    id: InvoiceId
    kind: InvoiceKind
    number: str
    issued_on: date
    due_on: date | None
    archived_at: datetime
    buyer_code: str
    buyer_name: str
    buyer_siren: str
    buyer_vat_number: str
    total_excl_tax: Money
    total_vat: Money
    total_incl_tax: Money
    pdf: KeptFile
    xml: KeptFile | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenArchive:
    """What an export of the archive wrote."""

    path: Path
    documents: int
    files: int
    size: int
    sha256: str


class IssuedArchives(Protocol):
    """Writes archived documents as one file for an audit."""

    def write(
        self,
        path: Path,
        documents: Callable[[], Iterable[KeptDocument]],
        content: Callable[[str], bytes],
    ) -> WrittenArchive:
        """A ZIP of every file with an index, written atomically and in constant memory.

        Args:
            path: of the ZIP.
            documents: in the order of the chain; asked twice: for the files, for the index.
            content: the bytes by SHA-256.

        Raises:
            RuleError: `archive.altered` for bytes that are not those of their hash.
            ExternalError: `files.disk_full`, `files.not_writable`.
        """
