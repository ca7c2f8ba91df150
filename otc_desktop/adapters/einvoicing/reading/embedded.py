"""The XML inside a Factur-X, ZUGFeRD or XRechnung PDF, taken out of a file nobody vouches for."""

import io
import logging
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from otc_desktop.domain.shared.errors import InputFileError

# The names that the standards give the XML, of the newest first.
KNOWN_NAMES = ("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml")
_MOST_NODES = 500
_MOST_FILES = 100
# What is packed may be small and its content not; pypdf has a limit of its own above this.
_LARGEST_XML = 20_000_000
_LONGEST_NAME = 200
# A broken PDF breaks pypdf in many ways, not all of them its own.
_BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file that a PDF carries; `size` is what the PDF says of it, 0 where it says nothing."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The XML of a PDF, and the other files that it carries."""

    xml: bytes
    name: str
    others: tuple[EmbeddedFile, ...]


def is_pdf(content: bytes) -> bool:
    """Whether it begins as a PDF does; some programs put a few bytes before it."""
    return b"%PDF-" in content[:1024]


def unpack(content: bytes) -> Unpacked:
    """The e-invoice inside a PDF.

    Raises:
        InputFileError: `einvoicing.pdf_broken`, `einvoicing.pdf_encrypted`,
            `einvoicing.pdf_without_invoice`, `einvoicing.too_large`.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise InputFileError("einvoicing.pdf_encrypted")
        files = dict(_files(reader))
        chosen = _chosen(list(files))
        xml = b"" if chosen is None else files[chosen].get_data()
        sizes = tuple(
            EmbeddedFile(name, _size(stream)) for name, stream in files.items() if name != chosen
        )
    except _BROKEN as problem:
        raise InputFileError(
            "einvoicing.pdf_broken", detail=f"{type(problem).__name__}: {problem}"[:120]
        ) from problem
    if chosen is None:
        raise InputFileError(
            "einvoicing.pdf_without_invoice", names=", ".join(files)[:_LONGEST_NAME]
        )
    if len(xml) > _LARGEST_XML:
        raise InputFileError("einvoicing.too_large", megabytes=_LARGEST_XML // 1_000_000)
    return Unpacked(bytes(xml), chosen, sizes)


def _chosen(names: list[str]) -> str | None:
    """By its known name; else the only XML there is."""
    folded = {name.casefold(): name for name in reversed(names)}
    for known in KNOWN_NAMES:
        if known in folded:
            return folded[known]
    documents = [name for name in names if name.casefold().endswith(".xml")]
    return documents[0] if len(documents) == 1 else None


def _files(reader: PdfReader) -> Iterator[tuple[str, StreamObject]]:
    """Files of the name tree, then those associated with the document, each once."""
    catalog = reader.root_object
    seen: set[str] = set()
    tree = _inside(_inside(catalog, "/Names"), "/EmbeddedFiles")
    for specification in (*_leaves(tree), *_every(catalog.get("/AF"))):
        found = _file(specification)
        if found is not None and found[0] not in seen and len(seen) < _MOST_FILES:
            seen.add(found[0])
            yield found


def _leaves(tree: DictionaryObject | None) -> Iterator[PdfObject]:
    """Values of a name tree, whose branches may point back at themselves."""
    waiting = [] if tree is None else [tree]
    met = 0
    while waiting and met < _MOST_NODES:
        node = waiting.pop()
        met += 1
        names = _every(node.get("/Names"))
        yield from names[1::2]
        waiting += [
            each for each in _every(node.get("/Kids")) if isinstance(each, DictionaryObject)
        ]


def _every(value: object) -> list[PdfObject]:
    found = value.get_object() if isinstance(value, PdfObject) else None
    if not isinstance(found, ArrayObject):
        return []
    resolved = (each.get_object() for each in found[: 2 * _MOST_NODES])
    return [each for each in resolved if each is not None]


def _file(specification: PdfObject) -> tuple[str, StreamObject] | None:
    if not isinstance(specification, DictionaryObject):
        return None
    name = specification.get("/UF") or specification.get("/F")
    streams = _inside(specification, "/EF")
    stream = _inside(streams, "/UF") or _inside(streams, "/F")
    if name is None or not isinstance(stream, StreamObject):
        return None
    return str(name.get_object())[:_LONGEST_NAME], stream


def _size(stream: StreamObject) -> int:
    parameters = _inside(stream, "/Params")
    size = None if parameters is None else parameters.get("/Size")
    return int(size) if isinstance(size, int) and size > 0 else 0


def _inside(at: DictionaryObject | None, key: str) -> DictionaryObject | None:
    value = None if at is None else at.get(key)
    found = value.get_object() if isinstance(value, PdfObject) else None
    return found if isinstance(found, DictionaryObject) else None
