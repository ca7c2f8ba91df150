"""A year's documents as one ZIP: every file, an index, and the hashes to check them by."""

import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from otc_desktop.application.kernel.issued_files import KeptDocument, KeptFile, WrittenArchive
from otc_desktop.application.kernel.ports import FileStore
from otc_desktop.application.kernel.sheets import CellKind, CellValue, SheetColumn, SheetWriter
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money

INDEX, HASHES, GUIDE = "index.csv", "SHA256SUMS", "LISEZ-MOI.txt"
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9+_-]")
# Files of the index and of the guide have no day of their own: the same year, the same bytes.
_NO_DAY = date(1980, 1, 1)

# An audit's words: these files are French whoever exports them.
_COLUMNS = (
    SheetColumn("Numéro"),
    SheetColumn("Nature (UNTDID 1001)"),
    SheetColumn("Date", CellKind.DATE),
    SheetColumn("Échéance", CellKind.DATE),
    SheetColumn("Code client"),
    SheetColumn("Client"),
    SheetColumn("SIREN du client"),
    SheetColumn("N° de TVA du client"),
    SheetColumn("Devise"),
    SheetColumn("Total HT (avoirs en moins)", CellKind.AMOUNT),
    SheetColumn("Total TVA (avoirs en moins)", CellKind.AMOUNT),
    SheetColumn("Total TTC (avoirs en moins)", CellKind.AMOUNT),
    SheetColumn("Fichier PDF"),
    SheetColumn("SHA-256 du PDF"),
    SheetColumn("Rang du PDF", CellKind.INTEGER),
    SheetColumn("Maillon du PDF"),
    SheetColumn("Fichier XML"),
    SheetColumn("SHA-256 du XML"),
    SheetColumn("Rang du XML", CellKind.INTEGER),
    SheetColumn("Maillon du XML"),
    SheetColumn("Identifiant"),
    SheetColumn("Archivé le (UTC)"),
)
_GUIDE = f"""\
Archives des factures émises

documents/   le PDF/A-3 (Factur-X) et le XML de chaque pièce, tels qu'émis
{INDEX}    une ligne par pièce, dans l'ordre de l'archivage
{HASHES}   l'empreinte de chaque fichier ; pour tout contrôler : sha256sum -c {HASHES}

Chaque fichier archivé est un maillon d'une chaîne, dans l'ordre des rangs : le maillon est le
SHA-256 du maillon précédent (64 zéros avant le premier), d'un saut de ligne et du texte
{{"invoice":"identifiant","media_type":"application/pdf ou xml","sha256":"empreinte"}}
Un fichier changé, retiré ou ajouté après coup rompt la chaîne ; « otc verify » la prouve
sur la base elle-même.
"""


