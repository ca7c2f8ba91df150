"""Factur-X: what can be checked of PDF/A-3b without an outside validator, and the XML inside."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from lxml import etree

from otc_desktop.adapters.documents.renderer import ReportLabRenderer
from otc_desktop.adapters.einvoicing.writer import XmlInvoices
from otc_desktop.domain.invoicing.einvoice import einvoice_of
from otc_desktop.domain.shared.company import VatRegime
from tests.support.invoices import an_invoice

_RESOURCES = Path(__file__).parents[3] / "resources"
_INVOICE = an_invoice()
_IN_THE_NORM = einvoice_of(_INVOICE, regime=VatRegime.DEBITS, reasons={})


def _embedded(drawn: bytes, profile: str = "en16931") -> bytes:
    xml = XmlInvoices().write(_IN_THE_NORM, syntax="cii", profile=profile)
    return XmlInvoices().embedded(drawn, xml, profile=profile, on=_INVOICE.issued_on)


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return ReportLabRenderer(_RESOURCES).invoice_pdf(_INVOICE)


@pytest.fixture(scope="module")
def made(drawn: bytes, tmp_path_factory: pytest.TempPathFactory) -> pypdf.PdfReader:
    path = tmp_path_factory.mktemp("facturx") / "invoice.pdf"
    path.write_bytes(_embedded(drawn))
    return pypdf.PdfReader(path)


def test_same_document_gives_same_bytes(drawn: bytes) -> None:
    assert _embedded(drawn) == _embedded(drawn)


def test_xml_inside_is_the_cii(made: pypdf.PdfReader) -> None:
    assert made.attachments["factur-x.xml"] == [XmlInvoices().write(_IN_THE_NORM, syntax="cii")]
    file = made.root_object["/AF"][0].get_object()
    assert file["/AFRelationship"] == "/Data"
    stream = file["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/text/xml"
    assert stream["/Params"]["/ModDate"] == f"D:{date(2026, 11, 20):%Y%m%d}000000Z"


def test_file_is_what_pdf_a_asks_for(made: pypdf.PdfReader) -> None:
    assert made.pdf_header == "%PDF-1.7"
    assert len(made.trailer["/ID"]) == 2
    assert "/Encrypt" not in made.trailer
    intent = made.root_object["/OutputIntents"][0].get_object()
    assert intent["/S"] == "/GTS_PDFA1"
    profile = intent["/DestOutputProfile"].get_object()
    assert (profile["/N"], profile.get_data()[16:20]) == (3, b"RGB ")


def test_every_font_is_embedded(made: pypdf.PdfReader) -> None:
    fonts = [
        font.get_object() for page in made.pages for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"], font["/BaseFont"]


def test_metadata_name_part_and_profile(drawn: bytes) -> None:
    for profile, level in (("basic", "BASIC"), ("en16931", "EN 16931"), ("extended", "EXTENDED")):
        content = _embedded(drawn, profile)
        packet = pypdf.PdfReader(BytesIO(content)).root_object["/Metadata"].get_data()
        root = etree.fromstring(packet)
        told = {etree.QName(each).localname: each.text for each in root.iter() if each.text}
        assert told["ConformanceLevel"] == level
        assert (told["DocumentFileName"], told["DocumentType"]) == ("factur-x.xml", "INVOICE")
        assert (told["part"], told["conformance"]) == ("3", "B")
        assert told["namespaceURI"].startswith("urn:factur-x:pdfa:")
