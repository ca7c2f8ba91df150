"""Factur-X: the drawn document as PDF/A-3b with its XML inside."""

from datetime import date
from functools import cache
from hashlib import md5
from io import BytesIO
from xml.sax.saxutils import escape

from PIL import ImageCms
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

ATTACHMENT = "factur-x.xml"
_SECOND = len("20261120000000")
LEVELS = {"basic": "BASIC", "en16931": "EN 16931", "extended": "EXTENDED"}


def with_xml(pdf: bytes, xml: bytes, *, profile: str, on: date) -> bytes:
    """The PDF as PDF/A-3b with `factur-x.xml` embedded: the same input gives the same bytes.

    Args:
        pdf: with every font embedded.
        xml: the CII document.
        profile: `basic`, `en16931` or `extended`.
        on: the document's day, told as that of the attachment.
    """
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.pdf_header = "%PDF-1.7"
    info = {str(key): str(value) for key, value in (writer.metadata or {}).items()}
    root = writer.root_object
    file = writer._add_object(_file(writer, xml, on))
    root[NameObject("/AF")] = ArrayObject([file])
    root[NameObject("/Names")] = _dictionary(
        EmbeddedFiles=_dictionary(Names=ArrayObject([TextStringObject(ATTACHMENT), file]))
    )
    root[NameObject("/OutputIntents")] = ArrayObject([_output_intent(writer)])
    packet = DecodedStreamObject()
    packet.set_data(_xmp(info, LEVELS[profile]).encode())
    packet.update(_dictionary(Type=NameObject("/Metadata"), Subtype=NameObject("/XML")))
    root[NameObject("/Metadata")] = writer._add_object(packet)
    _identify(writer, xml)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def _file(writer: PdfWriter, xml: bytes, on: date) -> DictionaryObject:
    plain = DecodedStreamObject()
    plain.set_data(xml)
    stream = plain.flate_encode()
    stream.update(
        _dictionary(
            Type=NameObject("/EmbeddedFile"),
            Subtype=NameObject("/text/xml"),
            Params=_dictionary(
                ModDate=TextStringObject(f"D:{on:%Y%m%d}000000Z"), Size=NumberObject(len(xml))
            ),
        )
    )
    kept = writer._add_object(stream)
    return _dictionary(
        Type=NameObject("/Filespec"),
        F=TextStringObject(ATTACHMENT),
        UF=TextStringObject(ATTACHMENT),
        Desc=TextStringObject("Factur-X"),
        AFRelationship=NameObject("/Data"),
        EF=_dictionary(F=kept, UF=kept),
    )


def _output_intent(writer: PdfWriter) -> DictionaryObject:
    profile = DecodedStreamObject()
    profile.set_data(_srgb())
    stream = profile.flate_encode()
    stream[NameObject("/N")] = NumberObject(3)
    return _dictionary(
        Type=NameObject("/OutputIntent"),
        S=NameObject("/GTS_PDFA1"),
        OutputConditionIdentifier=TextStringObject("sRGB IEC61966-2.1"),
        Info=TextStringObject("sRGB IEC61966-2.1"),
        DestOutputProfile=writer._add_object(stream),
    )


@cache
def _srgb() -> bytes:
    """An sRGB profile; its date is blanked, so that it does not make bytes differ."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes.fromhex("07e6000100010000 00000000".replace(" ", ""))
    return bytes(made)


def _identify(writer: PdfWriter, xml: bytes) -> None:
    """ISO 19005-3 wants an /ID; told from the content, the same document has the same."""
    mark = ByteStringObject(md5(xml, usedforsecurity=False).digest())
    writer._ID = ArrayObject([mark, mark])


def _dictionary(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


def _xmp(info: dict[str, str], level: str) -> str:
    """The file's own words and those of the format, which must agree with /Info."""
    made = _iso(info.get("/CreationDate", ""))
    changed = _iso(info.get("/ModDate", "")) or made
    days = f"<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{changed}</xmp:ModifyDate>"
    return _PACKET.format(
        title=escape(info.get("/Title", "")),
        author=escape(info.get("/Author", "")),
        subject=escape(info.get("/Subject", "")),
        creator=escape(info.get("/Creator", "")),
        producer=escape(info.get("/Producer", "")),
        keywords=escape(info.get("/Keywords", "")),
        days=days if made else "",
        level=level,
        file=ATTACHMENT,
    )


def _iso(text: str) -> str:
    """`D:20261120000000Z` or with an offset as XMP writes it."""
    digits = text.removeprefix("D:")[:_SECOND]
    if len(digits) < _SECOND or not digits.isdigit():
        return ""
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    zone = text.removeprefix("D:")[_SECOND:].replace("'", "")
    offset = f"{zone[:3]}:{zone[3:5]}" if zone[:1] in ("+", "-") else "Z"
    return f"{day}T{digits[8:10]}:{digits[10:12]}:{digits[12:14]}{offset}"


_PROPERTIES = "".join(
    f"""<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>\
<pdfaProperty:valueType>Text</pdfaProperty:valueType>\
<pdfaProperty:category>external</pdfaProperty:category>\
<pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>"""
    for name, meaning in (
        ("DocumentFileName", "name of the embedded XML file"),
        ("DocumentType", "INVOICE"),
        ("Version", "version of the XML schema"),
        ("ConformanceLevel", "profile of the XML"),
    )
)
_FX = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
_AIIM = "http://www.aiim.org/pdfa/ns"
_PACKET = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="{_AIIM}/id/">\
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{{title}}</rdf:li></rdf:Alt></dc:title>\
<dc:creator><rdf:Seq><rdf:li>{{author}}</rdf:li></rdf:Seq></dc:creator>\
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{{subject}}</rdf:li></rdf:Alt>\
</dc:description></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">\
<pdf:Producer>{{producer}}</pdf:Producer><pdf:Keywords>{{keywords}}</pdf:Keywords>\
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">\
<xmp:CreatorTool>{{creator}}</xmp:CreatorTool>{{days}}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="{_AIIM}/extension/" \
xmlns:pdfaSchema="{_AIIM}/schema#" xmlns:pdfaProperty="{_AIIM}/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>{_FX}</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>fx</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq>{_PROPERTIES}</rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
<rdf:Description rdf:about="" xmlns:fx="{_FX}">\
<fx:DocumentType>INVOICE</fx:DocumentType>\
<fx:DocumentFileName>{{file}}</fx:DocumentFileName><fx:Version>1.0</fx:Version>\
<fx:ConformanceLevel>{{level}}</fx:ConformanceLevel></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
