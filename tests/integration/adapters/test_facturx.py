"""Factur-X: what can be checked of PDF/A-3b without an outside validator, and the XML inside.

The clauses are those of ISO 19005-3, as veraPDF's machine-readable rules number them.
"""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from lxml import etree
from PIL import Image

from otc_desktop.adapters.documents.renderer import ReportLabRenderer
from otc_desktop.adapters.einvoicing.writer import XmlInvoices
from otc_desktop.domain.invoicing.einvoice import einvoice_of
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.paper_look import PaperLook
from tests.support.invoices import a_line, an_invoice

_RESOURCES = Path(__file__).parents[3] / "resources"
_INVOICE = an_invoice(
    lines=[a_line(f"Lampe n° {place} — “été”", vat="10") for place in range(60)], adjustments=()
)
_IN_THE_NORM = einvoice_of(_INVOICE, regime=VatRegime.DEBITS, reasons={})
_LEVELS = {
    "basic": "BASIC",
    "en16931": "EN 16931",
    "extended": "EXTENDED",
    "extended-ctc-fr": "EXTENDED",
}


def _embedded(drawn: bytes, profile: str = "en16931") -> bytes:
    xml = XmlInvoices().write(_IN_THE_NORM, syntax="cii", profile=profile)
    return XmlInvoices().embedded(drawn, xml, profile=profile, on=_INVOICE.issued_on)


@pytest.fixture(scope="module")
def drawn() -> bytes:
    """Three pages, a half-transparent logo, a code for the bank."""
    renderer = ReportLabRenderer(_RESOURCES)
    picture = BytesIO()
    Image.new("RGBA", (60, 20), (0, 0, 128, 100)).save(picture, "PNG")
    look = PaperLook(logo=renderer.logo(picture.getvalue(), name="logo.png"))
    return renderer.invoice_pdf(_INVOICE, look)


@pytest.fixture(scope="module")
def content(drawn: bytes) -> bytes:
    return _embedded(drawn)


@pytest.fixture(scope="module")
def made(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(content), strict=True)


def test_same_document_gives_same_bytes(drawn: bytes, content: bytes) -> None:
    assert _embedded(drawn) == content


def test_nothing_drawn_changes(drawn: bytes, made: pypdf.PdfReader) -> None:
    before = pypdf.PdfReader(BytesIO(drawn))
    assert len(made.pages) == len(before.pages) > 1
    for page, was in zip(made.pages, before.pages, strict=True):
        assert page.get_contents().get_data() == was.get_contents().get_data()


