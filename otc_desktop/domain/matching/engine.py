"""Proposals: which open items each receipt settles, how sure that is, and why."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from otc_desktop.domain.matching.candidates import (
    Candidate,
    Claim,
    MatchProposal,
    Memory,
    Receipt,
)
from otc_desktop.domain.matching.citations import (
    Citation,
    CitationKind,
    Label,
    cite,
    read_label,
)
from otc_desktop.domain.matching.drafting import Setting, no_difference
from otc_desktop.domain.matching.hypotheses import STRONG, ways
from otc_desktop.domain.matching.learning import FactKind
from otc_desktop.domain.matching.limits import MatchingLimits
from otc_desktop.domain.matching.open_book import OpenBook
from otc_desktop.domain.matching.payers import Payer, PayerBook, PayerTrust
from otc_desktop.domain.matching.scoring import AmountFit, Doubt, Draft, Evidence, doubted, rank
from otc_desktop.domain.matching.spans import names_together
from otc_desktop.domain.matching.told_amounts import gross_told
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind, Reason
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold

_MOST_HINTS = 12
_MOST_LIKELY_MISSPELT = 60
_MOST_CUSTOMERS = 40
_MOST_OF_A_BATCH = 3
# Money for what is not invoiced yet, or a part of it, however well other amounts fit.
_DEPOSIT = re.compile(
    r"\b(acompte|arrhes|avance|a valoir|deposit|down payment|prepayment"
    r"|(echeance|versement|mensualite) n? ?\d{1,2} ?(/|sur) ?\d{1,2})\b"
)
# Money that a customer may send for something else than our invoices.
_NO_SALE = re.compile(
    r"\b(remb|rembt|remboursements?|trop percu|caution|depot de garantie|subventions?|dividendes?"
    r"|indemnites?|sinistre|apport|pret|loyers?|salaires?|compte courant|annulation)\b"
)
# Receipts of many customers in one line: amount alone says nothing there.
_BATCH = re.compile(
    r"\b(remise|rem)\b.*\b(cb|carte|cartes|cheque|cheques|chq|chqs|prlv|prelevement|prelevements|lcr"
    r"|effets?)\b|\b(tpe|sumup|stripe|telecollecte)\b|\bversement especes\b"
)
_FOREIGN_ACCOUNT = re.compile(r"(?!FR|MC)[A-Z]{2}\d{2}")


def propose(
    receipts: Iterable[Receipt],
    claims: Iterable[Claim],
    memory: Memory,
    *,
    threshold: float,
    limits: MatchingLimits,
    watch: Callable[[int], None] = lambda done: None,
) -> list[MatchProposal]:
    """Explain receipts in order of date, each against what the sure ones before it left open.

    Work grows with receipts plus claims, not with their product: claims are found by
    number, by payer and by amount through indexes.
    """
    book = OpenBook(claims)
    payers = PayerBook(memory)
    desk = _Desk(book, payers, memory, limits)
    proposals = []
    for done, receipt in enumerate(sorted(receipts, key=lambda each: (each.booked_on, each.id))):
        proposal = MatchProposal(receipt.id, desk.explain(receipt))
        sure = proposal.automatic(threshold)
        if sure is not None:
            for item_id, amount in sure.parts:
                book.settle(item_id, amount, on=receipt.booked_on)
        proposals.append(proposal)
        watch(done + 1)
    return proposals


def payer_of(receipt: Receipt, memory: Memory) -> tuple[CustomerId | None, Reason | None]:
    """Who most likely paid, and why it is believed."""
    for payer in PayerBook(memory).payers_of(receipt):
        if payer.trust is not PayerTrust.SHARED:
            return payer.customer_id, payer.reason
    return None, None


class _Desk:
    """What stays the same from one receipt to the next."""

    def __init__(
        self, book: OpenBook, payers: PayerBook, memory: Memory, limits: MatchingLimits
    ) -> None:
        self._book = book
        self._payers = payers
        self._memory = memory
        self._limits = limits
        self._taken_apart: set[BankTransactionId] = {receipt for receipt, _ in memory.undone}
        self._charged = {
            fact.customer_id
            for fact in memory.learnt
            if fact.kind is FactKind.CHARGES and fact.is_habit
        }
        self._tails = {
            (fact.customer_id, fact.key)
            for fact in memory.learnt
            if fact.kind is FactKind.TAIL and fact.holds
        }

    def explain(self, receipt: Receipt) -> tuple[Candidate, ...]:
        """The ways to explain one receipt, best first."""
        if receipt.counterparty_account in self._memory.own_accounts:
            return ()  # money moved between the company's own accounts
        label = read_label(receipt.text)
        citations = cite(label, self._book.citations)
        payers = self._payers.payers_of(receipt)
        cited, settled = self._cited(receipt, citations, payers)
        known = {payer.customer_id: payer for payer in payers}
        trusted = any(
            each.trust in (PayerTrust.ACCOUNT, PayerTrust.NAME, PayerTrust.VERY_NEAR)
            for each in payers
        )
        customers = self._customers(receipt, cited, payers)
        drafts: list[Draft] = []
        explained = False
        # Who owns what is cited first: where it makes the amount, the others are asked less.
        for customer_id in sorted(customers, key=lambda each: each not in cited):
            payer = known.get(customer_id)
            drafts.extend(
                ways(
                    Setting(
                        receipt=receipt,
                        label=label,
                        book=self._book,
                        memory=self._memory,
                        payer=payer,
                        stranger=trusted and payer is None,
                        cited=self._as_learnt(cited.get(customer_id, ())),
                        charges_usual=customer_id in self._charged
                        or bool(_FOREIGN_ACCOUNT.match(receipt.counterparty_account)),
                        limits=self._limits,
                        explained=explained,
                        customer_id=customer_id,
                    )
                )
            )
            explained = explained or any(_is_strong(each) for each in drafts)
        hidden = 0
        if not explained:
            hints, hidden = self._by_amount_alone(receipt, label, known, trusted=trusted)
            drafts.extend(hints)
        drafts = _doubt_parts(drafts)
        return rank(self._without_undone(receipt, drafts, cited, settled), hidden_rivals=hidden)

    def _cited(
        self, receipt: Receipt, citations: Mapping[str, Citation], payers: Sequence[Payer]
    ) -> tuple[dict[CustomerId, list[tuple[Claim, Citation]]], Claim | None]:
        """Open claims cited, by customer; and one that is cited for sure but settled.

        The end of a number is sure enough where its customer paid just this lately.
        """
        theirs = {payer.customer_id for payer in payers}
        found: dict[CustomerId, list[tuple[Claim, Citation]]] = {}
        settled = None
        for key, citation in citations.items():
            for claim in self._book.of_key(key):
                if claim.open.currency != receipt.amount.currency:
                    continue
                if claim.minor:
                    found.setdefault(claim.customer_id, []).append((claim, citation))
                elif citation.kind in (CitationKind.WHOLE, CitationKind.LISTED) or (
                    citation.kind is not CitationKind.TYPO
                    and claim.customer_id in theirs
                    and self._book.settled_lately(claim.customer_id, receipt) is not None
                ):
                    settled = claim
        return found, settled

    def _customers(
        self,
        receipt: Receipt,
        cited: Mapping[CustomerId, Sequence[tuple[Claim, Citation]]],
        payers: Sequence[Payer],
    ) -> list[CustomerId]:
        """Payers, owners of what is cited for sure, and of ends of numbers whose amount fits."""
        found: dict[CustomerId, None] = {payer.customer_id: None for payer in payers}
        for customer_id, pairs in cited.items():
            sure = any(citation.kind in STRONG for _, citation in pairs)
            fits = any(claim.minor == receipt.minor for claim, _ in pairs)
            together = sum(claim.minor for claim, _ in pairs) == receipt.minor
            ranged = len(pairs) > 1 and names_together(receipt)
            if sure or fits or together or ranged:
                found[customer_id] = None
        return list(found)[:_MOST_CUSTOMERS]

    def _as_learnt(self, pairs: Sequence[tuple[Claim, Citation]]) -> list[tuple[Claim, Citation]]:
        """Ends of numbers count as numbers where the customer is known to write them so."""
        return [
            (
                claim,
                replace(citation, kind=CitationKind.CUED_TAIL)
                if citation.kind is CitationKind.TAIL
                and (claim.customer_id, str(citation.length)) in self._tails
                else citation,
            )
            for claim, citation in pairs
        ]

    def _by_amount_alone(
        self,
        receipt: Receipt,
        label: Label,
        known: Mapping[CustomerId, Payer],
        *,
        trusted: bool,
    ) -> tuple[list[Draft], int]:
        """Neither number nor payer: a hint at best, unless a number is only misspelt."""
        count = self._book.count_of_amount(receipt.amount)
        batch = bool(_BATCH.search(fold(receipt.text)))
        # One cheque or card payment may be a whole deposit: worth a look where so few fit.
        shut = trusted or (batch and count > _MOST_OF_A_BATCH)
        found = [] if known else list(self._net_of_fees(receipt))
        others = 0
        more = label.may_name_more()
        if shut and not more:
            return found, 0
        for claim in self._nearest(receipt, receipt.amount):
            if claim.customer_id in known:
                continue
            citation = label.near_even_whole(self._book.key_of(claim)) if more else None
            if citation is None and (shut or others >= _MOST_HINTS):
                continue
            others += citation is None
            found.append(_hint(receipt, claim, citation, count - 1, stranger=trusted))
        return found, 0 if batch or trusted else max(0, count - len(found) - 1)

    def _nearest(self, receipt: Receipt, amount: Money) -> list[Claim]:
        """Claims of an amount, those due about then first."""
        claims = self._book.of_amount(amount, most=_MOST_LIKELY_MISSPELT)
        booked = receipt.booked_on
        return sorted(claims, key=lambda each: abs((booked - each.due_on).days))

    def _net_of_fees(self, receipt: Receipt) -> Iterator[Draft]:
        """Claims paid by card or through a payment service, which kept the fee it tells."""
        for gross in gross_told(receipt.text, receipt.minor):
            owed = Money.from_minor(gross, receipt.amount.currency)
            for claim in self._nearest(receipt, owed)[:_MOST_OF_A_BATCH]:
                fee = owed - receipt.amount
                hint = _hint(receipt, claim, None, self._book.count_of_amount(owed) - 1)
                yield replace(
                    hint,
                    difference=Difference(fee, DifferenceKind.BANK_CHARGE),
                    evidence=doubted(
                        replace(hint.evidence, fit=AmountFit.CHARGES_TOLD), {Doubt.GUESSED}
                    ),
                    reasons=(
                        Reason("matching.gross_told", {"amount": owed, "charges": fee}),
                        *hint.reasons[1:],
                    ),
                )

    def _without_undone(
        self,
        receipt: Receipt,
        drafts: Iterable[Draft],
        cited: Mapping[CustomerId, Sequence[tuple[Claim, Citation]]],
        settled: Claim | None,
    ) -> list[Draft]:
        """What a person took apart is gone; what must not be automatic says so."""
        doubts: set[Doubt] = set()
        reasons: list[Reason] = []
        named = [pairs for pairs in cited.values() if any(_is_whole(each) for _, each in pairs)]
        if len(named) > 1:
            doubts.add(Doubt.SEVERAL_CUSTOMERS)
            reasons.append(Reason("matching.several_customers_named", {}))
        if settled is not None and not named:
            doubts.add(Doubt.SETTLED)
            reasons.append(Reason("matching.named_is_settled", {"number": settled.number}))
        if not cited and _DEPOSIT.search(fold(receipt.text)):
            doubts.add(Doubt.GUESSED)
            reasons.append(Reason("matching.deposit_word", {}))
        if not cited and _NO_SALE.search(fold(receipt.text)):
            doubts.add(Doubt.GUESSED)
            reasons.append(Reason("matching.other_money_word", {}))
        if receipt.id in self._taken_apart:
            doubts.add(Doubt.TAKEN_APART)
            reasons.append(Reason("matching.taken_apart", {}))
        return [
            replace(
                draft,
                evidence=doubted(draft.evidence, doubts),
                reasons=(*draft.reasons, *reasons),
            )
            if doubts
            else draft
            for draft in drafts
            if not any((receipt.id, item_id) in self._memory.undone for item_id, _ in draft.parts)
        ]


def _is_whole(citation: Citation) -> bool:
    return citation.kind in (CitationKind.WHOLE, CitationKind.LISTED)


def _doubt_parts(drafts: Sequence[Draft]) -> list[Draft]:
    """A part is no part where another claim has the whole amount and nearly that number."""
    misspelt = any(
        each.evidence.fit is AmountFit.EXACT and each.evidence.cited is CitationKind.TYPO
        for each in drafts
    )
    return [
        replace(each, evidence=doubted(each.evidence, {Doubt.GUESSED}))
        if misspelt and each.evidence.fit is AmountFit.PART
        else each
        for each in drafts
    ]


def _is_strong(draft: Draft) -> bool:
    """Whether a number and the whole amount agree, so that no hint is needed."""
    return (
        draft.evidence.cited in STRONG
        and draft.evidence.fit is AmountFit.EXACT
        and not draft.evidence.stranger
    )


def _hint(
    receipt: Receipt,
    claim: Claim,
    citation: Citation | None,
    rivals: int,
    *,
    stranger: bool = False,
) -> Draft:
    reasons = [Reason("matching.exact_amount", {"amount": receipt.amount})]
    if citation is not None:
        cut = citation.kind is CitationKind.CUT
        code = "matching.number_cut" if cut else "matching.number_misspelt"
        reasons.insert(0, Reason(code, {"number": claim.number}))
    early = claim.issued_on > receipt.booked_on
    if early:
        reasons.append(Reason("matching.before_invoice", {"number": claim.number}))
    return Draft(
        parts=((claim.id, claim.open),),
        difference=no_difference(receipt.amount.currency),
        evidence=Evidence(
            fit=AmountFit.EXACT,
            cited=None if citation is None else citation.kind,
            cited_length=0 if citation is None else citation.length,
            all_cited=citation is not None,
            stranger=stranger,
            rivals=rivals,
            days_off=abs((receipt.booked_on - claim.due_on).days),
            doubts=frozenset({Doubt.EARLY}) if early else frozenset(),
        ),
        reasons=tuple(reasons),
    )
