"""The ways in which one customer's open claims may explain a receipt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from otc_desktop.domain.matching.candidates import Claim, DiscountTerms, Memory, Receipt
from otc_desktop.domain.matching.citations import Citation, CitationKind, Label
from otc_desktop.domain.matching.discount import discount_on, in_time
from otc_desktop.domain.matching.open_book import OpenBook
from otc_desktop.domain.matching.payers import Payer
from otc_desktop.domain.matching.scoring import AmountFit, Doubt, Draft, Evidence
from otc_desktop.domain.matching.subsets import combinations
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind, Reason
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money, total

STRONG = (CitationKind.WHOLE, CitationKind.LISTED, CitationKind.ORDER, CitationKind.SHORT)
_MOST_OF_AN_AMOUNT = 6
_MOST_READ, _MOST_CLAIMS = 400, 100
_MOST_CREDIT_NOTES = 12
_CENTS_OF_DISCOUNT = 2
# Bank charges of a transfer: at most so much, and at most a twentieth of what was owed.
_MOST_CHARGES_MINOR = 3_500
_CHARGES_SHARE = 20
_LITTLE_SHARE = 20
_MOST_NEAR = 30
_WHOLE = 10_000
# What customers deduct for early payment, agreed or not, in hundredths of a percent.
_USUAL_DISCOUNTS = (50, 100, 150, 200, 250, 300)
_WEAKEST = {kind: place for place, kind in enumerate(CitationKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One receipt and one customer that may have paid it."""

    receipt: Receipt
    label: Label
    book: OpenBook
    memory: Memory
    payer: Payer | None
    stranger: bool
    cited: Sequence[tuple[Claim, Citation]]
    charges_usual: bool
    tolerance: Money


def ways(setting: Setting) -> Iterator[Draft]:
    """Every way worth weighing: the documents cited, then, for a known payer, its others."""
    strong = [claim for claim, citation in setting.cited if citation.kind in STRONG]
    everything = [claim for claim, _ in setting.cited]
    if strong:
        yield from _of_set(setting, strong)
    if everything and len(everything) > len(strong):
        yield from _of_set(setting, everything)
    if len(everything) > 1:
        for claim in everything:
            if claim.open == setting.receipt.amount:
                doubts = [Doubt.GUESSED] if len(strong) > 1 else []
                reason = Reason("matching.exact_amount", {"amount": claim.open})
                yield _draft(setting, _in_full([claim]), AmountFit.EXACT, [reason], doubts=doubts)
    if setting.payer is not None:
        yield from _of_payer(setting, setting.payer, strong)


def _of_set(setting: Setting, claims: Sequence[Claim]) -> Iterator[Draft]:
    """Claims that the label cites, against the amount."""
    amount = setting.receipt.amount
    owed = total((claim.open for claim in claims), amount.currency)
    if owed.amount <= 0:
        return  # credit notes alone: nothing that a receipt could settle
    short = owed - amount
    whole = _in_full(claims)
    if not short:
        reason = (
            Reason("matching.sum_of_invoices", {"count": len(claims)})
            if len(claims) > 1
            else Reason("matching.exact_amount", {"amount": amount})
        )
        yield _draft(setting, whole, AmountFit.EXACT, [reason])
        return
    if amount.currency == setting.tolerance.currency and abs(short) <= setting.tolerance:
        yield _draft(
            setting,
            whole,
            AmountFit.ROUNDING,
            [Reason("matching.within_tolerance", {"difference": short})],
            difference=Difference(short, DifferenceKind.ROUNDING),
        )
    elif short.amount > 0:
        yield from _less(setting, claims, owed, short)
    else:
        yield from _more(setting, claims, owed, -short)


def _less(setting: Setting, claims: Sequence[Claim], owed: Money, short: Money) -> Iterator[Draft]:
    whole = _in_full(claims)
    charged = list(_charged(setting, whole, owed, short))
    if setting.receipt.charges == short:
        yield from charged
        return
    explained = [*_discounted(setting, claims, short), *_netted(setting, claims, short)]
    yield from explained
    if any(not each.evidence.doubts for each in explained):
        return  # the gap is no accident: nobody needs to guess at charges or a part
    yield from charged
    if len(claims) == 1:
        reason = Reason("matching.part_payment", {"open": owed, "left": short})
        part = ((claims[0].id, setting.receipt.amount),)
        # So little is missing that it may be discount or charges: a person says which.
        little = short.minor * _LITTLE_SHARE <= owed.minor
        yield _draft(
            setting, part, AmountFit.PART, [reason], doubts=[Doubt.GUESSED] if little else []
        )
    else:
        oldest = sorted(claims, key=lambda each: (each.due_on, each.number))
        parts = _in_turn(setting.receipt.amount, oldest)
        reason = Reason("matching.less_than_sum", {"owed": owed})
        yield _draft(setting, parts, AmountFit.SHARED_OUT, [reason], doubts=[Doubt.GUESSED])


