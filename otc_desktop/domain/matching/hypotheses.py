"""The ways in which one customer's open claims may explain a receipt."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from otc_desktop.domain.matching.candidates import Claim
from otc_desktop.domain.matching.citations import CitationKind
from otc_desktop.domain.matching.drafting import Setting, again, draft, in_full, in_turn
from otc_desktop.domain.matching.payers import Payer, PayerTrust
from otc_desktop.domain.matching.scoring import AmountFit, Doubt, Draft
from otc_desktop.domain.matching.shortfalls import (
    charged,
    discounted,
    is_discount,
    netted,
    part_told,
)
from otc_desktop.domain.matching.spans import named_together, names_together
from otc_desktop.domain.matching.subsets import combinations
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind, Reason
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money, total

STRONG = (CitationKind.WHOLE, CitationKind.LISTED, CitationKind.ORDER, CitationKind.SHORT)
_MOST_OF_AN_AMOUNT = 6
_MOST_READ, _MOST_CLAIMS = 400, 100
_LITTLE_SHARE = 20
_MOST_NEAR = 30
_WHOLE = 10_000
_MOST_SETS = 3
_MOST_NOTES = 40
# Days within which the same sum again may be a second payment.
_SECOND_PAYMENT = 12
# Instalments and deposits as they are agreed: shares of one document.
_USUAL_SHARES = tuple(
    Fraction(each) for each in "1/2 3/10 2/5 1/5 1/4 3/5 7/10 1/10 1/3 1/6".split()
)


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
            if claim.minor == setting.receipt.minor:
                doubts = [Doubt.GUESSED] if len(strong) > 1 else []
                reason = Reason("matching.exact_amount", {"amount": claim.open})
                yield draft(setting, in_full([claim]), AmountFit.EXACT, [reason], doubts=doubts)
    if setting.payer is not None or len(everything) > 1:
        yield from _named_together(setting)
    if setting.payer is not None:
        together = sum(claim.minor for claim in strong) == setting.receipt.minor
        explained = setting.explained or (bool(strong) and together)
        yield from _of_payer(setting, setting.payer, strong, explained=explained)


def _named_together(setting: Setting) -> Iterator[Draft]:
    """What the label names as a whole, of whoever pays or owns what is cited."""
    if not names_together(setting.receipt):
        return
    receipt = setting.receipt
    issued = setting.book.issued_by(
        setting.customer_id, receipt.amount.currency, receipt.booked_on, most=_MOST_READ
    )
    yield from named_together(setting, issued)


def _of_set(setting: Setting, claims: Sequence[Claim]) -> Iterator[Draft]:
    """Claims that the label cites, against the amount."""
    amount = setting.receipt.amount
    owed = total((claim.open for claim in claims), amount.currency)
    if owed.amount <= 0:
        return  # credit notes alone: nothing that a receipt could settle
    short = owed - amount
    whole = in_full(claims)
    if not short:
        reason = (
            Reason("matching.sum_of_invoices", {"count": len(claims)})
            if len(claims) > 1
            else Reason("matching.exact_amount", {"amount": amount})
        )
        yield draft(setting, whole, AmountFit.EXACT, [reason])
        return
    if setting.limits.is_rounding(short):
        yield draft(
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
    whole = in_full(claims)
    kept = list(charged(setting, whole, owed, short))
    if setting.receipt.charges == short:
        yield from kept
        return
    explained = [*discounted(setting, claims, short), *netted(setting, claims, short)]
    told = len(claims) == 1 and part_told(setting, owed)
    yield from (each for each in explained if not (told and each.evidence.doubts))
    if any(not each.evidence.doubts for each in explained) and not told:
        return  # the gap is no accident: nobody needs to guess at charges or a part
    yield from kept
    if len(claims) == 1:
        reason = Reason("matching.part_payment", {"open": owed, "left": short})
        part = ((claims[0].id, setting.receipt.amount),)
        # So little is missing that it may be discount or charges; or another claim has just
        # this amount, and its number was meant: a person says which.
        little = short.minor * _LITTLE_SHARE <= owed.minor
        whole_claims = [
            each
            for each in setting.book.of_customer_and_amount(
                claims[0].customer_id, setting.receipt.amount, most=_MOST_OF_AN_AMOUNT
            )
            if each.issued_on <= setting.receipt.booked_on
        ]
        doubtful = little or (bool(whole_claims) and not told)
        fit = AmountFit.PART_TOLD if told else AmountFit.PART
        yield draft(setting, part, fit, [reason], doubts=[Doubt.GUESSED] if doubtful else [])
    else:
        yield from _some_of(setting, claims)
        oldest = sorted(claims, key=lambda each: (each.due_on, each.number))
        parts = in_turn(setting.receipt.amount, oldest)
        reason = Reason("matching.less_than_sum", {"owed": owed})
        yield draft(setting, parts, AmountFit.SHARED_OUT, [reason], doubts=[Doubt.GUESSED])


def _some_of(setting: Setting, claims: Sequence[Claim]) -> Iterator[Draft]:
    """Some of what is cited makes the amount: the rest was paid, or is withheld."""
    minors = [claim.minor for claim in claims]
    amount = setting.receipt.amount
    sets = [[place] for place, minor in enumerate(minors) if minor == amount.minor]
    sets += [list(each.places) for each in combinations(minors, amount.minor)]
    for places in sets[:_MOST_SETS]:
        chosen = [claims[place] for place in places]
        reason = Reason("matching.sum_of_invoices", {"count": len(chosen)})
        yield draft(setting, in_full(chosen), AmountFit.COMPLETED, [reason], doubts=[Doubt.GUESSED])


def _with_twins(setting: Setting, chosen: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The same sum with a claim outside the set in the place of one inside, cent for cent."""
    inside = {claim.id for claim in chosen}
    for claim in chosen:
        for twin in setting.book.of_customer_and_amount(
            claim.customer_id, claim.open, most=len(inside) + _MOST_OF_AN_AMOUNT
        ):
            if twin.id not in inside and twin.issued_on <= setting.receipt.booked_on:
                yield [twin if each is claim else each for each in chosen]


