"""Files made to do harm, and broken ones: each is refused by a code, none is followed."""

import io
import zlib
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    NameObject,
    TextStringObject,
)

from otc_desktop.adapters.einvoicing.reading.reader import EInvoiceFiles
from otc_desktop.domain.shared.errors import InputFileError

_BASE = "urn:un:unece:uncefact:data:standard"
_SPACES = (
    f'xmlns:rsm="{_BASE}:CrossIndustryInvoice:100" '
    f'xmlns:ram="{_BASE}:ReusableAggregateBusinessInformationEntity:100" '
    f'xmlns:udt="{_BASE}:UnqualifiedDataType:100"'
)
_UBL = "urn:oasis:names:specification:ubl:schema:xsd"


def _cii(inside: str, before: str = "") -> bytes:
    root = "rsm:CrossIndustryInvoice"
    return f"<?xml version='1.0'?>{before}<{root} {_SPACES}>{inside}</{root}>".encode()


def _numbered(number: str, before: str = "") -> bytes:
    inside = f"<rsm:ExchangedDocument><ram:ID>{number}</ram:ID></rsm:ExchangedDocument>"
    return _cii(inside, before)


_LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "einvoicing.not_xml"),
        (b"\x00\x01\x02", "einvoicing.not_xml"),
        (b"PK\x03\x04 a workbook", "einvoicing.not_xml"),
        (_cii("<ram:ID>")[:-40], "einvoicing.not_xml"),
        (b"<?xml version='1.0' encoding='klingon'?><a/>", "einvoicing.not_xml"),
        (_cii("<ram:a>" * 5_000 + "</ram:a>" * 5_000), "einvoicing.not_xml"),
        (_numbered("&j;", f"{_LAUGHS}]>"), "einvoicing.not_xml"),
        (
            _numbered("&f;", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>"),
            "einvoicing.doctype",
        ),
        (_numbered("1", "<!DOCTYPE x SYSTEM 'http://localhost:9/x.dtd'>"), "einvoicing.doctype"),
        (
            _numbered("1", "<!DOCTYPE x>").decode().encode("utf-16"),
            "einvoicing.doctype",
        ),
        (b"<html/>", "einvoicing.unknown_syntax"),
        (f'<Order xmlns="{_UBL}:Order-2"/>'.encode(), "einvoicing.unknown_syntax"),
        (f'<CreditNote xmlns="{_UBL}:Invoice-2"/>'.encode(), "einvoicing.unknown_syntax"),
        (b" " * 20_000_001, "einvoicing.too_large"),
        (
            _cii("<ram:IncludedSupplyChainTradeLineItem/>" * 20_001),
            "einvoicing.too_many_lines",
        ),
    ],
)
def test_hostile_xml_is_refused_by_a_code(content: bytes, code: str) -> None:
    with pytest.raises(InputFileError) as refused:
        EInvoiceFiles().read(content)
    assert refused.value.code == code


def test_no_other_file_is_drawn_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    include = (
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" '
        f'href="{secret.as_uri()}"/>'
    )
    invoice = EInvoiceFiles().read(_numbered(include)).invoice
    assert invoice.number == ""


@pytest.mark.parametrize("figure", ["1E+100", "NaN", "Infinity", "1,50", "１２", "9" * 30, "--1"])
def test_a_figure_that_is_none_is_a_finding_not_a_number(figure: str) -> None:
    sums = "ram:SpecifiedTradeSettlementHeaderMonetarySummation"
    settlement = f"<{sums}><ram:DuePayableAmount>{figure}</ram:DuePayableAmount></{sums}>"
    trade = (
        f"<ram:ApplicableHeaderTradeSettlement>{settlement}</ram:ApplicableHeaderTradeSettlement>"
    )
    content = _cii(f"<rsm:SupplyChainTradeTransaction>{trade}</rsm:SupplyChainTradeTransaction>")
    invoice = EInvoiceFiles().read(content).invoice
    assert invoice.totals.due is None
    assert [(each.code, each.where) for each in invoice.unreadable] == [
        ("einvoicing.bad_figure", "totals.due")
    ]