def test_xml_inside_is_the_cii(made: pypdf.PdfReader) -> None:
    """6.8: named in the tree of names and in /AF, with type, day and relationship."""
    assert made.attachments["factur-x.xml"] == [XmlInvoices().write(_IN_THE_NORM, syntax="cii")]
    root = made.root_object
    (file,) = root["/AF"]
    name, named = root["/Names"]["/EmbeddedFiles"]["/Names"]
    assert (name, named.idnum) == ("factur-x.xml", file.idnum)
    told = file.get_object()
    assert (told["/F"], told["/UF"]) == ("factur-x.xml", "factur-x.xml")
    assert told["/AFRelationship"] == "/Data"
    stream = told["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/text/xml"
    assert stream["/Params"]["/ModDate"] == f"D:{date(2026, 11, 20):%Y%m%d}000000Z"
    assert stream["/Params"]["/Size"] == len(stream.get_data())


def test_another_profile_replaces_the_xml(drawn: bytes, content: bytes) -> None:
    assert _embedded(content, "basic") == _embedded(drawn, "basic")
    assert content.count(b"/EmbeddedFile ") == _embedded(content, "basic").count(b"/EmbeddedFile ")


def test_a_foreign_pdf_is_refused() -> None:
    other = BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("other.xml", b"<other/>")
    writer.write(other)
    with pytest.raises(ValueError, match="renderer"):
        _embedded(other.getvalue())


def test_file_is_built_as_pdf_a_asks(content: bytes, made: pypdf.PdfReader) -> None:
    """6.1.2 to 6.1.9: header, trailer, cross-references, streams, spacing of objects."""
    assert content.startswith(b"%PDF-1.7\n%")
    assert all(byte > 127 for byte in content[10:14])
    assert content.endswith(b"%%EOF\n")
    assert len(made.trailer["/ID"]) == 2
    assert "/Encrypt" not in made.trailer
    table = content.rindex(b"\nxref\n") + 1
    assert int(content.split()[-2]) == table
    offsets = re.findall(rb"(\d{10}) 00000 n \n", content[table:])
    for number, offset in enumerate(offsets, start=1):
        assert content[int(offset) :].startswith(b"%d 0 obj\n" % number)
    assert len(offsets) == len(re.findall(rb"\nendobj\n", content)) == made.trailer["/Size"] - 1
    streams = list(re.finditer(rb">>\s*stream\n", content))
    assert len(streams) > 6
    for each in streams:
        entries = content[content.rindex(b" obj", 0, each.start()) : each.start()]
        length = int(re.findall(rb"/Length (\d+)", entries)[-1])
        assert re.match(rb"\r?\nendstream\s", content[each.end() + length :]), entries


def test_nothing_that_pdf_a_forbids(content: bytes, made: pypdf.PdfReader) -> None:
    """6.1.7.2, 6.2.10, 6.4, 6.5: no transparency, action, form, script, alternate, LZW."""
    objects = re.sub(rb"stream\n.*?endstream", b"", content, flags=re.DOTALL)
    for forbidden in (
        *(b"/SMask", b"/Group", b"/BM", b"/ca ", b"/CA ", b"/Interpolate", b"/Alternates"),
        *(b"/JavaScript", b"/JS", b"/OpenAction", b"/AA", b"/AcroForm", b"/XFA", b"/Annots"),
        *(b"/LZWDecode", b"/FFilter", b"/OCProperties", b"/PresSteps", b"/Requirements", b"/TR"),
    ):
        assert not re.search(re.escape(forbidden) + rb"(?![A-Za-z])", objects), forbidden
    images = [image for page in made.pages for image in _resources(page, "/XObject")]
    assert {image["/ColorSpace"] for image in images} == {"/DeviceRGB"}


def test_colours_have_a_profile(made: pypdf.PdfReader) -> None:
    """6.2.3, 6.2.4.3: one output intent, of a monitor in RGB, older than version 5."""
    (intent,) = made.root_object["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    stream = intent.get_object()["/DestOutputProfile"].get_object()
    profile = stream.get_data()
    assert (stream["/N"], profile[12:16], profile[16:20]) == (3, b"mntr", b"RGB ")
    assert profile[8] < 5
    assert profile[36:40] == b"acsp"


def test_every_font_is_embedded_and_says_what_it_holds(made: pypdf.PdfReader) -> None:
    """6.2.11: subsets of TrueType, symbolic, without encoding and with one table of codes."""
    fonts = [font for page in made.pages for font in _resources(page, "/Font")]
    assert fonts
    for font in fonts:
        described = font["/FontDescriptor"]
        assert re.fullmatch(r"/[A-Z]{6}\+.+", font["/BaseFont"])
        assert described["/FontName"] == font["/BaseFont"]
        assert described["/Flags"] & 4
        assert "/Encoding" not in font
        assert len(font["/Widths"]) == font["/LastChar"] - font["/FirstChar"] + 1
        assert "/ToUnicode" in font
        assert _code_tables(described["/FontFile2"].get_data()) == 1


def _resources(page: Any, kind: str) -> list[Any]:
    return [each.get_object() for each in page["/Resources"].get(kind, {}).values()]


def _code_tables(font: bytes) -> int:
    """How many subtables the `cmap` of a TrueType program has."""
    for place in range(int.from_bytes(font[4:6], "big")):
        entry = font[12 + 16 * place :][:16]
        if entry[:4] == b"cmap":
            at = int.from_bytes(entry[8:12], "big")
            return int.from_bytes(font[at + 2 : at + 4], "big")
    return 0


@pytest.mark.parametrize("profile", list(_LEVELS))
def test_metadata_name_part_and_profile(drawn: bytes, profile: str) -> None:
    """6.6: identification, the extension schema of `fx`, and what /Info says, said alike."""
    reader = pypdf.PdfReader(BytesIO(_embedded(drawn, profile)))
    stream = reader.root_object["/Metadata"]
    assert "/Filter" not in stream
    packet = stream.get_data()
    assert packet.startswith(b'<?xpacket begin="\xef\xbb\xbf"')
    root = etree.fromstring(packet)
    rdf = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
    assert {each.get(f"{rdf}about") for each in root.iter(f"{rdf}Description")} == {""}
    told = {etree.QName(each).localname: each.text for each in root.iter() if each.text}
    assert told["ConformanceLevel"] == _LEVELS[profile]
    assert (told["DocumentFileName"], told["DocumentType"]) == ("factur-x.xml", "INVOICE")
    assert (told["part"], told["conformance"]) == ("3", "B")
    assert told["namespaceURI"].startswith("urn:factur-x:pdfa:")
    assert told["prefix"] == "fx"
    declared = {each.text for each in root.iter("{http://www.aiim.org/pdfa/ns/property#}name")}
    used = {
        etree.QName(each).localname
        for each in root.iter("{urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#}*")
    }
    assert declared == used
    info = reader.metadata
    assert info is not None
    words = [each.text for each in root.iter(f"{rdf}li") if each.text and each.text.strip()]
    assert words[:3] == [info.title, info.author, info.subject]
    assert (told["Producer"], told["CreatorTool"]) == (info.producer, info.creator)
    assert (told["Keywords"], told["CreateDate"]) == (info.keywords, "2026-11-20T00:00:00Z")
