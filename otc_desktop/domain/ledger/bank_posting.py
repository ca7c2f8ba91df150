"""Entries of bank lines that no customer's invoice explains."""

from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.ledger.journal_entry import JournalEntry, JournalLine
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money

_LABEL_WIDTH = 200
_PIECE_WIDTH = 35


def post_bank_line(
    transaction: BankTransaction,
    account: BankAccount,
    entry_id: JournalEntryId,
    *,
    amount: Money,
    ledger_account: str,
    auxiliary: str = "",
    item_id: OpenItemId | None = None,
) -> JournalEntry:
    """Bank against any other account: bank charges, a supplier, an internal transfer.

    `auxiliary` and `item_id` are those of a customer whose money it is.

    Raises:
        RuleError: `ledger.foreign_currency` until exchange rates are kept;
            `banking.same_account` for the bank's own account.
    """
    if amount.currency.code != "EUR":
        raise RuleError("ledger.foreign_currency", currency=amount.currency.code)
    if ledger_account == account.ledger_account:
        raise RuleError("banking.same_account", account=ledger_account, where="ledger_account")
    label = f"{transaction.counterparty} {transaction.label}".strip()[:_LABEL_WIDTH]
    zero = Money.zero(amount.currency)
    into, out = (amount, zero) if amount.amount > 0 else (zero, -amount)
    return JournalEntry(
        id=entry_id,
        journal=account.journal,
        entry_on=transaction.booked_on,
        piece=(transaction.bank_reference or transaction.end_to_end_id or label)[:_PIECE_WIDTH],
        piece_on=transaction.booked_on,
        label=label,
        lines=(
            JournalLine(account=account.ledger_account, label=label, debit=into, credit=out),
            JournalLine(
                account=ledger_account,
                label=label,
                debit=out,
                credit=into,
                auxiliary=auxiliary,
                item_id=item_id,
            ),
        ),
    )