class ZippedArchives:
    """The `IssuedArchives`.

    Args:
        files: writes all or nothing: a cancelled export leaves no file.
        sheets: writes the index; no text in it ever becomes a formula.
    """

    def __init__(self, files: FileStore, sheets: SheetWriter) -> None:
        self._files = files
        self._sheets = sheets

    def write(
        self,
        path: Path,
        documents: Callable[[], Iterable[KeptDocument]],
        content: Callable[[str], bytes],
    ) -> WrittenArchive:
        """A ZIP of every file with an index; memory holds one file at a time.

        Raises:
            RuleError: `archive.altered` for bytes that are not those of their hash.
            ExternalError: `files.disk_full`, `files.not_writable`.
        """
        tally = _Tally()
        self._files.write_atomically(path, tally.counted(self._chunks(documents, content, tally)))
        return WrittenArchive(
            path=path,
            documents=tally.documents,
            files=tally.files,
            size=tally.size,
            sha256=tally.digest.hexdigest(),
        )

    def _chunks(
        self,
        documents: Callable[[], Iterable[KeptDocument]],
        content: Callable[[str], bytes],
        tally: "_Tally",
    ) -> Iterator[bytes]:
        outlet = _Outlet()
        with ZipFile(outlet, "w") as archive:
            archive.writestr(_entry(GUIDE, _NO_DAY, ZIP_DEFLATED), _GUIDE.encode())
            for document in documents():
                tally.documents += 1
                for name, kept, packing in _files_of(document):
                    held = content(kept.sha256)
                    if hashlib.sha256(held).hexdigest() != kept.sha256:
                        raise RuleError("archive.altered", number=document.number)
                    archive.writestr(_entry(name, document.issued_on, packing), held)
                    tally.files += 1
                    yield outlet.taken()
            index = hashlib.sha256()
            with archive.open(_entry(INDEX, _NO_DAY, ZIP_DEFLATED), "w", force_zip64=True) as sheet:
                rows = (_row(each) for each in documents())
                for piece in self._sheets.chunks("csv", _COLUMNS, rows, title=INDEX):
                    index.update(piece)
                    sheet.write(piece)
                    yield outlet.taken()
            with archive.open(_entry(HASHES, _NO_DAY, ZIP_DEFLATED), "w", force_zip64=True) as sums:
                sums.write(f"{index.hexdigest()}  {INDEX}\n".encode())
                for document in documents():
                    for name, kept, _ in _files_of(document):
                        sums.write(f"{kept.sha256}  {name}\n".encode())
                    yield outlet.taken()
        yield outlet.taken()


@dataclass
class _Tally:
    documents: int = 0
    files: int = 0
    size: int = 0

    def __post_init__(self) -> None:
        self.digest = hashlib.sha256()

    def counted(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self.size += len(chunk)
            self.digest.update(chunk)
            yield chunk


class _Outlet(io.RawIOBase):
    """Where the ZIP is written to, piece by piece; what is taken is no longer held."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        held = bytes(piece)  # type: ignore[call-overload]  # whatever has a buffer
        self._held += held
        return len(held)

    def taken(self) -> bytes:
        """What was written since it was last asked."""
        piece = bytes(self._held)
        self._held.clear()
        return piece


def _entry(name: str, day: date, packing: int) -> ZipInfo:
    entry = ZipInfo(name, datetime(day.year, day.month, day.day).timetuple()[:6])  # noqa: DTZ001
    entry.compress_type = packing
    # As a file that its owner may write and everybody read.
    entry.external_attr = 0o644 << 16
    return entry


def _files_of(document: KeptDocument) -> Iterator[tuple[str, KeptFile, int]]:
    """Names that no two documents share: the place in the chain begins them."""
    yield _name(document, document.pdf, "pdf"), document.pdf, ZIP_STORED
    if document.xml is not None:
        yield _name(document, document.xml, "xml"), document.xml, ZIP_DEFLATED


def _name(document: KeptDocument, kept: KeptFile, suffix: str) -> str:
    number = _NOT_IN_A_NAME.sub("-", document.number)
    return f"documents/{kept.sequence:08d}_{number}.{suffix}"


def _row(document: KeptDocument) -> Sequence[CellValue]:
    sign = document.kind.sign

    def signed(sum_: Money) -> CellValue:
        return sign * sum_.amount

    def cells(kept: KeptFile | None, suffix: str) -> tuple[CellValue, ...]:
        if kept is None:
            return (None, None, None, None)
        return (_name(document, kept, suffix), kept.sha256, kept.sequence, kept.link)

    return (
        document.number,
        document.kind.type_code,
        document.issued_on,
        document.due_on,
        document.buyer_code,
        document.buyer_name,
        document.buyer_siren,
        document.buyer_vat_number,
        document.total_excl_tax.currency.code,
        signed(document.total_excl_tax),
        signed(document.total_vat),
        signed(document.total_incl_tax),
        *cells(document.pdf, "pdf"),
        *cells(document.xml, "xml"),
        str(document.id),
        document.archived_at.strftime("%Y-%m-%d %H:%M:%S"),
    )
