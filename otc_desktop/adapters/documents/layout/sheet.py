"""One page being drawn; positions in points from the top left corner, as one reads."""

from collections.abc import Iterable, Iterator, Sequence

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from otc_desktop.adapters.documents.layout.pictures import Picture
from otc_desktop.adapters.documents.layout.styles import Style
from otc_desktop.adapters.documents.layout.typefaces import WORD_SPACE

WIDTH, HEIGHT = A4
LEFT = 45.0
RIGHT = WIDTH - 45.0


class Sheet:
    """Draws on one page of a canvas; `finish` must be called once at its end.

    All text goes into one text object, which is drawn above the rules and panels and
    costs a third of single strings.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._text = canvas.beginText()
        self._style: tuple[str, float] | None = None
        self._colour: Color | None = None

    def write(self, text: str, style: Style, *, x: float, y: float) -> None:
        """Write one line whose baseline starts at `x`, `y`. Nothing in it is markup."""
        look = (style.typeface.name, style.size)
        if look != self._style:
            self._text.setFont(*look)
            self._text.setWordSpace(WORD_SPACE * style.size)
            self._style = look
        if style.colour is not self._colour:
            self._text.setFillColor(style.colour)
            self._colour = style.colour
        self._text.setTextOrigin(x, HEIGHT - y)
        self._text.textOut(style.typeface.printable(text).replace("\u00a0", " "))

    def write_right(self, text: str, style: Style, *, x: float, y: float) -> None:
        """Write one line that ends at `x`."""
        printable = style.typeface.printable(text)
        self.write(printable, style, x=x - style.width(printable), y=y)

    def write_centred(self, text: str, style: Style, *, x: float, y: float) -> None:
        """Write one line around `x`."""
        printable = style.typeface.printable(text)
        self.write(printable, style, x=x - style.width(printable) / 2, y=y)

    def write_lines(self, lines: Iterable[str], style: Style, *, x: float, y: float) -> float:
        """Write lines below each other, the first baseline at `y`; returns the next one."""
        for line in lines:
            self.write(line, style, x=x, y=y)
            y += style.leading
        return y

    def rule(self, *, x: float, to: float, y: float, colour: Color, thickness: float = 0.6) -> None:
        """A horizontal line."""
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x, HEIGHT - y, to, HEIGHT - y)

    def panel(
        self, *, x: float, y: float, width: float, height: float, colour: Color, radius: float = 0
    ) -> None:
        """A filled rectangle whose top left corner is at `x`, `y`."""
        self._canvas.setFillColor(colour)
        if radius:
            self._canvas.roundRect(x, HEIGHT - y - height, width, height, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(x, HEIGHT - y - height, width, height, stroke=0, fill=1)

    def frame(
        self,
        *,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: Color,
        thickness: float = 0.6,
    ) -> None:
        """A rectangle's outline."""
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.rect(x, HEIGHT - y - height, width, height, stroke=1, fill=0)

    def squares(
        self, rows: Sequence[bytes], *, x: float, y: float, size: float, colour: Color
    ) -> None:
        """A square of dark and light modules, such as a QR code; 1 is dark."""
        side = size / len(rows)
        path = self._canvas.beginPath()
        for position, row in enumerate(rows):
            for start, length in _runs(row):
                path.rect(x + start * side, HEIGHT - y - (position + 1) * side, length * side, side)
        self._canvas.setFillColor(colour)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def picture(self, picture: Picture, *, x: float, y: float, width: float, height: float) -> None:
        """A picture, its top left corner at `x`, `y`; each is in the file once."""
        self._canvas.drawImage(picture.reader, x, HEIGHT - y - height, width, height)

    def watermark(self, text: str, style: Style) -> None:
        """Large words across the page, below everything else."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setFont(style.typeface.name, style.size)
        canvas.setFillColor(style.colour)
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(52)
        canvas.drawCentredString(0, -style.size / 3, style.typeface.printable(text))
        canvas.restoreState()

    def finish(self) -> None:
        """Close the page."""
        self._canvas.drawText(self._text)
        self._canvas.showPage()


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where dark modules begin, and how many stand side by side."""
    start = row.find(1)
    while start >= 0:
        end = row.find(0, start)
        end = len(row) if end < 0 else end
        yield start, end - start
        start = row.find(1, end)
