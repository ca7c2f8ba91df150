"""Letters as PDF, drawn with ReportLab."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from otc_desktop.adapters.documents.binding import bound
from otc_desktop.adapters.documents.heading import (
    ADDRESSEE_WIDTH,
    COLUMN,
    Heading,
    StyledLine,
    address_lines,
    facts_of,
    lines_of,
    seller_lines,
)
from otc_desktop.adapters.documents.invoice_foot import text_line
from otc_desktop.adapters.documents.layout.flow import Block, Row, TableFrame, space
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, Sheet
from otc_desktop.adapters.documents.layout.styles import (
    Style,
    Styles,
    document_styles,
)
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.paper import ONE_AT_A_TIME, Content, Paper, print_paper
from otc_desktop.adapters.documents.wording import Wording, Wordings
from otc_desktop.application.kernel.letters import Enclosed, Letter
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import Party, seller_of
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK

_NOTHING = space(0)
# Tables of mails are aligned by spaces, their figures at the right from a column on.
_TABLE, _CELL = re.compile(r" {3,}"), re.compile(r"[^ ]+(?: [^ ]+)*")
_FIGURES, _LETTER = 44, 6.4


class ReportLabLetters:
    """Draws letters with ReportLab: the same letter always gives the same bytes.

    Text is drawn as it stands: none of it is markup.

    Args:
        resources: the folder that holds `documents/<language>.toml`.
    """

    def __init__(self, resources: Path) -> None:
        self._wordings = Wordings(resources / "documents")

    def pdf(self, letter: Letter) -> bytes:
        """The letter, addressed for a window envelope."""
        wording = self._wordings.of(letter.language)
        styles = document_styles(HOUSE_LOOK.template, HOUSE_LOOK.colour)
        title = wording.label("letter_registered" if letter.is_registered else letter.label)
        rows = [Row(block, "") for block in _paragraphs(letter, styles)]
        frame = _frame(_NOTHING)
        return _print(
            letter.company,
            letter.customer,
            title,
            on=letter.on,
            rows=rows,
            frame=frame,
            closing=_NOTHING,
            wording=wording,
        )

    def bound(self, letter: bytes, enclosures: Sequence[Enclosed]) -> bytes:
        """The letter and its enclosures as one PDF, its pages numbered throughout."""
        with ONE_AT_A_TIME:
            return bound(letter, enclosures)


def _print(
    company: Company,
    customer: Customer,
    title: str,
    *,
    on: date,
    rows: Sequence[Row],
    frame: TableFrame,
    closing: Block,
    wording: Wording,
) -> bytes:
    styles = document_styles(HOUSE_LOOK.template, HOUSE_LOOK.colour)
    seller = seller_of(company)
    with ONE_AT_A_TIME:
        return print_paper(
            Paper(
                title=title,
                number=customer.code,
                issued_on=on,
                seller=seller,
                buyer_name=customer.name,
            ),
            Content(
                heading=_heading(
                    customer, _facts(customer, on, wording), title, seller=seller, wording=wording
                ),
                rows=rows,
                frame=frame,
                closing=closing,
                tail=(),
            ),
            wording,
            styles,
        )


def _heading(
    customer: Customer,
    facts: Sequence[tuple[str, str]],
    title: str,
    *,
    seller: Party,
    wording: Wording,
) -> Heading:
    styles = document_styles(HOUSE_LOOK.template, HOUSE_LOOK.colour)
    buyer = Party(name=customer.name, address=customer.address)
    addressee: list[StyledLine] = list(lines_of(customer.name, styles.strong, ADDRESSEE_WIDTH, 3))
    for line in address_lines(customer.address, seller.address.country, wording):
        addressee.extend(lines_of(line, styles.body, ADDRESSEE_WIDTH, 2))
    return Heading(
        styles=styles,
        seller=seller_lines(seller, buyer, wording, styles),
        document=tuple(lines_of(title, styles.strong.sized(14), COLUMN - 10, 2)),
        facts=facts_of(tuple(facts), wording, styles),
        buyer=tuple(addressee),
    )


def _facts(customer: Customer, on: date, wording: Wording) -> Sequence[tuple[str, str]]:
    return (("dated", wording.formats.date(on)), ("customer_code", customer.code))


def _paragraphs(letter: Letter, styles: Styles) -> list[Block]:
    """The subject, then each line of the text; empty lines part paragraphs."""
    blocks = [*_lines(letter.subject, styles.strong), space(10)]
    for line in letter.text.strip().splitlines():
        if _TABLE.search(line.strip()):
            blocks.append(_aligned(line, styles.body))
        else:
            blocks.extend(_lines(line, styles.body) if line.strip() else [space(7)])
    return blocks


def _aligned(line: str, style: Style) -> Block:
    """A line of a table written with spaces: words begin, and figures end, where they did."""

    def draw(sheet: Sheet, top: float) -> None:
        y = top + style.size
        for cell in _CELL.finditer(line):
            if cell.start() < _FIGURES:
                sheet.write(cell[0], style, x=LEFT + cell.start() * _LETTER, y=y)
            else:
                sheet.write_right(cell[0], style, x=LEFT + cell.end() * _LETTER, y=y)

    return Block(style.leading, draw)


def _lines(text: str, style: Style) -> list[Block]:
    return [text_line(each, style) for each in wrap(text, style, RIGHT - LEFT)]


def _frame(header: Block) -> TableFrame:
    return TableFrame(
        header=header,
        carried_over=lambda _running: _NOTHING,
        brought_forward=lambda _running: _NOTHING,
        carry_height=0,
    )
