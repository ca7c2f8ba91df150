"""One way to explain a receipt, with the evidence for and against it gathered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from otc_desktop.domain.matching.candidates import Claim, Memory, Receipt
from otc_desktop.domain.matching.citations import Citation, CitationKind, Label
from otc_desktop.domain.matching.limits import MatchingLimits
from otc_desktop.domain.matching.open_book import OpenBook
from otc_desktop.domain.matching.payers import Payer
from otc_desktop.domain.matching.scoring import AmountFit, Doubt, Draft, Evidence, doubted
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind, Reason
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money

_WEAKEST = {kind: place for place, kind in enumerate(CitationKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One receipt and one customer that may have paid it.

    `explained` says that numbers and amount agree already: no sums need to be sought.
    """

    receipt: Receipt
    label: Label
    book: OpenBook
    memory: Memory
    payer: Payer | None
    stranger: bool
    cited: Sequence[tuple[Claim, Citation]]
    charges_usual: bool
    limits: MatchingLimits
    explained: bool = False
    customer_id: CustomerId


def draft(
    setting: Setting,
    parts: tuple[tuple[OpenItemId, Money], ...],
    fit: AmountFit,
    reasons: Iterable[Reason],
    *,
    difference: Difference | None = None,
    doubts: Iterable[Doubt] = (),
    tried: int = 0,
    room: int = 1,
    all_cited: bool | None = None,
) -> Draft:
    """One way, with all that speaks for and against it."""
    receipt, book = setting.receipt, setting.book
    ids = {item_id for item_id, _ in parts}
    claims = [book.by_id[item_id] for item_id, _ in parts]
    by_id = {claim.id: citation for claim, citation in setting.cited}
    if len(claims) == 1 and claims[0].id not in by_id and fit is AmountFit.EXACT:
        near = setting.label.near(book.key_of(claims[0]))
        if near is not None:
            by_id[claims[0].id] = near
    citations = [by_id[claim.id] for claim in claims if claim.id in by_id]
    weakest = max(citations, key=lambda each: _WEAKEST[each.kind], default=None)
    covered = len(citations) == len(claims) or fit is AmountFit.NETTED
    missed = [each for claim, each in setting.cited if claim.id not in ids]
    said = [_citation_reason(book, by_id[claim.id], claim) for claim in claims if claim.id in by_id]
    if setting.payer is not None:
        said.append(setting.payer.reason)
    days_off, early = _timing(setting, claims)
    found_doubts = set(doubts)
    late = [Reason("matching.before_invoice", {"number": early.number})] if early else []
    if early:
        found_doubts.add(Doubt.EARLY)
    return Draft(
        parts=parts,
        difference=difference or no_difference(receipt.amount.currency),
        evidence=Evidence(
            fit=fit,
            cited=None if weakest is None else weakest.kind,
            cited_length=0 if weakest is None else weakest.length,
            cited_count=len(citations),
            all_cited=covered if all_cited is None else all_cited,
            payer=None if setting.payer is None else setting.payer.trust,
            stranger=setting.stranger,
            unrecognised=setting.payer is None and bool(receipt.counterparty),
            missed=sum(each.kind in (CitationKind.WHOLE, CitationKind.LISTED) for each in missed),
            missed_tails=sum(each.kind is CitationKind.CUED_TAIL for each in missed),
            tried=tried,
            room=room,
            rivals=_rivals(setting, fit),
            days_off=days_off,
            doubts=frozenset(found_doubts),
        ),
        reasons=(*said, *reasons, *late),
    )


def again(way: Draft, amount: Money) -> Draft:
    """The same way, in doubt: this sum was paid by the same customer a short while ago."""
    return replace(
        way,
        evidence=doubted(way.evidence, {Doubt.GUESSED}),
        reasons=(*way.reasons, Reason("matching.paid_before", {"amount": amount})),
    )


@lru_cache(maxsize=32)
def no_difference(currency: Currency) -> Difference:
    """Everything received settles something."""
    return Difference(Money.zero(currency), DifferenceKind.NONE)


def _rivals(setting: Setting, fit: AmountFit) -> int:
    if fit is not AmountFit.EXACT:
        return 0
    return max(0, setting.book.count_of_amount(setting.receipt.amount) - 1)


def _citation_reason(book: OpenBook, citation: Citation, claim: Claim) -> Reason:
    code = {
        CitationKind.ORDER: "matching.order_in_label",
        CitationKind.CUED_TAIL: "matching.number_shortened",
        CitationKind.TAIL: "matching.number_shortened",
        CitationKind.LISTED: "matching.number_in_list",
        CitationKind.CUT: "matching.number_cut",
        CitationKind.TYPO: "matching.number_misspelt",
    }.get(citation.kind, "matching.number_in_label")
    return Reason(code, {"number": claim.number})


def _timing(setting: Setting, claims: Sequence[Claim]) -> tuple[int, Claim | None]:
    """Days from when this customer usually pays, and a claim paid before it was issued."""
    booked = setting.receipt.booked_on
    usual = setting.memory.usual_delays.get(claims[0].customer_id, 0)
    off = max(abs((booked - claim.due_on).days - usual) for claim in claims)
    early = next((claim for claim in claims if claim.issued_on > booked), None)
    return off, early


def in_full(claims: Iterable[Claim]) -> tuple[tuple[OpenItemId, Money], ...]:
    """Claims settled as far as they are open."""
    return tuple((claim.id, claim.open) for claim in claims)


def in_turn(amount: Money, claims: Iterable[Claim]) -> tuple[tuple[OpenItemId, Money], ...]:
    """The amount laid on one claim after the other until it is used up; no credit notes."""
    parts = []
    left = amount
    for claim in claims:
        if not left:
            break
        if claim.minor > 0:
            part = min(left, claim.open)
            parts.append((claim.id, part))
            left -= part
    return tuple(parts)
