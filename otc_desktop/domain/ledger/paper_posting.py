"""Entries of cheques, bills and notes (PCG art. 944-41 and 945-51), of cards and cash."""

from collections.abc import Mapping, Sequence
from datetime import date

from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.ledger.account_scheme import AccountScheme
from otc_desktop.domain.ledger.journal_entry import Journal, JournalEntry, JournalLine
from otc_desktop.domain.ledger.posting_rules import difference_account
from otc_desktop.domain.receivables.allocation import Difference
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperReceipt, Remittance
from otc_desktop.domain.shared.ids import JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money

_LABEL_WIDTH = 200
_PIECE_WIDTH = 35


def holding_account(kind: PaperKind, scheme: AccountScheme) -> str:
    """Where a paper stands until it is remitted: a cheque is already to be cashed (5112)."""
    if kind is PaperKind.CARD:
        return scheme.cards
    if kind is PaperKind.CASH:
        return scheme.cash
    if kind is PaperKind.DEBIT:
        return scheme.debits
    return scheme.cheques if kind is PaperKind.CHEQUE else scheme.bills


def remitted_account(kind: PaperKind, remittance: Remittance, scheme: AccountScheme) -> str:
    """Where it stands between the slip and the bank's credit."""
    if not kind.falls_due or kind is PaperKind.DEBIT:
        return holding_account(kind, scheme)
    if remittance is Remittance.DISCOUNT:
        return scheme.bills_at_discount
    return scheme.bills_in_collection


def post_paper(
    paper: PaperReceipt,
    entry_id: JournalEntryId,
    *,
    parts: Sequence[tuple[OpenItem, Money]],
    auxiliaries: Mapping[OpenItemId, str],
    vat_released: Money,
    scheme: AccountScheme,
    difference: Difference | None = None,
) -> JournalEntry:
    """A paper received: 5112, 413, 5115 or 53 against the customer, one line per item.

    `parts` make up the paper, what is kept on account included, but for the `difference` that
    is let go; `auxiliaries` are the items' customers.

    `vat_released` moves from pending to collected under VAT on receipts.
    """
    label = f"{paper.drawer} {paper.number}".strip()[:_LABEL_WIDTH]
    lines = [_line(holding_account(paper.kind, scheme), paper.amount, label)]
    lines += [
        _line(
            item.account or scheme.customers,
            -amount,
            label,
            auxiliary=auxiliaries[item.id],
            item_id=item.id,
        )
        for item, amount in parts
    ]
    lines += _difference_lines(difference, label, scheme)
    lines += _vat_lines(vat_released, label, scheme)
    return _entry(entry_id, Journal.OTHER, paper.received_on, paper.number or label, lines)


def post_ripened(
    entry_id: JournalEntryId, *, on: date, piece: str, released: Money, scheme: AccountScheme
) -> JournalEntry:
    """VAT on receipts that became payable because a bill was paid."""
    return _entry(entry_id, Journal.OTHER, on, piece, _vat_lines(released, piece, scheme))


def post_return(
    paper: PaperReceipt,
    remittance: Remittance,
    entry_id: JournalEntryId,
    *,
    on: date,
    parts: Sequence[tuple[OpenItem, Money]],
    auxiliaries: Mapping[OpenItemId, str],
    vat_released: Money,
    scheme: AccountScheme,
    difference: Difference | None = None,
) -> JournalEntry:
    """A paper returned unpaid: the customer owes again, against where the paper stood.

    If the bank had credited it, that account owes the bank until its debit comes.
    `vat_released` is negative.
    """
    label = f"Impayé {paper.drawer} {paper.number}".strip()[:_LABEL_WIDTH]
    lines = [
        _line(
            item.account or scheme.customers,
            amount,
            label,
            auxiliary=auxiliaries[item.id],
            item_id=item.id,
        )
        for item, amount in parts
    ]
    lines.append(_line(remitted_account(paper.kind, remittance, scheme), -paper.amount, label))
    if difference is not None:
        back = Difference(-difference.amount, difference.kind)
        lines += _difference_lines(back, label, scheme, as_booked=difference)
    lines += _vat_lines(vat_released, label, scheme)
    return _entry(entry_id, Journal.OTHER, on, paper.number or label, lines)


def post_return_undone(
    paper: PaperReceipt,
    remittance: Remittance,
    entry_id: JournalEntryId,
    *,
    on: date,
    parts: Sequence[tuple[OpenItem, Money]],
    auxiliaries: Mapping[OpenItemId, str],
    vat_released: Money,
    scheme: AccountScheme,
    difference: Difference,
) -> JournalEntry:
    """The bank had not returned it after all: it stands where it stood, the customer has paid."""
    label = f"Annulation impayé {paper.drawer} {paper.number}".strip()[:_LABEL_WIDTH]
    lines = [_line(remitted_account(paper.kind, remittance, scheme), paper.amount, label)]
    lines += [
        _line(
            item.account or scheme.customers,
            -amount,
            label,
            auxiliary=auxiliaries[item.id],
            item_id=item.id,
        )
        for item, amount in parts
    ]
    lines += _difference_lines(difference, label, scheme)
    lines += _vat_lines(vat_released, label, scheme)
    return _entry(entry_id, Journal.OTHER, on, paper.number or label, lines)


def post_return_debit(
    paper: PaperReceipt,
    remittance: Remittance,
    transaction: BankTransaction,
    account: BankAccount,
    entry_id: JournalEntryId,
    *,
    charge: Money,
    scheme: AccountScheme,
) -> JournalEntry:
    """The bank's debit of a returned paper, with its charge (627) if it is in the same line."""
    label = f"Impayé {paper.drawer} {paper.number}".strip()[:_LABEL_WIDTH]
    lines = [_line(remitted_account(paper.kind, remittance, scheme), paper.amount, label)]
    if charge:
        lines.append(_line(scheme.bank_charges, charge, label))
    lines.append(_line(account.ledger_account, -(paper.amount + charge), label))
    return _entry(entry_id, account.journal, transaction.booked_on, paper.number or label, lines)


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


def _difference_lines(
    difference: Difference | None,
    label: str,
    scheme: AccountScheme,
    *,
    as_booked: Difference | None = None,
) -> list[JournalLine]:
    """What was let go; taken back, on the account where it was booked."""
    if difference is None or not difference.amount:
        return []
    account = difference_account(as_booked or difference, scheme)
    return [_line(account, difference.amount, label)]


def _vat_lines(released: Money, label: str, scheme: AccountScheme) -> list[JournalLine]:
    if not released:
        return []
    return [
        _line(scheme.vat_pending, released, label),
        _line(scheme.vat_collected, -released, label),
    ]


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