def _discounted(setting: Setting, claims: Sequence[Claim], short: Money) -> Iterator[Draft]:
    """Less by the discount agreed, in time or not; or by what looks like one."""
    terms = setting.memory.discount
    if terms is not None and _is_discount(claims, short, terms):
        timely = all(in_time(each, setting.receipt, terms) for each in claims)
        code = "matching.discount_in_time" if timely else "matching.discount_too_late"
        yield _less_discount(setting, claims, short, code, agreed=timely)
    elif any(
        _is_discount(claims, short, DiscountTerms(basis_points=each, days=0))
        for each in _USUAL_DISCOUNTS
    ):
        yield _less_discount(setting, claims, short, "matching.discount_not_agreed", agreed=False)


def _is_discount(claims: Sequence[Claim], short: Money, terms: DiscountTerms) -> bool:
    allowed = sum(discount_on(claim, terms).minor for claim in claims)
    return abs(allowed - short.minor) <= _CENTS_OF_DISCOUNT


def _less_discount(
    setting: Setting, claims: Sequence[Claim], short: Money, code: str, *, agreed: bool
) -> Draft:
    return _draft(
        setting,
        _in_full(claims),
        AmountFit.DISCOUNT if agreed else AmountFit.LATE_DISCOUNT,
        [Reason(code, {"discount": short})],
        difference=Difference(short, DifferenceKind.DISCOUNT),
        doubts=[] if agreed else [Doubt.GUESSED],
    )


def _netted(setting: Setting, claims: Sequence[Claim], short: Money) -> Iterator[Draft]:
    """Less by exactly one credit note, or several, of the same customer."""
    known = {claim.id for claim in claims}
    notes = [
        claim
        for claim in islice(
            setting.book.credit_notes(claims[0].customer_id, short.currency), _MOST_CREDIT_NOTES
        )
        if claim.id not in known
    ]
    sets = [[note] for note in notes if -note.open == short]
    if not sets:
        sets = [
            [notes[place] for place in found.places]
            for found in combinations([-note.open.minor for note in notes], short.minor)
        ]
    for chosen in sets[:3]:
        numbers = ", ".join(note.number for note in chosen)
        yield _draft(
            setting,
            _in_full([*claims, *chosen]),
            AmountFit.NETTED,
            [Reason("matching.credit_note_netted", {"number": numbers})],
        )


def _charged(
    setting: Setting, whole: tuple[tuple[OpenItemId, Money], ...], owed: Money, short: Money
) -> Iterator[Draft]:
    told = setting.receipt.charges is not None and setting.receipt.charges == short
    if not told and (
        short.minor > _MOST_CHARGES_MINOR or short.minor * _CHARGES_SHARE > owed.minor
    ):
        return
    if told:
        fit, code = AmountFit.CHARGES_TOLD, "matching.charges_told"
    elif setting.charges_usual:
        fit, code = AmountFit.CHARGES_USUAL, "matching.charges_usual"
    else:
        fit, code = AmountFit.CHARGES_GUESSED, "matching.charges_likely"
    yield _draft(
        setting,
        whole,
        fit,
        [Reason(code, {"charges": short})],
        difference=Difference(short, DifferenceKind.BANK_CHARGE),
        doubts=[Doubt.GUESSED] if fit is AmountFit.CHARGES_GUESSED else [],
    )


def _more(setting: Setting, claims: Sequence[Claim], owed: Money, rest: Money) -> Iterator[Draft]:
    """More than what is cited: other claims of the customer may make it up."""
    known = {claim.id for claim in claims}
    others = [
        claim for claim in _issued_by_then(setting, claims[0].customer_id) if claim.id not in known
    ]
    single = [claim for claim in others if claim.open == rest]
    for claim in single[:3]:
        yield _draft(
            setting,
            _in_full([*claims, claim]),
            AmountFit.COMPLETED,
            [Reason("matching.completed_by", {"number": claim.number})],
            doubts=[Doubt.NOT_THE_ONLY] if len(single) > 1 else [],
            all_cited=False,
        )
    if not single:
        for found in combinations([setting.book.minor_of[each.id] for each in others], rest.minor)[
            :2
        ]:
            chosen = [others[place] for place in found.places]
            numbers = ", ".join(each.number for each in chosen)
            yield _draft(
                setting,
                _in_full([*claims, *chosen]),
                AmountFit.COMPLETED,
                [Reason("matching.completed_by", {"number": numbers})],
                doubts=[Doubt.NOT_THE_ONLY] if found.others else [],
                tried=found.tried,
                room=found.room,
                all_cited=False,
            )
    reason = Reason("matching.more_than_owed", {"owed": owed, "excess": rest})
    yield _draft(setting, _in_full(claims), AmountFit.MORE, [reason], doubts=[Doubt.GUESSED])


