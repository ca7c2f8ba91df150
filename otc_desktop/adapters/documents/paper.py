"""From laid-out pieces to the bytes of a PDF: the same document always gives the same bytes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from threading import Lock

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from otc_desktop.adapters.documents.heading import Heading, draw_continued_heading
from otc_desktop.adapters.documents.invoice_foot import (
    LegalFooter,
    mention_blocks,
    run_on_mentions,
)
from otc_desktop.adapters.documents.layout.flow import (
    Block,
    Body,
    Row,
    TableFrame,
    paginate,
    tightened,
)
from otc_desktop.adapters.documents.layout.sheet import HEIGHT, WIDTH, Sheet
from otc_desktop.adapters.documents.layout.styles import Styles
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Party

_NEXT_PAGE_TOP = 66.0
_ABOVE_FOOTER = 14.0

# ReportLab's fonts are one per process and read with a shared file position: two
# documents at once would mix their letters.
ONE_AT_A_TIME = Lock()
# Compressed streams as they are: as text they would be a quarter larger and slower to make.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What every document is named by: title such as «Facture», number, date, parties.

    `footer` is the company's own text at the foot, `watermark` large words across each page.
    """

    title: str
    number: str
    issued_on: date
    seller: Party
    buyer_name: str
    footer: str = ""
    watermark: str = ""

    def name(self, wording: Wording) -> str:
        """Title and number, as further pages are headed."""
        return f"{self.title} {wording.label('number', number=self.number)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The pieces of a document, from the top to the foot; `mentions` end the tail."""

    heading: Heading
    rows: Sequence[Row]
    frame: TableFrame
    closing: Block
    tail: Sequence[Block]
    mentions: Sequence[str] = ()


def print_paper(paper: Paper, content: Content, wording: Wording, styles: Styles) -> bytes:
    """Lay the pieces out on as many pages as they need. Hold `ONE_AT_A_TIME` meanwhile."""
    footer = LegalFooter(paper.seller, wording, styles, paper.footer)
    pages = paginate(
        rows=content.rows,
        closing=content.closing,
        tails=_tails(content, styles),
        frame=content.frame,
        body=Body(
            first_top=content.heading.bottom,
            next_top=_NEXT_PAGE_TOP,
            bottom=footer.top - _ABOVE_FOOTER,
        ),
    )
    output = BytesIO()
    canvas = _canvas(output, paper, wording, styles)
    for position, page in enumerate(pages, start=1):
        sheet = Sheet(canvas)
        if paper.watermark:
            sheet.watermark(paper.watermark, replace(styles.title, size=88, colour=styles.tint))
        if position == 1:
            content.heading.draw(sheet)
        else:
            draw_continued_heading(sheet, paper.seller.name, paper.name(wording), styles)
        for block, top in page:
            block.draw(sheet, top)
        footer.draw(sheet, page=position, pages=len(pages))
        sheet.finish()
    canvas.save()
    return output.getvalue()


def _tails(content: Content, styles: Styles) -> Iterator[Sequence[Block]]:
    """What stands at the foot; then the same ever tighter, made only if needed."""
    yield [*content.tail, *mention_blocks(content.mentions, styles)]
    shorter = [*content.tail, *run_on_mentions(content.mentions, styles)]
    yield shorter
    yield tightened(shorter)


def _canvas(output: BytesIO, paper: Paper, wording: Wording, styles: Styles) -> Canvas:
    canvas = Canvas(
        output,
        pagesize=(WIDTH, HEIGHT),
        pageCompression=1,
        invariant=1,
        # Without it ReportLab names Helvetica, which would not be embedded.
        initialFontName=styles.body.typeface.name,  # type: ignore[arg-type]  # the stub says float
        lang=wording.tag,
    )
    canvas.setTitle(f"{paper.title} {paper.number}")
    canvas.setAuthor(_encodable(paper.seller.name))
    subject = wording.label(
        "subject",
        document=paper.title,
        number=paper.number,
        date=wording.formats.date(paper.issued_on),
        buyer=paper.buyer_name,
    )
    canvas.setSubject(_encodable(subject))
    canvas.setKeywords(_encodable("; ".join((paper.title, paper.number, paper.buyer_name))))
    canvas.setCreator("OTC Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(_dated(paper.issued_on))
    return canvas


def _dated(day: date) -> Callable[..., str]:
    """The document's date as the file's: the same whenever it is rendered."""
    return lambda *_now: f"D:{day:%Y%m%d}000000Z"


def _encodable(text: str) -> str:
    # A lone surrogate, which JSON can hold, has no bytes.
    return text.encode("utf-8", "replace").decode("utf-8")
