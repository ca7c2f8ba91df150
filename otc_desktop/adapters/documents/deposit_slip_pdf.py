"""The PDF of a deposit slip (bordereau de remise), as it is handed to the bank."""

from collections.abc import Sequence

from otc_desktop.adapters.documents.heading import (
    ADDRESSEE_WIDTH,
    COLUMN,
    Heading,
    StyledLine,
    facts_of,
    lines_of,
    seller_lines,
)
from otc_desktop.adapters.documents.invoice_foot import text_line
from otc_desktop.adapters.documents.layout.boxes import draw_table_head
from otc_desktop.adapters.documents.layout.flow import Block, Row, TableFrame, space
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, Sheet
from otc_desktop.adapters.documents.layout.styles import HAIRLINE, Styles, document_styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.paper import Content, Paper, print_paper
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.invoicing.invoice import seller_of
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import PaperReceipt
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK

_LABEL = "slip_"
_PLACE, _NUMBER, _BANK, _DUE, _AMOUNT = 26.0, 96.0, 96.0, 66.0, 84.0
_GAP = 10.0


def render_deposit_slip(
    slip: DepositSlip,
    papers: Sequence[PaperReceipt],
    account: BankAccount,
    company: Company,
    wording: Wording,
) -> bytes:
    """Draw the slip on the company's own paper: drawer, bank, number, amount, total, count."""
    styles = document_styles(HOUSE_LOOK.template, HOUSE_LOOK.colour)
    seller = seller_of(company)
    running = Money.zero(slip.total.currency)
    rows = []
    for place, paper in enumerate(papers, start=1):
        running += paper.amount
        rows.append(Row(_line(place, paper, slip, wording, styles), wording.formats.money(running)))
    return print_paper(
        Paper(
            title=_text(wording, f"title_{slip.kind.value}"),
            number=slip.number,
            issued_on=slip.made_on,
            seller=seller,
            buyer_name=company.name,
        ),
        Content(
            heading=_heading(slip, account, company, wording, styles),
            rows=rows,
            frame=_frame(slip, wording, styles),
            closing=space(6),
            tail=_tail(slip, wording, styles),
        ),
        wording,
        styles,
    )


def _text(wording: Wording, key: str) -> str:
    return wording.labels[f"{_LABEL}{key}"]


def _heading(
    slip: DepositSlip,
    account: BankAccount,
    company: Company,
    wording: Wording,
    styles: Styles,
) -> Heading:
    seller = seller_of(company)
    formats = wording.formats
    facts = (
        (f"{_LABEL}on", formats.date(slip.made_on)),
        (f"{_LABEL}remittance", _text(wording, slip.remittance.value)),
        (f"{_LABEL}count", str(slip.papers)),
        (f"{_LABEL}total", formats.money(slip.total)),
    )
    iban = " ".join(account.number[at : at + 4] for at in range(0, len(account.number), 4))
    credited: list[StyledLine] = [(_text(wording, "account"), styles.heading)]
    credited += lines_of(company.name, styles.strong, ADDRESSEE_WIDTH, 2)
    credited += lines_of(iban, styles.body, ADDRESSEE_WIDTH, 2)
    if company.bic and account.number == company.iban:
        credited += lines_of(f"BIC {company.bic}", styles.body, ADDRESSEE_WIDTH, 1)
    return Heading(
        styles=styles,
        seller=seller_lines(seller, seller, wording, styles),
        document=(
            *lines_of(
                _text(wording, f"title_{slip.kind.value}"), styles.strong.sized(15), COLUMN - 10, 2
            ),
            *lines_of(slip.number, styles.number, COLUMN - 20, 1),
        ),
        facts=facts_of(facts, wording, styles),
        buyer=tuple(credited),
    )


def _columns(slip: DepositSlip, styles: Styles) -> tuple[float, float, float, float, float]:
    """Where place, drawer, bank, number and due date begin."""
    inset = styles.shape.inset
    place = LEFT + inset
    due = RIGHT - inset - _AMOUNT - (_DUE if slip.kind.falls_due else 0)
    number = due - _NUMBER - _GAP
    bank = number - _BANK - _GAP
    return place, place + _PLACE, bank, number, due


