"""Factur-X: the drawn document as PDF/A-3b with its XML inside.

Written on the bytes that our own renderer makes, whose form is known: a general library reads
and writes every object anew, which takes seven times as long.
"""

import re
import zlib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import md5
from io import BytesIO
from itertools import pairwise
from xml.sax.saxutils import escape

from PIL import ImageCms
from pypdf.generic import DictionaryObject

ATTACHMENT = "factur-x.xml"
_SECOND = len("20261120000000")
# The metadata know the levels of Factur-X only; the French extension is one of EXTENDED.
LEVELS = {
    "basic": "BASIC",
    "en16931": "EN 16931",
    "extended": "EXTENDED",
    "extended-ctc-fr": "EXTENDED",
}
_HEADER = b"%PDF-1.7"
_ENTRY = 20  # bytes of a line of the cross-reference table
_STREAM, _STREAM_END = b"stream\n", b"endstream\nendobj\n"
_LENGTH = re.compile(rb"/Length (\d+)")
_ADDED = re.compile(rb" ?/AF \[(\d+) 0 R\].*?/OutputIntents \[\d+ 0 R\]", re.DOTALL)


def with_xml(pdf: bytes, xml: bytes, *, profile: str, on: date) -> bytes:
    """The PDF as PDF/A-3b with `factur-x.xml` embedded: the same input gives the same bytes.

    Args:
        pdf: as our renderer draws it, or as this function made it: its XML is then replaced.
        xml: the CII document.
        profile: `basic`, `en16931`, `extended` or `extended-ctc-fr`.
        on: the document's day, told as that of the attachment.

    Raises:
        ValueError: the PDF is none of ours.
    """
    drawn = _without_xml(_parsed(pdf))
    info = DictionaryObject.read_from_stream(
        BytesIO(_dictionary_of(drawn.objects[drawn.info])), None
    )
    words = {str(key): str(value) for key, value in info.items()}
    first = max(drawn.objects) + 1
    packet = _xmp(words, LEVELS[profile]).encode()
    added = (
        f"<< /AFRelationship /Data /Desc (Factur-X) /EF << /F {first + 1} 0 R"
        f" /UF {first + 1} 0 R >> /F ({ATTACHMENT}) /Type /Filespec /UF ({ATTACHMENT}) >>".encode(),
        _stream(
            f"/Params << /ModDate (D:{on:%Y%m%d}000000Z) /Size {len(xml)} >>"
            " /Subtype /text#2Fxml /Type /EmbeddedFile /Filter /FlateDecode",
            zlib.compress(xml),
        ),
        b"<< /DestOutputProfile %d 0 R /Info (sRGB IEC61966-2.1) /OutputConditionIdentifier"
        b" (sRGB IEC61966-2.1) /S /GTS_PDFA1 /Type /OutputIntent >>" % (first + 3),
        _stream("/N 3 /Filter /FlateDecode", _packed_srgb()),
        # Not packed: whoever searches files for metadata reads it without a PDF library.
        _stream("/Subtype /XML /Type /Metadata", packet),
    )
    entries = (
        f" /AF [{first} 0 R] /Metadata {first + 4} 0 R /Names << /EmbeddedFiles << /Names"
        f" [({ATTACHMENT}) {first} 0 R] >> >> /OutputIntents [{first + 2} 0 R]"
    ).encode()
    objects = dict(drawn.objects)
    catalog = objects[drawn.root]
    end = catalog.rindex(b">>")
    objects[drawn.root] = catalog[:end].rstrip() + entries + b"\n" + catalog[end:]
    for number, content in enumerate(added, start=first):
        objects[number] = b"%d 0 obj\n%s\nendobj\n" % (number, content)
    # ISO 19005-3 wants an /ID; told from the content, the same document has the same.
    mark = md5(xml, usedforsecurity=False).hexdigest().encode()
    return _written(replace(drawn, objects=objects), mark)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A PDF by its objects, each from `n 0 obj` to the next."""

    comment: bytes
    objects: dict[int, bytes]
    root: int
    info: int


def _parsed(pdf: bytes) -> _Drawn:
    """The objects of a PDF with one plain cross-reference table, as our renderer writes it."""
    table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    start = re.compile(rb"xref\s+0 (\d+)\s*\n").match(pdf, table)
    trailer = pdf[pdf.rindex(b"trailer") :]
    root, info = re.search(rb"/Root (\d+) 0 R", trailer), re.search(rb"/Info (\d+) 0 R", trailer)
    if start is None or root is None or info is None or b"/Prev" in trailer:
        raise ValueError("not a PDF of our renderer")
    lines = (pdf[start.end() + _ENTRY * place :][:_ENTRY] for place in range(int(start[1])))
    offsets = {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}
    ends = [*sorted(offsets.values()), table]
    following = dict(pairwise(ends))
    return _Drawn(
        comment=pdf[len(_HEADER) : ends[0]],
        objects={number: _spaced(pdf[at : following[at]]) for number, at in offsets.items()},
        root=int(root[1]),
        info=int(info[1]),
    )


def _spaced(content: bytes) -> bytes:
    """An object whose stream ends in a line of its own: ReportLab leaves that out (6.1.7.1)."""
    if not content.endswith(_STREAM_END):
        return content
    end = len(content) - len(_STREAM_END)
    start = content.index(_STREAM) + len(_STREAM)
    length = _LENGTH.search(content, 0, start)
    if length is None or start + int(length[1]) != end:
        return content
    return content[:end] + b"\n" + content[end:]


def _without_xml(pdf: _Drawn) -> _Drawn:
    """The PDF as it was drawn: what this module added before stands at its end."""
    catalog = pdf.objects[pdf.root]
    found = _ADDED.search(catalog)
    if found is None:
        if b"/Names" in catalog or b"/Metadata" in catalog:
            raise ValueError("not a PDF of our renderer")
        return pdf
    first = int(found[1])
    kept = {number: content for number, content in pdf.objects.items() if number < first}
    kept[pdf.root] = catalog[: found.start()] + catalog[found.end() :]
    return replace(pdf, objects=kept)


def _written(pdf: _Drawn, mark: bytes) -> bytes:
    parts: list[bytes] = [_HEADER, pdf.comment]
    at = sum(map(len, parts))
    offsets = {}
    for number, content in sorted(pdf.objects.items()):
        offsets[number] = at
        parts.append(content)
        at += len(content)
    size = max(offsets) + 1
    lines = [b"0000000000 65535 f \n"]
    lines += [b"%010d 00000 n \n" % offsets[number] for number in range(1, size)]
    parts += [b"xref\n0 %d\n" % size, *lines]
    parts.append(
        b"trailer\n<< /ID [<%s><%s>] /Info %d 0 R /Root %d 0 R /Size %d >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (mark, mark, pdf.info, pdf.root, size, at)
    )
    return b"".join(parts)


def _stream(entries: str, content: bytes) -> bytes:
    opening = f"<< {entries} /Length {len(content)} >>\nstream\n".encode()
    return opening + content + b"\nendstream"


def _dictionary_of(content: bytes) -> bytes:
    return content[content.index(b"<<") : content.rindex(b">>") + 2]


@cache
def _packed_srgb() -> bytes:
    """An sRGB profile; its date is blanked, so that it does not make bytes differ."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes.fromhex("07e6000100010000 00000000".replace(" ", ""))
    return zlib.compress(bytes(made))


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
