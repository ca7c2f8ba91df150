"""Pictures of PDF pages, drawn off the GUI thread."""

import threading
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

from otc_desktop.domain.shared.errors import InputFileError

# PDFium keeps global state: two threads in it at once crash the program.
_PDFIUM = threading.Lock()
_MOST_PIXELS = 24_000_000
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as a picture, and how many pages the document has."""

    image: QImage
    number: int
    pages: int


def draw_page(content: bytes, *, number: int, dpi: int, fit_width: int | None = None) -> PageImage:
    """Draw page `number` (0-based; the last one when there are fewer).

    Args:
        content: the PDF file.
        number: which page.
        dpi: pixels an inch.
        fit_width: make the picture this many pixels wide instead of following `dpi`.

    Raises:
        InputFileError: `pdf.not_readable` for what is no PDF, or has no page.
    """
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as problem:
            raise InputFileError("pdf.not_readable") from problem
        try:
            if not len(document):
                raise InputFileError("pdf.not_readable")
            number = min(number, len(document) - 1)
            return PageImage(_draw(document, number, dpi, fit_width), number, len(document))
        except pypdfium2.PdfiumError as problem:
            raise InputFileError("pdf.not_readable") from problem
        finally:
            document.close()


def _draw(document: pypdfium2.PdfDocument, number: int, dpi: int, fit_width: int | None) -> QImage:
    page = document[number]
    try:
        width, height = page.get_size()
        scale = fit_width / width if fit_width else dpi / _POINTS_PER_INCH
        pixels = width * height * scale * scale
        if pixels > _MOST_PIXELS:  # a page of 10 metres must not take all memory
            scale *= (_MOST_PIXELS / pixels) ** 0.5
        bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
        try:
            picture = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            )
            return picture.copy()  # QImage borrows the bytes; the copy owns its own
        finally:
            bitmap.close()
    finally:
        page.close()
