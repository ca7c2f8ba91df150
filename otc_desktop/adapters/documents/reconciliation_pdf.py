"""The PDF of a bank reconciliation statement: from the bank's balance to the books'."""

from collections.abc import Mapping

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
from otc_desktop.domain.banking.reconciliation import (
    BankReconciliation,
    ReconciledKind,
    ReconciledLine,
)
from otc_desktop.domain.invoicing.invoice import Party, seller_of
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK

_DATE_WIDTH = 62.0
_AMOUNT_WIDTH = 96.0
_TEXT_WIDTH = RIGHT - LEFT - _DATE_WIDTH - _AMOUNT_WIDTH - 30
_LABEL = "reconciliation_"
_BALANCES = (ReconciledKind.BANK_BALANCE, ReconciledKind.LEDGER_BALANCE)


def reconciliation_words(wording: Wording) -> Mapping[str, str]:
    """The statement's words by what they name."""
    return {
        key.removeprefix(_LABEL): text
        for key, text in wording.labels.items()
        if key.startswith(_LABEL)
    }


def render_reconciliation(
    statement: BankReconciliation, company: Company, wording: Wording
) -> bytes:
    """Draw the statement on the company's own paper."""
    words = reconciliation_words(wording)
    styles = document_styles(HOUSE_LOOK.template, HOUSE_LOOK.colour)
    seller = seller_of(company)
    return print_paper(
        Paper(
            title=words["title"],
            number=statement.ledger_account,
            issued_on=statement.on,
            seller=seller,
            buyer_name=company.name,
        ),
        Content(
            heading=_heading(statement, seller, words, wording, styles),
            rows=[Row(_line(each, words, wording, styles), "") for each in statement.lines()],
            frame=_frame(words, styles),
            closing=space(8),
            tail=_verdict(statement, words, styles),
        ),
        wording,
        styles,
    )


def _heading(
    statement: BankReconciliation,
    seller: Party,
    words: Mapping[str, str],
    wording: Wording,
    styles: Styles,
) -> Heading:
    account = words["account"].format(account=statement.ledger_account)
    formats = wording.formats
    told = words["none"] if statement.told_on is None else formats.date(statement.told_on)
    gap = statement.missing
    facts = (
        (f"{_LABEL}on", formats.date(statement.on)),
        (f"{_LABEL}told", told),
        (f"{_LABEL}bank", formats.money(statement.bank_balance)),
        (f"{_LABEL}ledger", formats.money(statement.ledger_balance)),
        (f"{_LABEL}gap", formats.money(gap) if gap else words["none"]),
    )
    accounts: list[StyledLine] = [(words["accounts"], styles.heading)]
    for number in statement.accounts:
        accounts.extend(lines_of(number, styles.body, ADDRESSEE_WIDTH, 2))
    return Heading(
        styles=styles,
        seller=seller_lines(seller, seller, wording, styles),
        document=(
            *lines_of(words["title"], styles.strong.sized(15), COLUMN - 10, 2),
            *lines_of(account, styles.number, COLUMN - 20, 1),
        ),
        facts=facts_of(facts, wording, styles),
        buyer=tuple(accounts),
    )


def _frame(words: Mapping[str, str], styles: Styles) -> TableFrame:
    def draw(sheet: Sheet, top: float) -> None:
        draw_table_head(sheet, styles, x=LEFT, to=RIGHT, top=top)
        head, inset = styles.table_head, styles.shape.inset
        sheet.write(words["date"], head, x=LEFT + inset, y=top + 14)
        sheet.write(words["label"], head, x=LEFT + inset + _DATE_WIDTH, y=top + 14)
        sheet.write_right(words["amount"], head, x=RIGHT - inset, y=top + 14)

    # Each balance stands once: no amount is carried over between them.
    nothing = space(0)
    return TableFrame(
        header=Block(26, draw),
        carried_over=lambda _running: nothing,
        brought_forward=lambda _running: nothing,
        carry_height=0,
    )


def _line(
    line: ReconciledLine, words: Mapping[str, str], wording: Wording, styles: Styles
) -> Block:
    balance = line.kind in _BALANCES
    style = styles.strong if balance else styles.body
    kind = words[line.kind.value]
    texts = [(text, style) for text in wrap(line.label or kind, style, _TEXT_WIDTH, most_lines=3)]
    if line.label:
        texts.append((kind, styles.small))
    inset = styles.shape.inset
    height = 9 + sum(each.leading for _, each in texts)
    amount = wording.formats.money(line.amount)

    def draw(sheet: Sheet, top: float) -> None:
        y = top + 4
        for position, (text, shown) in enumerate(texts):
            y += shown.leading
            sheet.write(text, shown, x=LEFT + inset + _DATE_WIDTH, y=y - 3)
            if position == 0:
                day = wording.formats.date(line.on)
                sheet.write(day, style, x=LEFT + inset, y=y - 3)
                figure = styles.strong if balance else styles.figure
                sheet.write_right(amount, figure, x=RIGHT - inset, y=y - 3)
        sheet.rule(x=LEFT, to=RIGHT, y=top + height, colour=HAIRLINE, thickness=0.5)

    return Block(height, draw)


def _verdict(
    statement: BankReconciliation, words: Mapping[str, str], styles: Styles
) -> list[Block]:
    said = words["unproved"] if statement.missing or statement.gap else words["proved"]
    wrapped = wrap(said, styles.body, RIGHT - LEFT)
    return [space(10), *(text_line(line, styles.body) for line in wrapped)]