def _of_payer(setting: Setting, payer: Payer, strong: Sequence[Claim]) -> Iterator[Draft]:
    """No number needed: amounts of a known payer's own claims."""
    receipt, book, customer = setting.receipt, setting.book, payer.customer_id
    exact = book.of_customer_and_amount(customer, receipt.amount, most=_MOST_OF_AN_AMOUNT)
    for claim in exact:
        reason = Reason("matching.exact_amount", {"amount": receipt.amount})
        yield _draft(setting, _in_full([claim]), AmountFit.EXACT, [reason])
    if strong and exact:
        return
    if not exact:
        yield from _near(setting, customer)
    claims = _issued_by_then(setting, customer)
    found = combinations(
        [book.minor_of[each.id] for each in claims], receipt.amount.minor, thorough=not exact
    )
    for each in found:
        chosen = [claims[place] for place in each.places]
        code = "matching.combination" if each.others else "matching.only_combination"
        parameters = {"count": len(chosen), "others": each.others}
        reasons = [Reason(code, parameters)]
        if len(chosen) == book.count_of_customer(customer, receipt.amount.currency):
            reasons = [Reason("matching.whole_balance", {"count": len(chosen)})]
        yield _draft(
            setting,
            _in_full(chosen),
            AmountFit.COMBINATION,
            reasons,
            tried=each.tried,
            room=each.room,
            doubts=[Doubt.NOT_THE_ONLY] if each.others or exact else [],
        )
    if not exact and not found and not strong:
        parts = _in_turn(receipt.amount, claims)
        if parts:
            yield _draft(
                setting,
                parts,
                AmountFit.OLDEST,
                [Reason("matching.oldest_first", {})],
                doubts=[Doubt.GUESSED],
            )


def _issued_by_then(setting: Setting, customer_id: CustomerId) -> list[Claim]:
    """A customer's claims that the receipt may pay, those due about then first to be kept."""
    receipt = setting.receipt
    usual = setting.memory.usual_delays.get(customer_id, 0)
    issued = [
        claim
        for claim in islice(
            setting.book.of_customer(customer_id, receipt.amount.currency), _MOST_READ
        )
        if claim.issued_on <= receipt.booked_on
    ]
    issued.sort(key=lambda each: (abs((receipt.booked_on - each.due_on).days - usual), each.number))
    return sorted(issued[:_MOST_CLAIMS], key=lambda each: (each.due_on, each.number))


def _near(setting: Setting, customer_id: CustomerId) -> Iterator[Draft]:
    """Single claims but for cents, the discount agreed, or bank charges."""
    amount, terms = setting.receipt.amount, setting.memory.discount
    charged = setting.charges_usual or setting.receipt.charges is not None
    euros = amount.currency == setting.tolerance.currency
    cents = setting.tolerance.minor if euros else 0
    most = _MOST_CHARGES_MINOR if charged else cents
    if terms is not None:
        most = max(most, amount.minor * terms.basis_points // (_WHOLE - terms.basis_points) + 2)
    for claim in setting.book.of_customer_between(
        customer_id, amount.currency, amount.minor - cents, amount.minor + most, most=_MOST_NEAR
    ):
        short = claim.open - amount
        if claim.open.amount <= 0 or not short:
            continue
        if euros and abs(short) <= setting.tolerance:
            yield _draft(
                setting,
                _in_full([claim]),
                AmountFit.ROUNDING,
                [Reason("matching.within_tolerance", {"difference": short})],
                difference=Difference(short, DifferenceKind.ROUNDING),
            )
        elif terms is not None and _is_discount([claim], short, terms):
            yield from _discounted(setting, [claim], short)
        elif charged:
            yield from _charged(setting, _in_full([claim]), claim.open, short)


def _draft(
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
        difference=difference
        or Difference(Money.zero(receipt.amount.currency), DifferenceKind.NONE),
        evidence=Evidence(
            fit=fit,
            cited=None if weakest is None else weakest.kind,
            cited_length=0 if weakest is None else weakest.length,
            all_cited=covered if all_cited is None else all_cited,
            payer=None if setting.payer is None else setting.payer.trust,
            stranger=setting.stranger,
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


def _in_full(claims: Iterable[Claim]) -> tuple[tuple[OpenItemId, Money], ...]:
    return tuple((claim.id, claim.open) for claim in claims)


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
