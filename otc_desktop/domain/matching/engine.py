"""Proposals: which open items each receipt settles, how sure that is, and why."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from otc_desktop.domain.matching import scoring
from otc_desktop.domain.matching.candidates import (
    Candidate,
    Claim,
    MatchProposal,
    Memory,
    Receipt,
)
from otc_desktop.domain.matching.open_book import OpenBook
from otc_desktop.domain.matching.references import number_key
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind, Reason
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.text import fold

_MOST_CANDIDATES = 5
_DIGITS_BEYOND_CHANCE = 6


def propose(
    receipts: Iterable[Receipt],
    claims: Iterable[Claim],
    memory: Memory,
    *,
    threshold: float,
    tolerance: Money,
    watch: Callable[[int], None] = lambda done: None,
) -> list[MatchProposal]:
    """Explain receipts in order of date, each against what the sure ones before it left open.

    Work grows with receipts plus claims, not with their product: claims are found by
    number, by payer and by amount through indexes.
    """
    book = OpenBook(claims)
    proposals = []
    for done, receipt in enumerate(sorted(receipts, key=lambda each: (each.booked_on, each.id))):
        candidates = _rank(_explain(receipt, book, memory, tolerance))
        proposal = MatchProposal(receipt.id, candidates)
        sure = proposal.automatic(threshold)
        if sure is not None:
            for item_id, amount in sure.parts:
                book.settle(item_id, amount)
        proposals.append(proposal)
        watch(done + 1)
    return proposals


def _explain(receipt: Receipt, book: OpenBook, memory: Memory, tolerance: Money) -> list[Candidate]:
    currency = receipt.amount.currency
    payer, payer_reason = payer_of(receipt, memory)
    cited = [claim for claim in book.named_in(receipt.text) if claim.open.currency == currency]
    named = [claim for claim in cited if claim.open]
    found = _by_number(
        receipt,
        named,
        payer_reason if {claim.customer_id for claim in named} == {payer} else None,
        tolerance,
    )
    if payer is not None and not named:
        found.extend(_by_payer(receipt, book, payer, payer_reason))
    if not named and payer is None:
        found.extend(
            _by_amount_alone(receipt, book.of_amount(receipt.amount, most=_MOST_CANDIDATES))
        )
    if cited and not named:
        found = [scoring.doubt_if_settled(candidate, cited[0]) for candidate in found]
    return [
        scoring.doubt_if_early(candidate, receipt, book.by_id)
        for candidate in found
        if not any((receipt.id, item_id) in memory.undone for item_id, _ in candidate.parts)
    ]


def payer_of(receipt: Receipt, memory: Memory) -> tuple[CustomerId | None, Reason | None]:
    """Who paid, by account first, then by name; and why it is believed."""
    if receipt.counterparty_account:
        by_account = memory.customer_by_account.get(receipt.counterparty_account)
        if by_account is not None:
            return by_account, Reason("matching.iban_known", {"iban": receipt.counterparty_account})
    by_name = memory.customer_by_name.get(fold(receipt.counterparty))
    if by_name is not None:
        return by_name, Reason("matching.name_known", {"name": receipt.counterparty})
    return None, None


def _by_number(
    receipt: Receipt, named: Sequence[Claim], payer_reason: Reason | None, tolerance: Money
) -> list[Candidate]:
    """The document numbers in the label, checked against the amount."""
    if not named or len({claim.customer_id for claim in named}) > 1:
        return _each_alone(receipt, named)
    currency = receipt.amount.currency
    reasons = [Reason("matching.number_in_label", {"number": claim.number}) for claim in named]
    if payer_reason is not None:
        reasons.append(payer_reason)
    owed = total((claim.open for claim in named), currency)
    if owed.amount <= 0:
        return []  # credit notes alone: nothing that a receipt could settle
    short = owed - receipt.amount
    full = tuple((claim.id, claim.open) for claim in named)
    if not short:
        if len(named) > 1:
            reasons.append(Reason("matching.sum_of_invoices", {"count": len(named)}))
        else:
            reasons.append(Reason("matching.exact_amount", {"amount": receipt.amount}))
        return [_candidate(full, receipt, scoring.NUMBER_AND_AMOUNT, reasons)]
    if currency == tolerance.currency and abs(short) <= tolerance:
        reasons.append(Reason("matching.within_tolerance", {"difference": short}))
        difference = Difference(short, DifferenceKind.ROUNDING)
        return [
            Candidate(
                parts=full,
                difference=difference,
                confidence=scoring.NUMBER_AND_NEAR_AMOUNT,
                reasons=tuple(reasons),
            )
        ]
    if short.amount > 0:
        return [_less_than_owed(receipt, named, owed, reasons, payer_agrees=bool(payer_reason))]
    reasons.append(Reason("matching.more_than_owed", {"owed": owed, "excess": -short}))
    return [_candidate(full, receipt, scoring.NUMBERS_AND_MORE, reasons)]


def _less_than_owed(
    receipt: Receipt,
    named: Sequence[Claim],
    owed: Money,
    reasons: Sequence[Reason],
    *,
    payer_agrees: bool,
) -> Candidate:
    """A part payment of one document is clear; of several, a person says which."""
    if len(named) > 1:
        reason = Reason("matching.less_than_sum", {"owed": owed})
        oldest = sorted(named, key=lambda each: (each.due_on, each.number))
        parts = _in_turn(receipt.amount, oldest)
        return _candidate(parts, receipt, scoring.NUMBERS_AND_LESS, [*reasons, reason])
    reason = Reason("matching.part_payment", {"open": owed, "left": owed - receipt.amount})
    confidence = scoring.NUMBER_AND_PART
    if not payer_agrees and _could_be_chance(named[0].number):
        confidence = scoring.SHORT_NUMBER_AND_PART
    parts = ((named[0].id, receipt.amount),)
    return _candidate(parts, receipt, confidence, [*reasons, reason])


def _could_be_chance(number: str) -> bool:
    """Whether an amount, a date or a postcode in the label may look like this number."""
    key = number_key(number)
    return key.isdigit() and len(key) < _DIGITS_BEYOND_CHANCE


def _each_alone(receipt: Receipt, named: Sequence[Claim]) -> list[Candidate]:
    """Numbers of several customers: those whose amount fits are shown, none is posted."""
    return [
        _candidate(
            ((claim.id, claim.open),),
            receipt,
            scoring.AMBIGUOUS_NUMBER,
            [
                Reason("matching.number_in_label", {"number": claim.number}),
                Reason("matching.several_customers_named", {}),
            ],
        )
        for claim in named
        if claim.open == receipt.amount
    ]


def _by_payer(
    receipt: Receipt, book: OpenBook, payer: CustomerId, payer_reason: Reason | None
) -> list[Candidate]:
    """No number, but the payer is known: amounts of its own items."""
    reasons = [payer_reason] if payer_reason is not None else []
    by_account = payer_reason is not None and payer_reason.code == "matching.iban_known"
    confidence = scoring.PAYER_ACCOUNT_AND_AMOUNT if by_account else scoring.PAYER_NAME_AND_AMOUNT
    found = [
        _candidate(
            ((claim.id, claim.open),),
            receipt,
            confidence,
            [*reasons, Reason("matching.exact_amount", {"amount": receipt.amount})],
        )
        for claim in book.of_customer_and_amount(payer, receipt.amount, most=_MOST_CANDIDATES)
    ]
    currency = receipt.amount.currency
    count, everything = book.balance(payer, currency)
    if count > 1 and everything == receipt.amount:
        found.append(
            _candidate(
                tuple((claim.id, claim.open) for claim in book.of_customer(payer, currency)),
                receipt,
                scoring.PAYER_AND_BALANCE,
                [*reasons, Reason("matching.whole_balance", {"count": count})],
            )
        )
    if not found:
        parts = _in_turn(receipt.amount, book.of_customer(payer, currency))
        if parts:
            found.append(
                _candidate(
                    parts,
                    receipt,
                    scoring.PAYER_ONLY,
                    [*reasons, Reason("matching.oldest_first", {})],
                )
            )
    return found


def _by_amount_alone(receipt: Receipt, claims: Sequence[Claim]) -> list[Candidate]:
    """Neither number nor payer: a hint at best."""
    return [
        _candidate(
            ((claim.id, claim.open),),
            receipt,
            scoring.AMOUNT_ONLY,
            [Reason("matching.exact_amount", {"amount": receipt.amount})],
        )
        for claim in claims
    ]


def _in_turn(amount: Money, claims: Iterable[Claim]) -> tuple[tuple[OpenItemId, Money], ...]:
    """The amount laid on one claim after the other until it is used up; no credit notes."""
    parts = []
    left = amount
    for claim in claims:
        if not left:
            break
        if claim.open.amount > 0:
            part = min(left, claim.open)
            parts.append((claim.id, part))
            left -= part
    return tuple(parts)


def _candidate(
    parts: tuple[tuple[OpenItemId, Money], ...],
    receipt: Receipt,
    confidence: float,
    reasons: Sequence[Reason],
) -> Candidate:
    none = Difference(Money.zero(receipt.amount.currency), DifferenceKind.NONE)
    return Candidate(parts=parts, difference=none, confidence=confidence, reasons=tuple(reasons))


def _rank(candidates: list[Candidate]) -> tuple[Candidate, ...]:
    """Best first; equals at the top are marked as not alone, so no machine chooses."""
    ranked = sorted(candidates, key=lambda each: -each.confidence)[:_MOST_CANDIDATES]
    if len(ranked) > 1 and ranked[0].confidence == ranked[1].confidence:
        top = ranked[0].confidence
        ranked = [replace(each, alone=False) if each.confidence == top else each for each in ranked]
    return tuple(ranked)
