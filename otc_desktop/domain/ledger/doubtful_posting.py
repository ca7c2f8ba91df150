"""Entries of claims that may never be paid: doubtful (416), provided for (491), given up (654).

Accounts of the PCG (ANC 2014-03 as amended, art. 944-41, 944-49, 946-65 and 946-68).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.ledger.account_scheme import AccountScheme
from otc_desktop.domain.ledger.journal_entry import Journal, JournalEntry, JournalLine
from otc_desktop.domain.receivables.bad_debt import GivenUp
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.ids import JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money

_LABEL_WIDTH = 200
_PIECE_WIDTH = 35


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What every entry of a proposal says at its top."""

    id: JournalEntryId
    on: date
    piece: str
    label: str


def post_doubtful(
    items: Sequence[OpenItem], to: str, heading: Heading, *, code: str, scheme: AccountScheme
) -> JournalEntry:
    """What is open carried to the account `to`: doubtful customers, or back to the usual one."""
    lines = []
    for item in items:
        account = item.account or scheme.customers
        lines += [
            _line(to, item.open, heading.label, auxiliary=code, item_id=item.id),
            _line(account, -item.open, heading.label, auxiliary=code, item_id=item.id),
        ]
    return _entry(heading, lines)


def post_provision(
    changes: Mapping[OpenItemId, Money], heading: Heading, *, scheme: AccountScheme
) -> JournalEntry:
    """More provision is a charge (6817), less of it an income (7817), both against 491."""
    return _entry(heading, _provision_lines(changes, heading.label, scheme))


def post_write_off(
    parts: Sequence[tuple[OpenItem, GivenUp]],
    provided: Mapping[OpenItemId, Money],
    heading: Heading,
    *,
    code: str,
    scheme: AccountScheme,
) -> JournalEntry:
    """Claims given up: the price is a loss (654), declared VAT comes back (44571).

    VAT that waited for the money leaves its own account. What was `provided` for is taken
    back, for the loss itself is booked now. The claim's line comes last of each item.
    """
    lines = []
    for item, given in parts:
        lines += _signed(scheme.bad_debts, given.excl_tax, heading.label)
        for share in given.shares:
            lines += _signed(scheme.vat_collected, share.declared, heading.label)
        lines += _signed(scheme.vat_pending, given.pending, heading.label)
        account = item.account or scheme.customers
        lines.append(_line(account, -given.amount, heading.label, auxiliary=code, item_id=item.id))
    back = {item_id: -amount for item_id, amount in provided.items()}
    return _entry(heading, [*lines, *_provision_lines(back, heading.label, scheme)])


def post_reinstated(
    item: OpenItem,
    amount: Money,
    vat: tuple[Money, Money],
    heading: Heading,
    *,
    code: str,
    scheme: AccountScheme,
) -> JournalEntry:
    """Money came on a claim that was given up: it stands again for that much.

    The price is an income, its VAT is owed again (BOI-TVA-DED-40-10-20); `vat` is what had
    been declared, then what had waited.
    """
    declared, pending = vat
    account = item.account or scheme.customers
    lines = [_line(account, amount, heading.label, auxiliary=code, item_id=item.id)]
    lines += _signed(scheme.bad_debts_recovered, -(amount - declared - pending), heading.label)
    lines += _signed(scheme.vat_collected, -declared, heading.label)
    lines += _signed(scheme.vat_pending, -pending, heading.label)
    return _entry(heading, lines)


def post_vat_of_difference(vat: Money, heading: Heading, *, scheme: AccountScheme) -> JournalEntry:
    """VAT inside a difference that was booked as a loss with its VAT: taken out of the loss."""
    return _entry(
        heading,
        [
            _line(scheme.vat_collected, vat, heading.label),
            _line(scheme.bad_debts, -vat, heading.label),
        ],
    )


def _provision_lines(
    changes: Mapping[OpenItemId, Money], label: str, scheme: AccountScheme
) -> list[JournalLine]:
    lines = []
    for change in changes.values():
        against = scheme.provision_charges if change.amount > 0 else scheme.provision_reversals
        lines += _signed(against, change, label)
        lines += _signed(scheme.doubtful_provisions, -change, label)
    return lines


def _entry(heading: Heading, lines: Sequence[JournalLine]) -> JournalEntry:
    return JournalEntry(
        id=heading.id,
        journal=Journal.OTHER,
        entry_on=heading.on,
        piece=heading.piece[:_PIECE_WIDTH],
        piece_on=heading.on,
        label=heading.label[:_LABEL_WIDTH],
        lines=tuple(lines),
    )


def _signed(account: str, amount: Money, label: str) -> list[JournalLine]:
    return [_line(account, amount, label)] if amount else []


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
        label=label[:_LABEL_WIDTH],
        debit=debit,
        credit=credit,
        auxiliary=auxiliary,
        item_id=item_id,
    )
