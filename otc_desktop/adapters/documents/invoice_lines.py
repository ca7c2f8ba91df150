"""The table of a document: what is sold, and discounts and charges on the whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from otc_desktop.adapters.documents.layout.boxes import draw_table_head
from otc_desktop.adapters.documents.layout.flow import Block, Row, TableFrame, stacked
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, Sheet
from otc_desktop.adapters.documents.layout.styles import HAIRLINE, Style, Styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.priced import PricedDocument
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.paper_look import PaperLook
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment

_GAP = 11.0
_PADDING = 4.5
_NARROWEST_DESCRIPTION = 150.0
_WIDEST_UNIT = 62.0
_FIGURE_SIZES = (9.5, 8.5, 7.5, 6.5, 5.5)
# So many lines of a description stay together; a longer one may break after any line.
_LINES_TOGETHER = 8
_CARRY_HEIGHT = 22.0
_SUBHEADING = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    """One row in print; the figures stand beside the first line of the description."""

    description: str
    notes: tuple[str, ...] = ()
    quantity: str = ""
    unit: str = ""
    unit_price: str = ""
    discount: str = ""
    vat: str
    net: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where each column ends (figures) or starts (unit), for one size of figures."""

    figure: Style
    description_width: float
    quantity: float
    unit: float
    unit_price: float
    discount: float
    vat: float