def _frame(slip: DepositSlip, wording: Wording, styles: Styles) -> TableFrame:
    at_place, at_drawer, at_bank, at_number, at_due = _columns(slip, styles)
    head, inset = styles.table_head, styles.shape.inset

    def draw(sheet: Sheet, top: float) -> None:
        draw_table_head(sheet, styles, x=LEFT, to=RIGHT, top=top)
        sheet.write("#", head, x=at_place, y=top + 14)
        sheet.write(_text(wording, "drawer"), head, x=at_drawer, y=top + 14)
        sheet.write(_text(wording, "bank"), head, x=at_bank, y=top + 14)
        sheet.write(_text(wording, "number"), head, x=at_number, y=top + 14)
        if slip.kind.falls_due:
            sheet.write(_text(wording, "due"), head, x=at_due, y=top + 14)
        sheet.write_right(_text(wording, "amount"), head, x=RIGHT - inset, y=top + 14)

    def carried(key: str, running: str) -> Block:
        def draw_carried(sheet: Sheet, top: float) -> None:
            sheet.write_right(
                _text(wording, key), styles.small, x=RIGHT - inset - _AMOUNT, y=top + 13
            )
            sheet.write_right(running, styles.figure, x=RIGHT - inset, y=top + 13)

        return Block(20, draw_carried)

    return TableFrame(
        header=Block(26, draw),
        carried_over=lambda running: carried("carried", running),
        brought_forward=lambda running: carried("brought", running),
        carry_height=20,
    )


def _line(
    place: int, paper: PaperReceipt, slip: DepositSlip, wording: Wording, styles: Styles
) -> Block:
    at_place, at_drawer, at_bank, at_number, at_due = _columns(slip, styles)
    inset, body = styles.shape.inset, styles.body
    drawer = wrap(paper.drawer, body, at_bank - at_drawer - _GAP, most_lines=2)
    if paper.drawer_account:
        drawer = [*drawer, paper.drawer_account]
    bank = wrap(paper.bank, body, _BANK, most_lines=2)
    number = wrap(paper.number, body, _NUMBER, most_lines=2)
    height = 9 + body.leading * max(len(drawer), len(bank), len(number), 1)
    due = "" if paper.due_on is None else wording.formats.date(paper.due_on)
    amount = wording.formats.money(paper.amount)

    def draw(sheet: Sheet, top: float) -> None:
        first = top + 1 + body.leading
        sheet.write(str(place), styles.small, x=at_place, y=first)
        for x, lines in ((at_drawer, drawer), (at_bank, bank), (at_number, number)):
            for row, text in enumerate(lines):
                sheet.write(text, body, x=x, y=first + row * body.leading)
        if slip.kind.falls_due:
            sheet.write(due, body, x=at_due, y=first)
        sheet.write_right(amount, styles.figure, x=RIGHT - inset, y=first)
        sheet.rule(x=LEFT, to=RIGHT, y=top + height, colour=HAIRLINE, thickness=0.5)

    return Block(height, draw)


def _tail(slip: DepositSlip, wording: Wording, styles: Styles) -> list[Block]:
    """Total and number of papers, then the room to sign."""
    inset = styles.shape.inset
    count = _text(wording, "papers").format(count=slip.papers)
    total = wording.formats.money(slip.total)

    def draw_total(sheet: Sheet, top: float) -> None:
        sheet.write(count, styles.strong, x=LEFT + inset, y=top + 16)
        words = f"{_text(wording, 'total')}  {total}"
        sheet.write_right(words, styles.strong.sized(12), x=RIGHT - inset, y=top + 16)

    def draw_signature(sheet: Sheet, top: float) -> None:
        sheet.write(_text(wording, "signature"), styles.small, x=RIGHT - 200, y=top + 12)
        sheet.rule(x=RIGHT - 200, to=RIGHT, y=top + 64, colour=HAIRLINE, thickness=0.5)

    blocks = [space(6), Block(28, draw_total), space(10)]
    note = wording.labels.get(f"{_LABEL}note_{slip.kind.value}", "")
    if note:
        blocks += [text_line(line, styles.small) for line in wrap(note, styles.small, RIGHT - LEFT)]
        blocks.append(space(10))
    return [*blocks, Block(70, draw_signature)]
