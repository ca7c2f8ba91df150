"""The figures below the table, all read from the document's totals: VAT by rate, amount due."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.adapters.documents.layout.boxes import draw_total_box
from otc_desktop.adapters.documents.layout.flow import Block
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, Sheet
from otc_desktop.adapters.documents.layout.styles import HAIRLINE, Styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.priced import PricedDocument
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.totals import VatGroup
from otc_desktop.domain.taxes.vat import VatCategory

_TOP = 16.0
_ROW = 16.0
_BOX = 30.0
_TOTALS_LEFT = RIGHT - 224
_VAT_RIGHT = _TOTALS_LEFT - 26
# The law knows fewer rates; a page holds this many beside the totals with ease.
_GROUPS_BESIDE = 24
_SAME_FIGURE = "total_incl_tax_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastFigure:
    """The figure everybody looks for, and what leads to it from the total.

    `label` is the key of what it is called. `deducted` is what deposits took off the total
    excluding tax; `less` are named amounts that leave `amount` of the total including tax.
    """

    label: str
    amount: Money
    deducted: Money | None = None
    less: Sequence[tuple[str, Money]] = ()


def total_of(document: PricedDocument, label: str) -> LastFigure:
    """The total including tax as the last figure."""
    return LastFigure(label=label, amount=document.totals.total_incl_tax)


def closing_totals(
    document: PricedDocument, wording: Wording, styles: Styles, *, last: LastFigure
) -> Block:
    """VAT by rate on the left, totals and the last figure on the right, kept together."""
    groups = document.totals.vat_groups[:_GROUPS_BESIDE]
    totals = [(wording.label(key), amount) for key, amount in _totals(document, last)]
    if last.label == _SAME_FIGURE:
        # The box below says it, larger.
        totals = totals[:-1]
    totals += [(text, -amount) for text, amount in last.less]
    height = _TOP + max(22 + len(groups) * _ROW, len(totals) * _ROW + _BOX + 8)

    def draw(sheet: Sheet, top: float) -> None:
        _draw_vat(sheet, top + _TOP, groups, wording, styles)
        y = top + _TOP
        for text, amount in totals:
            figure = wording.formats.money(amount)
            room = (
                RIGHT
                - _TOTALS_LEFT
                - 2 * styles.shape.inset
                - 8
                - styles.body.width(styles.body.typeface.printable(figure))
            )
            shown = "".join(wrap(text, styles.body, room, most_lines=1))
            sheet.write(shown, styles.body, x=_TOTALS_LEFT + styles.shape.inset, y=y + 11)
            sheet.write_right(figure, styles.body, x=RIGHT - styles.shape.inset, y=y + 11)
            y += _ROW
        figure = wording.formats.money(last.amount)
        _draw_last_figure(sheet, y + 5, wording.label(last.label), figure, styles)

    return Block(height, draw)


def further_vat_groups(document: PricedDocument, wording: Wording, styles: Styles) -> list[Block]:
    """VAT groups that found no room beside the totals: only many exemption reasons make so many."""
    groups = document.totals.vat_groups[_GROUPS_BESIDE:]

    def block(part: Sequence[VatGroup]) -> Block:
        return Block(
            22 + len(part) * _ROW,
            lambda sheet, top: _draw_vat(sheet, top, part, wording, styles),
        )

    starts = range(0, len(groups), _GROUPS_BESIDE)
    return [block(groups[start : start + _GROUPS_BESIDE]) for start in starts]


def _totals(document: PricedDocument, last: LastFigure) -> list[tuple[str, Money]]:
    totals = document.totals
    rows: list[tuple[str, Money]] = []
    if document.adjustments:
        rows.append(("lines_net", totals.lines_net))
        if totals.allowances:
            rows.append(("allowances", -totals.allowances))
        if totals.charges:
            rows.append(("charges", totals.charges))
    if last.deducted is not None:
        rows.append(("before_deposits", totals.total_excl_tax + last.deducted))
        rows.append(("deposits_deducted", -last.deducted))
    return [
        *rows,
        ("total_excl_tax", totals.total_excl_tax),
        ("total_vat", totals.total_vat),
        ("total_incl_tax", totals.total_incl_tax),
    ]


def _draw_last_figure(sheet: Sheet, top: float, label: str, amount: str, styles: Styles) -> None:
    style = styles.total
    room = RIGHT - _TOTALS_LEFT - 2 * styles.shape.inset - 12
    needed = style.width(label) + style.width(style.typeface.printable(amount))
    if needed > room:
        style = style.sized(style.size * room / needed)
    width = RIGHT - _TOTALS_LEFT
    draw_total_box(sheet, styles, x=_TOTALS_LEFT, y=top, width=width, height=_BOX)
    sheet.write(label, style, x=_TOTALS_LEFT + styles.shape.inset, y=top + 19.5)
    sheet.write_right(amount, style, x=RIGHT - styles.shape.inset, y=top + 19.5)


def _draw_vat(
    sheet: Sheet, top: float, groups: Sequence[VatGroup], wording: Wording, styles: Styles
) -> None:
    formats = wording.formats
    amount_right = _VAT_RIGHT
    amounts = [formats.money(group.tax) for group in groups] + [wording.label("vat_amount")]
    widest = max(styles.small.width(styles.small.typeface.printable(text)) for text in amounts)
    basis_right = amount_right - max(widest, 60) - 14
    heading = styles.heading
    sheet.write(wording.label("vat_rate"), heading, x=LEFT, y=top + 11)
    sheet.write_right(wording.label("vat_basis"), heading, x=basis_right, y=top + 11)
    sheet.write_right(wording.label("vat_amount"), heading, x=amount_right, y=top + 11)
    y = top + 17
    sheet.rule(x=LEFT, to=_VAT_RIGHT, y=y, colour=HAIRLINE)
    for group in groups:
        sheet.write(_treatment(group, wording), styles.small, x=LEFT, y=y + 11)
        sheet.write_right(formats.money(group.basis), styles.small, x=basis_right, y=y + 11)
        sheet.write_right(formats.money(group.tax), styles.small, x=amount_right, y=y + 11)
        y += _ROW
        sheet.rule(x=LEFT, to=_VAT_RIGHT, y=y, colour=HAIRLINE, thickness=0.4)


def _treatment(group: VatGroup, wording: Wording) -> str:
    if group.vat.category is VatCategory.STANDARD:
        return wording.label("vat_taxed", rate=wording.formats.percent(group.vat.rate))
    return wording.vat_category(group.vat.category)