def _more(setting: Setting, claims: Sequence[Claim], owed: Money, rest: Money) -> Iterator[Draft]:
    """More than what is cited: other claims of the customer may make it up."""
    known = {claim.id for claim in claims}
    others = [
        claim for claim in _issued_by_then(setting, claims[0].customer_id) if claim.id not in known
    ]
    single = [claim for claim in others if claim.minor == rest.minor]
    for claim in single[:3]:
        yield draft(
            setting,
            in_full([*claims, claim]),
            AmountFit.COMPLETED,
            [Reason("matching.completed_by", {"number": claim.number})],
            doubts=[Doubt.NOT_THE_ONLY] if len(single) > 1 else [],
            all_cited=False,
        )
    if not single:
        for found in combinations([each.minor for each in others], rest.minor)[:2]:
            chosen = [others[place] for place in found.places]
            numbers = ", ".join(each.number for each in chosen)
            twins = any(
                not known.intersection(each.id for each in other)
                for other in _with_twins(setting, chosen)
            )
            yield draft(
                setting,
                in_full([*claims, *chosen]),
                AmountFit.COMPLETED,
                [Reason("matching.completed_by", {"number": numbers})],
                doubts=[Doubt.NOT_THE_ONLY] if found.others or twins else [],
                tried=found.tried,
                room=found.room,
                all_cited=False,
            )
    reason = Reason("matching.more_than_owed", {"owed": owed, "excess": rest})
    yield draft(setting, in_full(claims), AmountFit.MORE, [reason], doubts=[Doubt.GUESSED])


def _of_payer(
    setting: Setting, payer: Payer, strong: Sequence[Claim], *, explained: bool
) -> Iterator[Draft]:
    """No number needed: amounts of a known payer's own claims."""
    receipt, book, customer = setting.receipt, setting.book, payer.customer_id
    yield from _planned(setting, customer)
    exact = book.of_customer_and_amount(customer, receipt.amount, most=_MOST_OF_AN_AMOUNT)
    paid_before = book.settled_lately(customer, receipt)
    for claim in exact:
        reason = Reason("matching.exact_amount", {"amount": receipt.amount})
        way = draft(setting, in_full([claim]), AmountFit.EXACT, [reason])
        soon = paid_before is not None and paid_before <= _SECOND_PAYMENT
        # The same sum again, so soon, and not when this one is due: perhaps paid twice.
        if soon and way.evidence.cited is None and way.evidence.days_off > _SECOND_PAYMENT:
            way = again(way, receipt.amount)
        yield way
    if explained or (strong and exact):
        return
    if not exact:
        yield from _near(setting, customer)
    claims = _issued_by_then(setting, customer)
    found = combinations(
        [each.minor for each in claims],
        receipt.minor,
        # Who pays for the group cites what it pays, or pays one document or all.
        thorough=not exact and payer.trust is not PayerTrust.GROUP,
    )
    for each in found:
        chosen = [claims[place] for place in each.places]
        code = "matching.combination" if each.others else "matching.only_combination"
        parameters = {"count": len(chosen), "others": each.others}
        reasons = [Reason(code, parameters)]
        if len(chosen) == book.count_of_customer(customer, receipt.amount.currency):
            reasons = [Reason("matching.whole_balance", {"count": len(chosen)})]
        if paid_before is not None:
            reasons.append(Reason("matching.paid_before", {"amount": receipt.amount}))
        twins = list(islice(_with_twins(setting, chosen), _MOST_SETS))
        if twins:
            reasons = [Reason("matching.combination_with_twin", {"count": len(chosen)})]
        for claims_of_sum in (chosen, *twins):
            yield draft(
                setting,
                in_full(claims_of_sum),
                AmountFit.COMBINATION,
                reasons,
                tried=each.tried,
                room=each.room,
                doubts=[
                    *([Doubt.NOT_THE_ONLY] if each.others or exact or twins else []),
                    *([Doubt.GUESSED] if paid_before is not None else []),
                ],
            )
    if not exact and not found and not strong:
        yield from _less_a_note(setting)
        yield from _instalments(setting)
        parts = in_turn(receipt.amount, claims)
        if parts:
            yield draft(
                setting,
                parts,
                AmountFit.OLDEST,
                [Reason("matching.oldest_first", {})],
                doubts=[Doubt.GUESSED],
            )


