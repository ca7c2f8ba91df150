"""A letter with its enclosures in one PDF, every page numbered throughout."""

import io
from collections.abc import Sequence

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from reportlab.pdfgen.canvas import Canvas

from otc_desktop.adapters.documents.layout.styles import document_styles
from otc_desktop.application.kernel.letters import Enclosed
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK

_MARGIN, _HEIGHT = 14.0, 9.0


def bound(letter: bytes, enclosures: Sequence[Enclosed]) -> bytes:
    """The letter, then each enclosure, with its title and «page/pages» at the foot of each page.

    The same parts always give the same bytes. Only pages are taken over: no script, form or
    attachment of an enclosure.

    Raises:
        RuleError: `dunning.enclosure_unreadable`.
    """
    pages: list[tuple[str, PageObject]] = []
    for title, content in (("", letter), *((each.title, each.content) for each in enclosures)):
        try:
            pages += [(title, page) for page in PdfReader(io.BytesIO(content)).pages]
        except (PyPdfError, ValueError, KeyError, RecursionError) as problem:
            raise RuleError("dunning.enclosure_unreadable", title=title) from problem
    writer = PdfWriter()
    for place, (title, page) in enumerate(pages, start=1):
        added = writer.add_page(page)
        for unsafe in ("/AA", "/Annots"):
            if unsafe in added:
                del added[unsafe]
        added.merge_page(_foot(added, " – ".join(filter(None, (title, f"{place}/{len(pages)}")))))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _foot(page: PageObject, text: str) -> PageObject:
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    style = document_styles(HOUSE_LOOK.template, HOUSE_LOOK.colour).small
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1)
    canvas.setFont(style.typeface.name, 7)
    printable = style.typeface.printable(text)
    canvas.drawRightString(width - _MARGIN, _HEIGHT, printable)
    canvas.showPage()
    canvas.save()
    return PdfReader(io.BytesIO(out.getvalue())).pages[0]
