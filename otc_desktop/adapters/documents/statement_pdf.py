"""The PDF of a statement of account: open documents, their balance, and how late it is."""

from dataclasses import replace

from otc_desktop.adapters.documents.heading import (
    ADDRESSEE_WIDTH,
    COLUMN,
    Heading,
    StyledLine,
    facts_of,
    lines_of,
    seller_lines,
)
from otc_desktop.adapters.documents.identifiers import grouped_iban
from otc_desktop.adapters.documents.invoice_foot import text_line
from otc_desktop.adapters.documents.layout.boxes import draw_box, draw_table_head
from otc_desktop.adapters.documents.layout.flow import Block, Row, TableFrame, space
from otc_desktop.adapters.documents.layout.pictures import picture_of
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, Sheet
from otc_desktop.adapters.documents.layout.styles import (
    HAIRLINE,
    Style,
    Styles,
    document_styles,
)
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.paper import Content, Paper, print_paper
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Party, seller_of
from otc_desktop.domain.receivables.account_statement import AccountStatement, StatementLine
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.paper_look import PaperLook

# Left edges of the texts, right edges of the figures.
_DATED = LEFT + 166.0
_DUE = LEFT + 232.0
_LATE = LEFT + 336.0
_TOTAL = RIGHT - 96.0
_NUMBER_WIDTH = 150.0
_PADDING = 13.0
_AGES = ("statement_not_due", "statement_30", "statement_60", "statement_90", "statement_more")


def render_statement(statement: AccountStatement, wording: Wording, look: PaperLook) -> bytes:
    """Draw the statement on the company's paper."""
    styles = document_styles(look.template, look.colour)
    seller = seller_of(statement.seller)
    title = wording.label("statement")
    tail: list[Block] = []
    for currency in statement.currencies:
        tail += [space(10), _ages(statement, currency, wording, styles)]
    return print_paper(
        Paper(
            title=title,
            number=statement.customer.code,
            issued_on=statement.on,
            seller=seller,
            buyer_name=statement.customer.name,
            footer=look.footer,
        ),
        Content(
            heading=_heading(statement, seller, wording, styles, look),
            rows=[Row(_line(each, wording, styles), "") for each in statement.lines],
            frame=_frame(wording, styles),
            closing=space(8),
            tail=[*tail, *_how_to_pay(statement, wording, styles)],
        ),
        wording,
        styles,
    )


def _heading(
    statement: AccountStatement,
    seller: Party,
    wording: Wording,
    styles: Styles,
    look: PaperLook,
) -> Heading:
    customer, formats = statement.customer, wording.formats
    title = wording.label("statement")
    buyer = Party(name=customer.name, address=customer.address)
    at = wording.label("statement_on", date=formats.date(statement.on))
    balances = " + ".join(
        formats.money(statement.balance(currency)) for currency in statement.currencies
    )
    facts = (
        ("customer_code", customer.code),
        ("statement_documents", str(len(statement.lines))),
        ("statement_balance", balances),
    )
    address = customer.address
    shown = (
        address.line1,
        address.line2,
        f"{address.postal_code} {address.city}".strip(),
        "" if address.country == "FR" else address.country,
    )
    addressee: list[StyledLine] = lines_of(
        customer.name, replace(styles.strong, leading=16), ADDRESSEE_WIDTH, 3
    )
    for text in shown:
        if text:
            addressee.extend(lines_of(text, styles.body, ADDRESSEE_WIDTH, 2))
    return Heading(
        styles=styles,
        seller=seller_lines(seller, buyer, wording, styles),
        document=(
            *lines_of(title, styles.title, COLUMN - 10, 2),
            *lines_of(at, replace(styles.number, leading=21), COLUMN - 20, 1),
        ),
        facts=facts_of(facts, wording, styles),
        buyer=tuple(addressee),
        logo=None if look.logo is None else picture_of(look.logo),
    )


