"""The PDF of an issued invoice or credit note."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Lock

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from otc_desktop.adapters.documents.invoice_foot import LegalFooter, payment_and_mentions
from otc_desktop.adapters.documents.invoice_heading import (
    document_title,
    draw_continued_heading,
    invoice_heading,
)
from otc_desktop.adapters.documents.invoice_lines import LineTable
from otc_desktop.adapters.documents.invoice_totals import closing_totals, further_vat_groups
from otc_desktop.adapters.documents.layout.flow import Body, Page, paginate
from otc_desktop.adapters.documents.layout.sheet import HEIGHT, WIDTH, Sheet
from otc_desktop.adapters.documents.layout.styles import Styles, document_styles
from otc_desktop.adapters.documents.wording import Wording, Wordings
from otc_desktop.domain.invoicing.invoice import Invoice

_NEXT_PAGE_TOP = 66.0
_ABOVE_FOOTER = 14.0

# ReportLab's fonts are one per process and read with a shared file position: two
# documents at once would mix their letters.
_ONE_AT_A_TIME = Lock()
# Compressed streams as they are: as text they would be a quarter larger and slower to make.
rl_config.useA85 = 0


class ReportLabRenderer:
    """Draws documents with ReportLab: the same invoice always gives the same bytes.

    Fonts are embedded as subsets. Text is drawn as it stands: none of it is markup.

    Args:
        resources: the folder that holds `documents/<language>.toml`.
    """

    def __init__(self, resources: Path) -> None:
        self._wordings = Wordings(resources / "documents")

    def invoice_pdf(self, invoice: Invoice) -> bytes:
        """The PDF of an issued invoice or credit note, in its own language.

        Figures are those of `invoice.totals`. A credit note shows its positive amounts
        and neither due date nor bank details, since nothing is to be paid.
        """
        with _ONE_AT_A_TIME:
            return _render(invoice, self._wordings.of(invoice.language))


def _render(invoice: Invoice, wording: Wording) -> bytes:
    styles = document_styles()
    heading = invoice_heading(invoice, wording, styles)
    footer = LegalFooter(invoice.seller, wording, styles)
    table = LineTable(invoice, wording, styles)
    pages = paginate(
        rows=table.rows(),
        closing=closing_totals(invoice, wording, styles),
        tail=[
            *further_vat_groups(invoice, wording, styles),
            *payment_and_mentions(invoice, wording, styles),
        ],
        frame=table.frame(),
        body=Body(
            first_top=heading.bottom,
            next_top=_NEXT_PAGE_TOP,
            bottom=footer.top - _ABOVE_FOOTER,
        ),
    )
    output = BytesIO()
    canvas = _canvas(output, invoice, wording, styles)
    for position, page in enumerate(pages, start=1):
        sheet = Sheet(canvas)
        if position == 1:
            heading.draw(sheet)
        else:
            draw_continued_heading(sheet, invoice, wording, styles)
        _draw_body(sheet, page)
        footer.draw(sheet, page=position, pages=len(pages))
        sheet.finish()
    canvas.save()
    return output.getvalue()


def _draw_body(sheet: Sheet, page: Page) -> None:
    for block, top in page:
        block.draw(sheet, top)


def _canvas(output: BytesIO, invoice: Invoice, wording: Wording, styles: Styles) -> Canvas:
    title = document_title(invoice, wording)
    canvas = Canvas(
        output,
        pagesize=(WIDTH, HEIGHT),
        pageCompression=1,
        invariant=1,
        # Without it ReportLab names Helvetica, which would not be embedded.
        initialFontName=styles.body.typeface.name,  # type: ignore[arg-type]  # the stub says float
        lang=wording.tag,
    )
    canvas.setTitle(f"{title} {invoice.number}")
    canvas.setAuthor(_encodable(invoice.seller.name))
    subject = wording.label(
        "subject",
        document=title,
        number=invoice.number,
        date=wording.formats.date(invoice.issued_on),
        buyer=invoice.buyer.name,
    )
    canvas.setSubject(_encodable(subject))
    canvas.setCreator("OTC Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(_dated(invoice.issued_on))
    return canvas


def _dated(day: date) -> Callable[..., str]:
    """The document's date as the file's: the same whenever it is rendered."""
    return lambda *_now: f"D:{day:%Y%m%d}000000Z"


def _encodable(text: str) -> str:
    # A lone surrogate, which JSON can hold, has no bytes.
    return text.encode("utf-8", "replace").decode("utf-8")
