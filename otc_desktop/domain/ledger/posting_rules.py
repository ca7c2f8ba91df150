"""The entry that each event of the cycle makes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.ledger.account_scheme import AccountScheme
from otc_desktop.domain.ledger.journal_entry import (
    Journal,
    JournalEntry,
    JournalLine,
    reversal_of,
)
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.exigibility import due_vat
from otc_desktop.domain.taxes.totals import DocumentTotals

_LABEL_WIDTH = 200


@dataclass(frozen=True, slots=True)
class ReplacedInvoice:
    """The invoice that a corrective one cancels, and the internal credit that does so."""

    invoice: Invoice
    item: OpenItem


def post_invoice(
    invoice: Invoice,
    entry_id: JournalEntryId,
    *,
    item_id: OpenItemId,
    scheme: AccountScheme,
    regime: VatRegime,
    retention: OpenItem | None = None,
    replaced: ReplacedInvoice | None = None,
) -> JournalEntry | None:
    """Customer against income and VAT; a credit note is the mirror. None for a total of zero.

    Under VAT on receipts, and for a deposit under any regime, the VAT waits in its own
    account until money comes (CGI 269-2). `retention` is what the customer keeps back of it;
    `replaced` is reversed in the same entry.

    Raises:
        RuleError: `ledger.foreign_currency` until exchange rates are kept.
    """
    if invoice.currency.code != "EUR":
        raise RuleError("ledger.foreign_currency", currency=invoice.currency.code)
    totals = invoice.totals
    label = f"{invoice.number} {invoice.buyer.name}"[:_LABEL_WIDTH]
    side = _Sides(label, invoice.currency)
    sign = invoice.kind.sign
    claimed = totals.total_incl_tax
    if retention is not None:
        claimed -= retention.total
        side.add(
            retention.account, retention.total, auxiliary=invoice.buyer.code, item_id=retention.id
        )
    side.add(
        scheme.customers, _signed(claimed, sign), auxiliary=invoice.buyer.code, item_id=item_id
    )
    _add_income_and_vat(side, invoice, -sign, scheme=scheme, regime=regime)
    if replaced is not None:
        side.add(
            scheme.customers,
            replaced.item.total,
            auxiliary=invoice.buyer.code,
            item_id=replaced.item.id,
        )
        _add_income_and_vat(side, replaced.invoice, 1, scheme=scheme, regime=regime)
    if not side.lines:
        return None
    return JournalEntry(
        id=entry_id,
        journal=Journal.SALES,
        entry_on=invoice.issued_on,
        piece=invoice.number,
        piece_on=invoice.issued_on,
        label=label,
        lines=tuple(side.lines),
    )


def post_receipt(
    transaction: BankTransaction,
    account: BankAccount,
    entry_id: JournalEntryId,
    *,
    parts: Sequence[tuple[OpenItem, Money]],
    customer_codes: Mapping[CustomerId, str],
    difference: Difference,
    vat_released: Money,
    scheme: AccountScheme,
) -> JournalEntry:
    """Bank against customers, one customer line per item, so that each can be lettered.

    A refund is the mirror of a receipt: its amounts are negative. `vat_released`
    moves from
    pending to collected under VAT on receipts.
    """
    numbers = " ".join(item.number for item, _ in parts)
    label = f"{transaction.counterparty or transaction.label} {numbers}".strip()[:_LABEL_WIDTH]
    side = _Sides(label, transaction.amount.currency)
    received = transaction.amount.currency
    bank_amount = Money.zero(received)
    for item, amount in parts:
        bank_amount += amount
        side.add(
            item.account or scheme.customers,
            -amount,
            auxiliary=customer_codes[item.customer_id],
            item_id=item.id,
        )
    bank_amount -= difference.amount
    side.add(account.ledger_account, bank_amount)
    side.add(difference_account(difference, scheme), difference.amount)
    side.add(scheme.vat_pending, vat_released)
    side.add(scheme.vat_collected, -vat_released)
    return JournalEntry(
        id=entry_id,
        journal=account.journal,
        entry_on=transaction.booked_on,
        piece=(transaction.bank_reference or transaction.end_to_end_id or numbers)[:35],
        piece_on=transaction.booked_on,
        label=label,
        lines=tuple(side.lines),
    )


def reverse_receipt(
    entry: JournalEntry,
    entry_id: JournalEntryId,
    *,
    on: date,
    label: str,
    vat_released: Money,
    scheme: AccountScheme,
    auxiliaries: Mapping[OpenItemId, str] | None = None,
) -> JournalEntry:
    """The entry that takes a receipt back.

    `auxiliaries` are the accounts on which items stand now: customers may have been merged
    since. VAT that had become payable goes back to pending by `vat_released` (negative), not by
    what the receipt released: later payments may have taken over a cent of its share.
    """
    vat_accounts = (scheme.vat_pending, scheme.vat_collected)
    now = auxiliaries or {}
    kept = [
        line
        if line.item_id is None
        else replace(line, auxiliary=now.get(line.item_id, line.auxiliary))
        for line in entry.lines
        if line.account not in vat_accounts
    ]
    mirror = reversal_of(replace(entry, lines=tuple(kept)), entry_id, on=on, label=label)
    side = _Sides(label, vat_released.currency)
    side.add(scheme.vat_pending, vat_released)
    side.add(scheme.vat_collected, -vat_released)
    return replace(mirror, lines=(*mirror.lines, *side.lines))


def post_vat_release(
    entry_id: JournalEntryId, *, on: date, piece: str, released: Money, scheme: AccountScheme
) -> JournalEntry:
    """VAT on receipts made payable by a credit note laid on an invoice."""
    side = _Sides(piece, released.currency)
    side.add(scheme.vat_pending, released)
    side.add(scheme.vat_collected, -released)
    return JournalEntry(
        id=entry_id,
        journal=Journal.OTHER,
        entry_on=on,
        piece=piece[:35],
        piece_on=on,
        label=piece,
        lines=tuple(side.lines),
    )


def post_retention_release(
    item: OpenItem,
    entry_id: JournalEntryId,
    *,
    on: date,
    customer_code: str,
    scheme: AccountScheme,
) -> JournalEntry:
    """A retention that is due now: from its own account to the customers'."""
    label = f"{item.number} libération"
    side = _Sides(label, item.open.currency)
    side.add(scheme.customers, item.open, auxiliary=customer_code, item_id=item.id)
    side.add(item.account, -item.open, auxiliary=customer_code, item_id=item.id)
    return JournalEntry(
        id=entry_id,
        journal=Journal.OTHER,
        entry_on=on,
        piece=item.number,
        piece_on=on,
        label=label,
        lines=tuple(side.lines),
    )


