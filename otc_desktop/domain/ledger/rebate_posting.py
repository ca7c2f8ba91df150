"""Entries of year-end rebates earned and not yet credited (PCG 709, 4198, 44587)."""

from datetime import date

from otc_desktop.domain.ledger.account_scheme import AccountScheme
from otc_desktop.domain.ledger.journal_entry import Journal, JournalEntry, JournalLine
from otc_desktop.domain.shared.ids import JournalEntryId
from otc_desktop.domain.shared.money import Money

_LABEL_WIDTH = 200
_PIECE_WIDTH = 35


def post_rebate_accrual(
    entry_id: JournalEntryId,
    *,
    on: date,
    reference: str,
    excl_tax: Money,
    vat: Money,
    scheme: AccountScheme,
) -> JournalEntry:
    """What more is earned than was accrued so far; negative where it is less, or settled.

    The rebate excluding tax is an expense against income (709), its VAT waits (44587), and
    both stand as owed to customers (4198).
    """
    label = reference[:_LABEL_WIDTH]
    lines = []
    for account, signed in (
        (scheme.rebates, excl_tax),
        (scheme.vat_on_rebates, vat),
        (scheme.rebates_owed, -(excl_tax + vat)),
    ):
        if signed:
            zero = signed - signed
            debit, credit = (signed, zero) if signed.amount > 0 else (zero, -signed)
            lines.append(JournalLine(account=account, label=label, debit=debit, credit=credit))
    return JournalEntry(
        id=entry_id,
        journal=Journal.OTHER,
        entry_on=on,
        piece=reference[:_PIECE_WIDTH],
        piece_on=on,
        label=label,
        lines=tuple(lines),
    )
