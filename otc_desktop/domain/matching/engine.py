"""Proposals: which open items each receipt settles, how sure that is, and why."""

from collections import defaultdict
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
from otc_desktop.domain.matching.references import find_numbers, index_by_key
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind, Reason
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.text import fold

_MOST_CANDIDATES = 5


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
    book = _OpenBook(claims)
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


class _OpenBook:
    """Claims with what is still open, indexed for lookup."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.by_id = {claim.id: claim for claim in claims}
        self._by_number: dict[str, list[Claim]] = defaultdict(list)
        self._by_customer: dict[CustomerId, list[OpenItemId]] = defaultdict(list)
        self._by_amount: dict[tuple[str, int], set[OpenItemId]] = defaultdict(set)
        for claim in self.by_id.values():
            self._by_number[claim.number].append(claim)
            self._by_customer[claim.customer_id].append(claim.id)
            self._by_amount[_amount_key(claim.open)].add(claim.id)
        self._keys = index_by_key(self._by_number)

    def named_in(self, text: str) -> list[Claim]:
        return [
            current
            for number in find_numbers(text, self._keys)
            for claim in self._by_number[number]
            if (current := self.by_id[claim.id]).open
        ]

    def of_customer(self, customer_id: CustomerId) -> list[Claim]:
        claims = (self.by_id[item_id] for item_id in self._by_customer[customer_id])
        return [claim for claim in claims if claim.open]

    def of_amount(self, amount: Money) -> list[Claim]:
        ids = self._by_amount.get(_amount_key(amount), set())
        return sorted((self.by_id[item_id] for item_id in ids), key=lambda each: each.due_on)

    def settle(self, item_id: OpenItemId, amount: Money) -> None:
        claim = self.by_id[item_id]
        self._by_amount[_amount_key(claim.open)].discard(item_id)
        after = replace(claim, open=claim.open - amount)
        self.by_id[item_id] = after
        if after.open:
            self._by_amount[_amount_key(after.open)].add(item_id)


def _amount_key(amount: Money) -> tuple[str, int]:
    return (amount.currency.code, amount.minor)


def _explain(
    receipt: Receipt, book: _OpenBook, memory: Memory, tolerance: Money
) -> list[Candidate]:
    currency = receipt.amount.currency
    payer, payer_reason = payer_of(receipt, memory)
    named = [claim for claim in book.named_in(receipt.text) if claim.open.currency == currency]
    found = _by_number(receipt, named, payer_reason, tolerance)
    if payer is not None and not named:
        own = [claim for claim in book.of_customer(payer) if claim.open.currency == currency]
        found.extend(_by_payer(receipt, own, payer_reason))
    if not named and payer is None:
        found.extend(_by_amount_alone(receipt, book.of_amount(receipt.amount)))
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
    short = owed - receipt.amount
    full = tuple((claim.id, claim.open) for claim in named)
    if not short:
        if len(named) > 1:
            reasons.append(Reason("matching.sum_of_invoices", {"count": len(named)}))
        else:
            reasons.append(Reason("matching.exact_amount", {"amount": receipt.amount}))
        return [_candidate(full, receipt, scoring.NUMBER_AND_AMOUNT, reasons)]
    if abs(short) <= tolerance:
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
    if short.amount > 0 and len(named) == 1:
        reasons.append(
            Reason("matching.part_payment", {"open": owed, "left": owed - receipt.amount})
        )
        return [
            _candidate(((named[0].id, receipt.amount),), receipt, scoring.NUMBER_AND_PART, reasons)
        ]
    if short.amount > 0:
        reasons.append(Reason("matching.less_than_sum", {"owed": owed}))
        parts = _oldest_first(receipt.amount, named)
        return [_candidate(parts, receipt, scoring.NUMBERS_AND_LESS, reasons)]
    reasons.append(Reason("matching.more_than_owed", {"owed": owed, "excess": -short}))
    return [_candidate(full, receipt, scoring.NUMBERS_AND_MORE, reasons)]


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
    receipt: Receipt, own: Sequence[Claim], payer_reason: Reason | None
) -> list[Candidate]:
    """No number, but the payer is known: amounts of its own items."""
    reasons = [payer_reason] if payer_reason is not None else []
    by_account = payer_reason is not None and payer_reason.code == "matching.iban_known"
    exact = [claim for claim in own if claim.open == receipt.amount]
    confidence = scoring.PAYER_ACCOUNT_AND_AMOUNT if by_account else scoring.PAYER_NAME_AND_AMOUNT
    found = [
        _candidate(
            ((claim.id, claim.open),),
            receipt,
            confidence,
            [*reasons, Reason("matching.exact_amount", {"amount": receipt.amount})],
        )
        for claim in sorted(exact, key=lambda each: each.due_on)
    ]
    everything = total((claim.open for claim in own), receipt.amount.currency)
    if len(own) > 1 and everything == receipt.amount:
        found.append(
            _candidate(
                tuple((claim.id, claim.open) for claim in own),
                receipt,
                scoring.PAYER_AND_BALANCE,
                [*reasons, Reason("matching.whole_balance", {"count": len(own)})],
            )
        )
    if not found and own:
        positive = [claim for claim in own if claim.open.amount > 0]
        parts = _oldest_first(receipt.amount, positive)
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
        for claim in claims[:_MOST_CANDIDATES]
    ]


def _oldest_first(amount: Money, claims: Sequence[Claim]) -> tuple[tuple[OpenItemId, Money], ...]:
    parts = []
    left = amount
    for claim in sorted(claims, key=lambda each: (each.due_on, each.number)):
        if not left or claim.open.amount <= 0:
            continue
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