def post_take_over(
    item: OpenItem, entry_id: JournalEntryId, *, customer_code: str, scheme: AccountScheme
) -> JournalEntry:
    """An item taken over from another program: customer against the opening balance."""
    label = f"{item.number} à-nouveau"
    side = _Sides(label, item.total.currency)
    side.add(scheme.customers, item.open, auxiliary=customer_code, item_id=item.id)
    side.add(scheme.opening_balance, -item.open)
    return JournalEntry(
        id=entry_id,
        journal=Journal.OPENING,
        entry_on=item.issued_on,
        piece=item.number,
        piece_on=item.issued_on,
        label=label,
        lines=tuple(side.lines),
    )


def post_transfer(
    items: Sequence[OpenItem],
    entry_id: JournalEntryId,
    *,
    on: date,
    from_code: str,
    to_code: str,
    scheme: AccountScheme,
) -> JournalEntry | None:
    """What is open carried from one auxiliary account to another; None for nothing.

    One pair of lines for each item, so that both accounts can be lettered and each item's
    lines still sum to what is open of it.
    """
    lines: list[JournalLine] = []
    for item in items:
        side = _Sides(f"{item.number} {from_code} → {to_code}"[:_LABEL_WIDTH], item.open.currency)
        side.add(item.account or scheme.customers, -item.open, auxiliary=from_code, item_id=item.id)
        side.add(item.account or scheme.customers, item.open, auxiliary=to_code, item_id=item.id)
        lines += side.lines
    if not lines:
        return None
    return JournalEntry(
        id=entry_id,
        journal=Journal.OTHER,
        entry_on=on,
        piece=f"{from_code}-{to_code}"[:35],
        piece_on=on,
        label=f"Fusion {from_code} → {to_code}"[:_LABEL_WIDTH],
        lines=tuple(lines),
    )


class _Sides:
    """Collects lines; a positive amount is a debit, a negative one a credit, zero is left out."""

    def __init__(self, label: str, currency: Currency) -> None:
        self._label = label
        self._zero = Money.zero(currency)
        self.lines: list[JournalLine] = []

    def add(
        self,
        account: str,
        signed: Money,
        *,
        auxiliary: str = "",
        item_id: OpenItemId | None = None,
    ) -> None:
        if not signed:
            return
        debit, credit = (signed, self._zero) if signed.amount > 0 else (self._zero, -signed)
        self.lines.append(
            JournalLine(
                account=account,
                label=self._label,
                debit=debit,
                credit=credit,
                auxiliary=auxiliary,
                item_id=item_id,
            )
        )


def _add_income_and_vat(
    side: _Sides, invoice: Invoice, sign: int, *, scheme: AccountScheme, regime: VatRegime
) -> None:
    for account, amount in _income(invoice, invoice.totals, scheme):
        side.add(account, _signed(amount, sign))
    due = due_vat(invoice.totals, invoice.lines, regime=regime, is_deposit=invoice.kind.is_deposit)
    for account, amounts in (
        (scheme.vat_collected, due.at_issue),
        (scheme.vat_pending, due.on_receipt),
    ):
        for amount in amounts:
            side.add(account, _signed(amount, sign))


def _income(
    invoice: Invoice, totals: DocumentTotals, scheme: AccountScheme
) -> Iterable[tuple[str, Money]]:
    by_account: dict[str, Money] = defaultdict(lambda: Money.zero(invoice.currency))
    for line in invoice.lines:
        by_account[line.income_account or scheme.sales] += line.net(invoice.currency)
    for adjustment in invoice.adjustments:
        default = scheme.charges if adjustment.signed.amount > 0 else scheme.sales
        by_account[adjustment.income_account or default] += adjustment.signed
    return sorted(by_account.items())


def _signed(amount: Money, sign: int) -> Money:
    return amount if sign > 0 else -amount


def difference_account(difference: Difference, scheme: AccountScheme) -> str:
    """Where a difference between a receipt and its documents is booked."""
    if difference.kind is DifferenceKind.BANK_CHARGE:
        return scheme.bank_charges
    if difference.kind is DifferenceKind.DISCOUNT:
        return scheme.discounts_granted
    if difference.kind is DifferenceKind.BAD_DEBT:
        return scheme.bad_debts
    if difference.kind is DifferenceKind.EXCHANGE:
        return scheme.exchange_loss if difference.amount.amount > 0 else scheme.exchange_gain
    return scheme.rounding_loss if difference.amount.amount > 0 else scheme.rounding_gain
