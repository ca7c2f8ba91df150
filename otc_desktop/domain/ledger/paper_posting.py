"""Entries of cheques, bills and notes (PCG art. 944-41 and 945-51)."""

from datetime import date

from otc_desktop.domain.ledger.account_scheme import AccountScheme
from otc_desktop.domain.ledger.journal_entry import Journal, JournalEntry, JournalLine
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperReceipt, Remittance
from otc_desktop.domain.shared.ids import JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money, total

_LABEL_WIDTH = 200
_PIECE_WIDTH = 35


def holding_account(kind: PaperKind, scheme: AccountScheme) -> str:
    """Where a paper stands until it is remitted: a cheque is already to be cashed (5112)."""
    return scheme.cheques if kind is PaperKind.CHEQUE else scheme.bills


def remitted_account(kind: PaperKind, remittance: Remittance, scheme: AccountScheme) -> str:
    """Where it stands between the slip and the bank's credit."""
    if kind is PaperKind.CHEQUE:
        return scheme.cheques
    if remittance is Remittance.DISCOUNT:
        return scheme.bills_at_discount
    return scheme.bills_in_collection


def post_paper(
    paper: PaperReceipt,
    entry_id: JournalEntryId,
    *,
    parts: tuple[tuple[OpenItemId, str, Money], ...],
    customer_code: str,
    scheme: AccountScheme,
) -> JournalEntry:
    """A paper received: 5112 or 413 against the customer, one line per item.

    `parts` are item, its account (empty: the customers' one) and amount; what they leave of the
    paper is on account, to the customer's own account.
    """
    currency = paper.amount.currency
    label = f"{paper.drawer} {paper.number}".strip()[:_LABEL_WIDTH]
    lines = [_line(holding_account(paper.kind, scheme), paper.amount, label)]
    for item_id, account, amount in parts:
        if amount:
            lines.append(
                _line(
                    account or scheme.customers,
                    -amount,
                    label,
                    auxiliary=customer_code,
                    item_id=item_id,
                )
            )
    rest = paper.amount - total((amount for _, _, amount in parts), currency)
    if rest:
        lines.append(_line(scheme.customers, -rest, label, auxiliary=customer_code))
    return _entry(entry_id, Journal.OTHER, paper.received_on, paper.number, lines)


def post_remittance(
    entry_id: JournalEntryId,
    *,
    kind: PaperKind,
    remittance: Remittance,
    amount: Money,
    on: date,
    slip_number: str,
    scheme: AccountScheme,
) -> JournalEntry | None:
    """Bills handed to the bank: 5113 or 5114 against 413; None for cheques, which stay in 5112."""
    before = holding_account(kind, scheme)
    after = remitted_account(kind, remittance, scheme)
    if before == after:
        return None
    lines = [_line(after, amount, slip_number), _line(before, -amount, slip_number)]
    return _entry(entry_id, Journal.OTHER, on, slip_number, lines)


def post_slip_credit(
    entry_id: JournalEntryId,
    *,
    kind: PaperKind,
    remittance: Remittance,
    amount: Money,
    credited: Money,
    on: date,
    slip_number: str,
    journal: str,
    bank_ledger_account: str,
    scheme: AccountScheme,
) -> JournalEntry:
    """The bank's credit of a slip; what it kept is its charge (627).

    The interest kept on a discount goes there too, until the bank's notice tells it apart.
    """
    lines = [_line(bank_ledger_account, credited, slip_number)]
    if amount != credited:
        lines.append(_line(scheme.bank_charges, amount - credited, slip_number))
    lines.append(_line(remitted_account(kind, remittance, scheme), -amount, slip_number))
    return _entry(entry_id, journal, on, slip_number, lines)


def _entry(
    entry_id: JournalEntryId, journal: str, on: date, piece: str, lines: list[JournalLine]
) -> JournalEntry:
    return JournalEntry(
        id=entry_id,
        journal=journal,
        entry_on=on,
        piece=piece[:_PIECE_WIDTH],
        piece_on=on,
        label=lines[0].label,
        lines=tuple(lines),
    )


def _line(
    account: str,
    amount: Money,
    label: str,
    *,
    auxiliary: str = "",
    item_id: OpenItemId | None = None,
) -> JournalLine:
    """Debit above zero, credit below."""
    zero = Money.zero(amount.currency)
    debit, credit = (amount, zero) if amount.amount > 0 else (zero, -amount)
    return JournalLine(
        account=account,
        label=label,
        debit=debit,
        credit=credit,
        auxiliary=auxiliary,
        item_id=item_id,
    )
