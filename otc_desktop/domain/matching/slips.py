"""Which bank line credits which deposit slip, and why."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from otc_desktop.domain.banking.transaction import BankTransaction, TransactionStatus
from otc_desktop.domain.receivables.allocation import Reason
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import (
    MOST_RETURN_CHARGE,
    PaperKind,
    PaperReceipt,
)
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.shared.text import fold

# A bank books a slip a few days after it was made; bills at their due date.
_DAYS_AFTER = 15
_DAYS_AFTER_BILLS = 120
# What banks write, folded; and their codes (CFONB: 02 cheques in, 30 cards, 31 and 35 bills).
_WORDS = {
    PaperKind.CHEQUE: ("remise", "rem chq", "rem cheque", "cheque", "chq"),
    PaperKind.BILL: ("remise", "lcr", "effet", "encaissement"),
    PaperKind.NOTE: ("remise", "bor", "billet", "effet", "encaissement"),
    PaperKind.CARD: ("remise carte", "carte", "cb", "tpe", "telecollecte"),
    PaperKind.CASH: ("versement", "espece", "depot"),
    PaperKind.DEBIT: ("prelevement", "prlv", "prelevements sepa", "remise prlv", "sdd"),
}
_CODES = {
    PaperKind.CHEQUE: ("02",),
    PaperKind.BILL: ("31", "35"),
    PaperKind.NOTE: ("31", "35"),
    PaperKind.CARD: ("30", "36"),
    PaperKind.CASH: (),
    PaperKind.DEBIT: ("08", "A8"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipMatch:
    """A slip and the line that may be its credit.

    `sure` says that the machine may book it: the amount fits to the cent, no other slip nor
    line fits, and the line says that it is such a remittance.
    """

    slip: DepositSlip
    transaction: BankTransaction
    reasons: tuple[Reason, ...]
    sure: bool


def match_slips(
    slips: Sequence[DepositSlip],
    waiting: Sequence[BankTransaction],
    refused: Collection[tuple[BankTransactionId, UUID]] = (),
) -> tuple[SlipMatch, ...]:
    """Every pair that fits by amount and date, those of one slip together, the best first.

    `refused` are pairs that somebody took apart: they are still proposed, never sure.
    """
    found: list[tuple[DepositSlip, BankTransaction, list[Reason], bool]] = []
    by_amount = sorted(waiting, key=lambda line: line.unallocated.amount)
    amounts = [line.unallocated.amount for line in by_amount]
    for slip in slips:
        fitting = []
        # Only lines of the slip's amount less what a bank may keep: no look at each of thousands.
        first = bisect_left(amounts, slip.least_credit.amount)
        for line in by_amount[first : bisect_right(amounts, slip.total.amount)]:
            reasons = _reasons(slip, line)
            if reasons is not None:
                says = any(reason.code != "matching.slip_amount" for reason in reasons[:-1])
                exact = line.unallocated == slip.total
                fitting.append((slip, line, reasons, exact and says))
        fitting.sort(key=lambda each: (-len(each[2]), each[1].booked_on, each[1].id))
        found += fitting
    of_slip = Counter(slip.id for slip, line, *_ in found if line.unallocated == slip.total)
    of_line = Counter(line.id for slip, line, *_ in found if line.unallocated == slip.total)
    matches = []
    for slip, line, reasons, says in found:
        alone = of_slip[slip.id] == 1 and of_line[line.id] == 1
        if alone:
            reasons.append(Reason("matching.slip_alone", {}))
        matches.append(
            SlipMatch(
                slip=slip,
                transaction=line,
                reasons=tuple(reasons),
                sure=says and alone and (line.id, slip.id) not in refused,
            )
        )
    return tuple(matches)


def match_returns(
    paper: PaperReceipt, waiting: Sequence[BankTransaction]
) -> tuple[BankTransaction, ...]:
    """Debits that may be a paper's return, charge included: those that name it first."""
    fitting = [
        line
        for line in waiting
        if line.unallocated.currency == paper.amount.currency
        and line.booked_on >= paper.received_on
        and 0 <= -line.unallocated.amount - paper.amount.amount <= MOST_RETURN_CHARGE
    ]

    def rank(line: BankTransaction) -> tuple[bool, Decimal, date]:
        named = bool(paper.number) and paper.number in f"{line.label} {line.structured_reference}"
        return not named, -line.unallocated.amount, line.booked_on

    return tuple(sorted(fitting, key=rank))


def _reasons(slip: DepositSlip, line: BankTransaction) -> list[Reason] | None:
    """Why the line may be the slip's credit; None where it can't. The date comes last."""
    if line.status is not TransactionStatus.OPEN or line.account_id != slip.bank_account_id:
        return None
    if line.unallocated.currency != slip.total.currency or line.unallocated.amount <= 0:
        return None
    days = (line.booked_on - slip.made_on).days
    if not 0 <= days <= (_DAYS_AFTER_BILLS if slip.kind.falls_due else _DAYS_AFTER):
        return None
    try:
        kept = slip.kept_by_bank(line.unallocated)
    except RuleError:
        return None
    said = _said(slip, line)
    if kept and not said:
        return None
    if kept:
        first = Reason("matching.slip_net", {"charge": kept, "amount": slip.total})
    else:
        first = Reason("matching.slip_amount", {"amount": slip.total})
    return [first, *said, Reason("matching.slip_date", {"days": days})]


def _said(slip: DepositSlip, line: BankTransaction) -> list[Reason]:
    """What the line itself says of it."""
    text = fold(f"{line.label} {line.counterparty} {line.structured_reference}")
    compact = "".join(char for char in text if char.isalnum())
    found = []
    if "".join(char for char in fold(slip.number) if char.isalnum()) in compact:
        found.append(Reason("matching.slip_number", {"number": slip.number}))
    tokens = f" {' '.join(text.replace('.', ' ').replace('/', ' ').split())} "
    word = next(
        (word for word in _WORDS[slip.kind] if f" {word}" in tokens and _whole(word, tokens)), ""
    )
    if word:
        found.append(Reason("matching.slip_word", {"word": word.upper()}))
    elif line.transaction_code.strip() in _CODES[slip.kind]:
        found.append(Reason("matching.slip_code", {"code": line.transaction_code.strip()}))
    return found


def _whole(word: str, tokens: str) -> bool:
    """Whether it stands as a word, or its plural, not inside another."""
    return f" {word} " in tokens or f" {word}s " in tokens