class LineTable:
    """Lays out the lines and adjustments of one document.

    Args:
        document: what is sold.
        wording: in its language.
        styles: of the sheet.
        look: which columns the company shows.
        subheadings: what stands above which line, such as the delivery it came with.
    """

    def __init__(
        self,
        document: PricedDocument,
        wording: Wording,
        styles: Styles,
        *,
        look: PaperLook,
        subheadings: Mapping[int, str] | None = None,
    ) -> None:
        self._document = document
        self._wording = wording
        self._styles = styles
        self._look = look
        self._left = LEFT + styles.shape.inset
        self._right = RIGHT - styles.shape.inset
        self._subheadings = subheadings or {}
        sign = wording.formats.currency_sign(document.currency)
        self._heads = _Cells(
            description=wording.label("description"),
            quantity=wording.label("quantity"),
            unit=wording.label("unit") if look.show_unit else "",
            unit_price=wording.label("unit_price", currency=sign),
            discount=wording.label("discount")
            if look.show_discount and any(line.discount_percent for line in document.lines)
            else "",
            vat=wording.label("vat"),
            net=wording.label("net", currency=sign),
        )
        self._lines = [self._line_cells(line) for line in document.lines]
        self._adjustments = [self._adjustment_cells(each) for each in document.adjustments]
        self._columns = self._fitting_columns()

    def frame(self) -> TableFrame:
        """The heading and the carried totals, repeated on each page."""
        return TableFrame(
            header=Block(24, self._draw_heads),
            carried_over=lambda running: self._carry("carried_over", running),
            brought_forward=lambda running: self._carry("brought_forward", running),
            carry_height=_CARRY_HEIGHT,
        )

    def rows(self) -> list[Row]:
        """All rows with their running total; a very long row comes in several pieces."""
        rows: list[Row] = []
        running = Money.zero(self._document.currency)
        for position, (line, cells) in enumerate(
            zip(self._document.lines, self._lines, strict=True)
        ):
            running += line.net(self._document.currency)
            above = self._subheadings.get(position, "")
            rows.extend(self._headed(above, self._pieces(cells, running)))
        for position, (adjustment, cells) in enumerate(
            zip(self._document.adjustments, self._adjustments, strict=True)
        ):
            running += adjustment.signed
            above = self._wording.label("adjustments") if position == 0 else ""
            rows.extend(self._headed(above, self._pieces(cells, running)))
        return rows

    def _headed(self, text: str, rows: Iterator[Row]) -> Iterator[Row]:
        """Rows below a line of their own; it never stands alone at the foot of a page."""
        if text:
            first = next(rows)
            yield Row(stacked(self._subheading(text), first.block), first.running)
        yield from rows

    def _line_cells(self, line: DocumentLine) -> _Cells:
        formats, wording = self._wording.formats, self._wording
        figure = self._styles.figure
        unit = wrap(wording.unit(line.unit), figure, _WIDEST_UNIT, most_lines=1)
        return _Cells(
            description=line.description,
            notes=tuple(self._notes(line)),
            quantity=formats.quantity(line.quantity),
            unit="".join(unit) if self._look.show_unit else "",
            unit_price=formats.unit_price(line.unit_price, self._document.currency),
            discount=formats.percent(line.discount_percent)
            if line.discount_percent and self._look.show_discount
            else "",
            vat=self._vat(line.vat),
            net=formats.amount(line.net(self._document.currency)),
        )

    def _notes(self, line: DocumentLine) -> Iterator[str]:
        if line.product_code and self._look.show_code:
            yield self._wording.label("reference", code=line.product_code)
        if line.discount_percent and not self._look.show_discount:
            percent = self._wording.formats.percent(line.discount_percent)
            yield self._wording.label("discount_of", percent=percent)

    def _adjustment_cells(self, adjustment: Adjustment) -> _Cells:
        return _Cells(
            description=adjustment.description,
            vat=self._vat(adjustment.vat),
            net=self._wording.formats.amount(adjustment.signed),
        )

    def _vat(self, vat: VatTreatment) -> str:
        if vat.category is VatCategory.STANDARD:
            return self._wording.formats.percent(vat.rate)
        return self._wording.vat_abbreviation(vat.category)

    def _fitting_columns(self) -> _Columns:
        """The largest figures that leave room for the descriptions."""
        columns = self._columns_at(_FIGURE_SIZES[0])
        for size in _FIGURE_SIZES[1:]:
            if columns.description_width >= _NARROWEST_DESCRIPTION:
                break
            columns = self._columns_at(size)
        return columns

    def _columns_at(self, size: float) -> _Columns:
        figure = self._styles.figure.sized(size)
        heading = self._styles.table_head
        cells = [*self._lines, *self._adjustments]

        def widest(head: str, values: Sequence[str]) -> float:
            measure, printable = figure.width, figure.typeface.printable
            figures = max((measure(printable(value)) for value in set(values)), default=0.0)
            return max(figures, heading.width(head))

        vat = self._right - widest(self._heads.net, [cell.net for cell in cells]) - _GAP
        discount = vat - widest(self._heads.vat, [cell.vat for cell in cells]) - _GAP
        unit_price = discount
        if self._heads.discount:
            unit_price -= widest(self._heads.discount, [cell.discount for cell in cells]) + _GAP
        unit = unit_price - widest(self._heads.unit_price, [cell.unit_price for cell in cells])
        unit -= _GAP + widest(self._heads.unit, [cell.unit for cell in cells])
        quantity = unit - 8.0
        left = quantity - widest(self._heads.quantity, [cell.quantity for cell in cells])
        return _Columns(
            figure=figure,
            description_width=left - _GAP - self._left,
            quantity=quantity,
            unit=unit,
            unit_price=unit_price,
            discount=discount,
            vat=vat,
        )

    def _pieces(self, cells: _Cells, running: Money) -> Iterator[Row]:
        styles, width = self._styles, self._columns.description_width
        description = wrap(cells.description, styles.body, width) or [""]
        lines = [(text, styles.body) for text in description]
        for note in cells.notes:
            lines.extend(
                (text, styles.small) for text in wrap(note, styles.small, width, most_lines=2)
            )
        text = self._wording.formats.money(running)
        first = lines[:_LINES_TOGETHER]
        rest = lines[_LINES_TOGETHER:]
        yield Row(self._piece(first, cells, last=not rest), text)
        for position, line in enumerate(rest, start=1):
            yield Row(self._piece([line], None, last=position == len(rest)), text)

    def _piece(
        self, lines: Sequence[tuple[str, Style]], figures: _Cells | None, *, last: bool
    ) -> Block:
        above = _PADDING if figures else 0.0
        height = above + sum(style.leading for _text, style in lines)
        height += _PADDING if last else 0.0

        def draw(sheet: Sheet, top: float) -> None:
            y = top + above
            for position, (text, style) in enumerate(lines):
                y += style.leading
                sheet.write(text, style, x=self._left, y=y - 3)
                if figures and position == 0:
                    self._draw_cells(sheet, figures, self._columns.figure, y - 3)
            if last:
                sheet.rule(x=LEFT, to=RIGHT, y=top + height, colour=HAIRLINE, thickness=0.5)

        return Block(height, draw)

    def _draw_cells(self, sheet: Sheet, cells: _Cells, style: Style, y: float) -> None:
        columns = self._columns
        sheet.write_right(cells.quantity, style, x=columns.quantity, y=y)
        sheet.write(cells.unit, style, x=columns.unit, y=y)
        sheet.write_right(cells.unit_price, style, x=columns.unit_price, y=y)
        sheet.write_right(cells.discount, style, x=columns.discount, y=y)
        sheet.write_right(cells.vat, style, x=columns.vat, y=y)
        sheet.write_right(cells.net, style, x=self._right, y=y)

    def _draw_heads(self, sheet: Sheet, top: float) -> None:
        draw_table_head(sheet, self._styles, x=LEFT, to=RIGHT, top=top)
        head = self._styles.table_head
        sheet.write(self._heads.description, head, x=self._left, y=top + 14)
        self._draw_cells(sheet, self._heads, head, top + 14)

    def _subheading(self, text: str) -> Block:
        style = self._styles.heading
        lines = wrap(text, style, self._right - self._left, most_lines=3)
        height = _SUBHEADING + (len(lines) - 1) * style.leading

        def draw(sheet: Sheet, top: float) -> None:
            sheet.write_lines(lines, style, x=self._left, y=top + 15)

        return Block(height, draw)

    def _carry(self, label: str, running: str) -> Block:
        def draw(sheet: Sheet, top: float) -> None:
            strong = self._styles.strong
            end = self._right - strong.width(strong.typeface.printable(running)) - 14
            sheet.write_right(self._wording.label(label), strong, x=end, y=top + 13)
            sheet.write_right(running, strong, x=self._right, y=top + 13)
            sheet.rule(x=LEFT, to=RIGHT, y=top + 19, colour=HAIRLINE, thickness=0.5)

        return Block(_CARRY_HEIGHT, draw)
