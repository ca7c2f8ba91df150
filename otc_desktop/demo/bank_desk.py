"""The bank of the story: a statement a week, matched, and the rest settled by hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from random import Random

from otc_desktop.application.banking.ignore_transaction import (
    IgnoreTransactions,
    ignore_transactions,
)
from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt, allocate_receipt
from otc_desktop.application.receivables.explain_receipt import ExplainReceipt, explain_receipt
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.demo.camt import Movement, Statement, write_statement
from otc_desktop.demo.claims import ClaimBook
from otc_desktop.demo.company import IBAN
from otc_desktop.demo.office import Office
from otc_desktop.demo.outgoings import Outgoings
from otc_desktop.demo.transfers import Transfer, TransferDesk
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.shared.money import Money, total

_OPENING_BALANCE = Decimal("38450.25")
_SPENT = "Dépense, sans rapport avec les clients"
_DOUBLE = "Payé en double, remboursé au client"
_STRANGE_SHARE = 16
# Money in that no customer sent: who, what, and why it is set aside.
_STRANGERS = (
    ("ASSURANCES DU LEVANT", "INDEMNITE SINISTRE", "Indemnité d'assurance"),
    ("DGFIP", "REMB CREDIT DE TVA", "Remboursement de l'État"),
    ("COMPOSANTS LUMIA", "REMB TROP PERCU", "Remboursement d'un fournisseur"),
)


class BankDesk:
    """Writes each week's statement, imports it and explains what came in."""

    def __init__(
        self, rng: Random, office: Office, book: ClaimBook, transfers: TransferDesk
    ) -> None:
        self._rng = rng
        self._office = office
        self._book = book
        self._transfers = transfers
        self._outgoings = Outgoings(rng)
        self._balance = _OPENING_BALANCE
        self._statements = 0
        self._sent: dict[str, Transfer] = {}
        self._strange: dict[str, str] = {}

    def close_week(self, after: date, closing_on: date) -> None:
        """Import what moved since the day `after`, match it, and settle the rest by hand."""
        self._import(after, closing_on, ())
        outcome = self._office.run(match_receipts, MatchReceipts(post=True))
        for _, allocation in outcome.booked:
            for item_id, amount in allocation.parts if allocation is not None else ():
                self._book.settle(outcome.numbers[item_id], amount)
        waiting = [*(each.receipt_id for each in outcome.suggested), *outcome.unmatched]
        self._settle_by_hand(waiting)

    def leave_week(self, after: date, closing_on: date, more: Sequence[Transfer]) -> None:
        """Import the last statement and leave it to whoever opens the program."""
        self._import(after, closing_on, more)

    def _import(self, after: date, closing_on: date, more: Sequence[Transfer]) -> None:
        sent = [*self._transfers.send(self._book.ripe(after, closing_on)), *more]
        self._sent.update((each.reference, each) for each in sent)
        self._office.tally.receipts += len(sent)
        movements = [_movement(each) for each in sent]
        received = sum((each.amount for each in movements), Decimal(0))
        movements += self._strangers(closing_on)
        movements += self._outgoings.of_week(
            after, closing_on, received=received, balance=self._balance
        )
        self._statements += 1
        statement = Statement(
            number=self._statements,
            iban=IBAN,
            opening_on=after,
            closing_on=closing_on,
            opening=self._balance,
            movements=sorted(movements, key=lambda each: (each.day, each.reference)),
        )
        self._balance = statement.closing
        path = write_statement(self._office.folder, statement)
        self._office.run(import_statement, ImportStatement(path=path))

    def _strangers(self, day: date) -> list[Movement]:
        if self._rng.randrange(100) >= _STRANGE_SHARE:
            return []
        party, label, reason = self._rng.choice(_STRANGERS)
        reference = f"DIV{day:%y%m%d}"
        self._strange[reference] = reason
        amount = Decimal(self._rng.randint(4_000, 160_000)).scaleb(-2)
        return [Movement(day=day, amount=amount, label=label, party=party, reference=reference)]

    def _settle_by_hand(self, waiting: Sequence[BankTransactionId]) -> None:
        """What the machine left: allocated as the customer meant it, or set aside."""
        aside: dict[str, list[BankTransactionId]] = {}
        for transaction_id in waiting:
            command = ExplainReceipt(transaction_id=transaction_id)
            transaction = self._office.run(explain_receipt, command).transaction
            transfer = self._sent.get(transaction.bank_reference)
            if transfer is not None and self._allocate(transaction, transfer):
                continue
            aside.setdefault(self._reason(transaction), []).append(transaction_id)
        for reason, ids in aside.items():
            self._office.run(
                ignore_transactions, IgnoreTransactions(transaction_ids=tuple(ids), reason=reason)
            )

    def _reason(self, transaction: BankTransaction) -> str:
        if transaction.amount.amount < 0:
            return _SPENT
        return self._strange.get(transaction.bank_reference, _DOUBLE)

    def _allocate(self, transaction: BankTransaction, transfer: Transfer) -> bool:
        """Lay a receipt on what it was meant for, as far as that is open; False if nothing is."""
        meant = _still_open(transfer)
        if not meant:
            return False
        excess = total(meant.values(), EUR) - transaction.unallocated
        kind = DifferenceKind.BANK_CHARGE if excess.amount > 0 else DifferenceKind.NONE
        self._office.run(
            allocate_receipt,
            AllocateReceipt(
                transaction_id=transaction.id, parts=tuple(meant.items()), difference_kind=kind
            ),
        )
        for number, amount in meant.items():
            self._book.settle(number, amount)
        return True


def _still_open(transfer: Transfer) -> Mapping[str, Money]:
    return {
        claim.number: min(amount, claim.open)
        for claim, amount in transfer.parts
        if claim.open.amount > 0
    }


def _movement(transfer: Transfer) -> Movement:
    customer = transfer.customer
    return Movement(
        day=transfer.day,
        amount=transfer.received.amount,
        label=transfer.label,
        party=customer.payer,
        # A treasury pays for a whole department: its account says nothing of who owes.
        party_account="" if customer.kind.payer else customer.bank_account,
        reference=transfer.reference,
    )