def _less_a_note(setting: Setting) -> Iterator[Draft]:
    """One document less one credit note, however old either is."""
    book, amount = setting.book, setting.receipt.amount
    notes = islice(book.credit_notes(setting.customer_id, amount.currency), _MOST_NOTES)
    for note in notes:
        owed = amount - note.open
        for claim in book.of_customer_and_amount(setting.customer_id, owed, most=_MOST_SETS):
            yield draft(
                setting,
                in_full([note, claim]),
                AmountFit.COMBINATION,
                [Reason("matching.credit_note_netted", {"number": note.number})],
                doubts=[Doubt.GUESSED],
            )


def _planned(setting: Setting, customer_id: CustomerId) -> Iterator[Draft]:
    """The next instalment of a payment plan that was agreed, to the cent."""
    for planned in setting.memory.instalments.get(customer_id, ()):
        if planned.amount == setting.receipt.amount:
            yield draft(
                setting,
                planned.parts,
                AmountFit.EXACT,
                [Reason("matching.planned_instalment", {"number": planned.number})],
            )


def _instalments(setting: Setting) -> Iterator[Draft]:
    """Half, a third, thirty percent of one document: agreed instalments and deposits."""
    book, receipt, paid = setting.book, setting.receipt, setting.receipt.minor
    fitting: dict[OpenItemId, Claim] = {}
    for share in _USUAL_SHARES:
        near = -(-(paid - 1) * share.denominator // share.numerator)
        far = (paid + 1) * share.denominator // share.numerator
        for claim in book.of_customer_between(
            setting.customer_id, receipt.amount.currency, max(near, paid + 1), far, most=_MOST_SETS
        ):
            if claim.issued_on <= receipt.booked_on:
                fitting[claim.id] = claim
    for claim in sorted(fitting.values(), key=lambda each: (each.due_on, each.number))[:_MOST_SETS]:
        left = claim.open - receipt.amount
        yield draft(
            setting,
            ((claim.id, receipt.amount),),
            AmountFit.SHARE,
            [Reason("matching.share_of_invoice", {"number": claim.number, "left": left})],
            doubts=[Doubt.GUESSED],
        )


def _issued_by_then(setting: Setting, customer_id: CustomerId) -> list[Claim]:
    """A customer's claims that the receipt may pay, those due about then first to be kept."""
    receipt = setting.receipt
    usual = setting.memory.usual_delays.get(customer_id, 0)
    issued = setting.book.issued_by(
        customer_id, receipt.amount.currency, receipt.booked_on, most=_MOST_READ
    )
    if len(issued) <= _MOST_CLAIMS:
        return issued  # as the book has them: those due first
    issued.sort(key=lambda each: (abs((receipt.booked_on - each.due_on).days - usual), each.number))
    return sorted(issued[:_MOST_CLAIMS], key=lambda each: (each.due_on, each.number))


def _near(setting: Setting, customer_id: CustomerId) -> Iterator[Draft]:
    """Single claims but for cents, the discount agreed, or bank charges."""
    amount, terms = setting.receipt.amount, setting.memory.discount
    expected = setting.charges_usual or setting.receipt.charges is not None
    own = amount.currency == setting.limits.currency
    cents = setting.limits.rounding_minor if own else 0
    most = setting.limits.charges_minor if expected else cents
    if terms is not None:
        most = max(most, amount.minor * terms.basis_points // (_WHOLE - terms.basis_points) + 2)
    for claim in setting.book.of_customer_between(
        customer_id, amount.currency, amount.minor - cents, amount.minor + most, most=_MOST_NEAR
    ):
        short = claim.open - amount
        if claim.minor <= 0 or not short:
            continue
        if setting.limits.is_rounding(short):
            yield draft(
                setting,
                in_full([claim]),
                AmountFit.ROUNDING,
                [Reason("matching.within_tolerance", {"difference": short})],
                difference=Difference(short, DifferenceKind.ROUNDING),
            )
        elif terms is not None and is_discount(setting, [claim], short, terms):
            yield from discounted(setting, [claim], short)
        elif expected:
            yield from charged(setting, in_full([claim]), claim.open, short)