def _frame(wording: Wording, styles: Styles) -> TableFrame:
    def draw(sheet: Sheet, top: float) -> None:
        draw_table_head(sheet, styles, x=LEFT, to=RIGHT, top=top)
        head, inset = styles.table_head, styles.shape.inset
        y = top + 14
        sheet.write(wording.label("statement_document"), head, x=LEFT + inset, y=y)
        sheet.write(wording.label("dated"), head, x=_DATED, y=y)
        sheet.write(wording.label("due_on_short"), head, x=_DUE, y=y)
        sheet.write_right(wording.label("statement_late"), head, x=_LATE, y=y)
        sheet.write_right(wording.label("total_incl_tax"), head, x=_TOTAL - inset, y=y)
        sheet.write_right(wording.label("statement_open"), head, x=RIGHT - inset, y=y)

    # The balance stands at the end alone: what is open in several currencies has no sum.
    nothing = space(0)
    return TableFrame(
        header=Block(26, draw),
        carried_over=lambda _running: nothing,
        brought_forward=lambda _running: nothing,
        carry_height=0,
    )


def _line(line: StatementLine, wording: Wording, styles: Styles) -> Block:
    formats, inset = wording.formats, styles.shape.inset
    texts: list[tuple[str, Style]] = [
        (each, styles.body) for each in wrap(line.number, styles.body, _NUMBER_WIDTH, most_lines=2)
    ]
    small = wording.label("credit_note") if line.kind.is_credit else ""
    if line.purchase_order:
        small = wording.label("statement_order", number=line.purchase_order)
    if small:
        texts += [
            (each, styles.small) for each in wrap(small, styles.small, _NUMBER_WIDTH, most_lines=2)
        ]
    height = 9 + sum(each.leading for _, each in texts)
    late = "" if not line.days_late else str(line.days_late)

    def draw(sheet: Sheet, top: float) -> None:
        y = top + 4
        for place, (text, style) in enumerate(texts):
            y += style.leading
            sheet.write(text, style, x=LEFT + inset, y=y - 3)
            if place == 0:
                sheet.write(formats.date(line.issued_on), styles.body, x=_DATED, y=y - 3)
                sheet.write(formats.date(line.due_on), styles.body, x=_DUE, y=y - 3)
                sheet.write_right(late, styles.strong, x=_LATE, y=y - 3)
                sheet.write_right(
                    formats.money(line.total), styles.figure, x=_TOTAL - inset, y=y - 3
                )
                sheet.write_right(formats.money(line.open), styles.strong, x=RIGHT - inset, y=y - 3)
        sheet.rule(x=LEFT, to=RIGHT, y=top + height, colour=HAIRLINE, thickness=0.5)

    return Block(height, draw)


def _ages(
    statement: AccountStatement, currency: Currency, wording: Wording, styles: Styles
) -> Block:
    """How late the balance is: the ages side by side, the balance at the end."""
    formats = wording.formats
    cells = [
        *zip(_AGES, statement.ageing(currency), strict=True),
        ("statement_balance", statement.balance(currency)),
    ]
    width = (RIGHT - LEFT - 2 * _PADDING) / len(cells)
    height = 2 * _PADDING + 22

    def draw(sheet: Sheet, top: float) -> None:
        draw_box(sheet, styles, x=LEFT, y=top, width=RIGHT - LEFT, height=height)
        for place, (label, amount) in enumerate(cells, start=1):
            x = LEFT + _PADDING + place * width
            is_balance = place == len(cells)
            sheet.write_right(wording.label(label), styles.small, x=x, y=top + _PADDING + 7)
            sheet.write_right(
                formats.money(amount),
                styles.strong if is_balance else styles.figure,
                x=x,
                y=top + _PADDING + 24,
            )

    return Block(height, draw)


def _how_to_pay(statement: AccountStatement, wording: Wording, styles: Styles) -> list[Block]:
    texts = [wording.label("statement_please")]
    seller = statement.seller
    if seller.iban:
        account = f"{wording.label('iban')} {grouped_iban(seller.iban)}"
        if seller.bic:
            account += f"   {wording.label('bic')} {seller.bic}"
        texts.append(account)
    blocks = [space(12)]
    for text in texts:
        blocks += [text_line(line, styles.body) for line in wrap(text, styles.body, RIGHT - LEFT)]
    return blocks