@pytest.mark.parametrize("day", ["20260231", "2026-13-01", "20261", "tomorrow", "00000000"])
def test_a_day_that_is_none_is_a_finding(day: str) -> None:
    dated = f'<udt:DateTimeString format="102">{day}</udt:DateTimeString>'
    issued = f"<ram:IssueDateTime>{dated}</ram:IssueDateTime>"
    invoice = (
        EInvoiceFiles()
        .read(_cii(f"<rsm:ExchangedDocument>{issued}</rsm:ExchangedDocument>"))
        .invoice
    )
    assert invoice.issued_on is None
    assert [each.code for each in invoice.unreadable] == ["einvoicing.bad_day"]


def test_figures_keep_their_decimals() -> None:
    line = (
        "<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>"
        "<ram:ChargeAmount>0.0000012345678901</ram:ChargeAmount>"
        "</ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>"
    )
    content = _cii(
        "<rsm:SupplyChainTradeTransaction><ram:IncludedSupplyChainTradeLineItem>"
        f"{line}</ram:IncludedSupplyChainTradeLineItem></rsm:SupplyChainTradeTransaction>"
    )
    invoice = EInvoiceFiles().read(content).invoice
    assert invoice.lines[0].net_price == Decimal("0.0000012345678901")


def _pdf(files: dict[str, bytes] | None = None, *, password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for name, content in (files or {}).items():
        writer.add_attachment(name, content)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _dictionary(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


def _circle() -> bytes:
    """A name tree whose branch is its own child."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    node = _dictionary()
    kept = writer._add_object(node)
    node[NameObject("/Kids")] = ArrayObject([kept, kept])
    writer.root_object[NameObject("/Names")] = _dictionary(EmbeddedFiles=kept)
    return _written(writer)


def _bomb() -> bytes:
    """A few kilobytes that unpack to 200 MB."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
    stream = EncodedStreamObject()
    stream._data = packed
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    return _with_file(writer, stream)


def _no_stream() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    return _with_file(writer, _dictionary(Type=NameObject("/EmbeddedFile")))


def _with_file(writer: PdfWriter, content: DictionaryObject) -> bytes:
    name = TextStringObject("factur-x.xml")
    file = _dictionary(F=name, UF=name, EF=_dictionary(F=writer._add_object(content)))
    writer.root_object[NameObject("/AF")] = ArrayObject([writer._add_object(file)])
    return _written(writer)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7\nrubbish", "einvoicing.pdf_broken"),
        (b"%PDF-1.7\n" + b"1 0 obj<<" * 3_000, "einvoicing.pdf_broken"),
        (_pdf()[:-200], "einvoicing.pdf_broken"),
        (_pdf(), "einvoicing.pdf_without_invoice"),
        (_pdf({"note.txt": b"hello"}), "einvoicing.pdf_without_invoice"),
        (_pdf({"a.xml": b"<a/>", "b.xml": b"<b/>"}), "einvoicing.pdf_without_invoice"),
        (_pdf({"factur-x.xml": _numbered("1")}, password="x"), "einvoicing.pdf_encrypted"),
        (_pdf({"factur-x.xml": _numbered("1", "<!DOCTYPE x>")}), "einvoicing.doctype"),
        (_pdf({"factur-x.xml": b"<html/>"}), "einvoicing.unknown_syntax"),
        (_circle(), "einvoicing.pdf_without_invoice"),
        (_no_stream(), "einvoicing.pdf_without_invoice"),
        (_bomb(), "einvoicing.pdf_broken"),
    ],
)
def test_hostile_pdf_is_refused_by_a_code(content: bytes, code: str) -> None:
    with pytest.raises(InputFileError) as refused:
        EInvoiceFiles().read(content)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "name", ["factur-x.xml", "FACTUR-X.XML", "zugferd-invoice.xml", "xrechnung.xml", "other.xml"]
)
def test_the_xml_is_found_by_any_known_name(name: str) -> None:
    read = EInvoiceFiles().read(_pdf({"delivery.pdf": b"%PDF-", name: _numbered("F-7")}))
    assert (read.invoice.number, read.embedded_name) == ("F-7", name)
    assert read.xml == _numbered("F-7")
    assert [each.file_name for each in read.invoice.attachments] == ["delivery.pdf"]


def test_the_known_name_wins_over_another_xml() -> None:
    content = _pdf({"a.xml": b"<a/>", "factur-x.xml": _numbered("F-8")})
    assert EInvoiceFiles().read(content).invoice.number == "F-8"


def test_objects_are_decoded_streams_too() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    stream = DecodedStreamObject()
    stream.set_data(_numbered("F-9"))
    assert EInvoiceFiles().read(_with_file(writer, stream)).invoice.number == "F-9"
