"""The foot of a document: the legal mentions, and on every page who the seller is by law."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from otc_desktop.adapters.documents.identifiers import grouped_siren, grouped_siret
from otc_desktop.adapters.documents.layout.flow import Block, space
from otc_desktop.adapters.documents.layout.sheet import HEIGHT, LEFT, RIGHT, WIDTH, Sheet
from otc_desktop.adapters.documents.layout.styles import HAIRLINE, Style, Styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Party
from otc_desktop.domain.shared.currency import EUR

_SEPARATOR = "  ·  "
_FOOTER_BOTTOM = HEIGHT - 24
_PAGE_NUMBER_WIDTH = 80.0
_MOST_OWN_LINES = 4
_GAP = 12.0


def mention_blocks(texts: Sequence[str], styles: Styles) -> list[Block]:
    """Sentences in small print, each on its own line."""
    blocks = [space(_GAP)] if texts else []
    for text in texts:
        lines = wrap(text, styles.mention, RIGHT - LEFT)
        blocks.extend(text_line(line, styles.mention) for line in lines)
        blocks.append(space(1.5))
    return blocks


def run_on_mentions(texts: Sequence[str], styles: Styles) -> list[Block]:
    """The same sentences one after the other: fewer lines."""
    style = replace(styles.mention, leading=styles.mention.leading - 1)
    lines = wrap(_SEPARATOR.join(texts), style, RIGHT - LEFT)
    return [space(_GAP), *(text_line(line, style) for line in lines)] if texts else []


def text_line(text: str, style: Style) -> Block:
    """One line of text at the left."""
    return Block(
        style.leading,
        lambda sheet, top: sheet.write(text, style, x=LEFT, y=top + style.size),
    )


class LegalFooter:
    """The seller's legal identity (C. com. R123-237) and the page number, on every page.

    `own` is a text of the company's above it.
    """

    def __init__(self, seller: Party, wording: Wording, styles: Styles, own: str = "") -> None:
        self._wording = wording
        self._style = styles.mention
        width = RIGHT - LEFT - 2 * _PAGE_NUMBER_WIDTH
        lines = _joined(legal_identity(seller, wording), self._style, width)
        self._lines = [
            *wrap(own, self._style, width, most_lines=_MOST_OWN_LINES),
            *wrap("\n".join(lines), self._style, width, most_lines=6),
        ]

    @property
    def top(self) -> float:
        """Where the footer begins, in points from the top of the page."""
        return _FOOTER_BOTTOM - max(1, len(self._lines)) * self._style.leading - 6

    def draw(self, sheet: Sheet, *, page: int, pages: int) -> None:
        """Draw it on one page."""
        sheet.rule(x=LEFT, to=RIGHT, y=self.top, colour=HAIRLINE)
        y = self.top + 6 + self._style.size
        for line in self._lines:
            sheet.write_centred(line, self._style, x=WIDTH / 2, y=y)
            y += self._style.leading
        number = self._wording.label("page", page=page, pages=pages)
        sheet.write_right(number, self._style, x=RIGHT, y=self.top + 6 + self._style.size)


def legal_identity(seller: Party, wording: Wording) -> list[str]:
    """Name, form and capital, register, SIRET, VAT number, activity, contact."""
    register = (
        wording.label("rcs", city=seller.rcs_city, siren=grouped_siren(seller.siren))
        if seller.rcs_city
        else wording.label("siren", siren=grouped_siren(seller.siren))
        if seller.siren
        else ""
    )
    parts = [
        seller.name,
        _form_and_capital(seller, wording),
        register,
        wording.label("siret", siret=grouped_siret(seller.siret)) if seller.siret else "",
        wording.label("vat_number", number=seller.vat_number) if seller.vat_number else "",
        wording.label("naf", naf=seller.naf) if seller.naf else "",
        seller.email,
    ]
    return [part for part in parts if part]


def _form_and_capital(seller: Party, wording: Wording) -> str:
    if not seller.share_capital:
        return seller.legal_form
    try:
        # A French company states its capital in euros, whatever the invoice's currency.
        capital = wording.formats.capital(Decimal(seller.share_capital), EUR)
    except InvalidOperation:
        capital = seller.share_capital
    return wording.label("capital", form=seller.legal_form, capital=capital).strip()


def _joined(parts: list[str], style: Style, width: float) -> list[str]:
    """Parts side by side, a new line before the part that no longer fits."""
    lines: list[str] = []
    for part in parts:
        wider = f"{lines[-1]}{_SEPARATOR}{part}" if lines else part
        if lines and style.width(style.typeface.printable(wider)) <= width:
            lines[-1] = wider
        else:
            lines.append(part)
    return lines
