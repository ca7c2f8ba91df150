"""What may explain that less came than is owed: discount, credit note, charges, a part."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from otc_desktop.domain.matching.candidates import Claim, DiscountTerms
from otc_desktop.domain.matching.discount import discount_minor, in_time
from otc_desktop.domain.matching.drafting import Setting, draft, in_full
from otc_desktop.domain.matching.scoring import AmountFit, Doubt, Draft
from otc_desktop.domain.matching.subsets import combinations
from otc_desktop.domain.matching.told_amounts import FEE_SHARE, gross_told
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind, Reason
from otc_desktop.domain.shared.ids import OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold

_MOST_CREDIT_NOTES = 12
# What customers deduct for early payment, agreed or not, in hundredths of a percent.
_USUAL_DISCOUNTS = (50, 100, 150, 200, 250, 300)
_PERCENT = re.compile(r"(?<!\d)(\d{1,2}) ?(?:%|pct?\b|pour ?cent)")
_FRACTION = re.compile(r"(?<![\d/])(\d{1,2}) ?(?:/|sur) ?(\d{1,2})(?![\d/])")


def discounted(setting: Setting, claims: Sequence[Claim], short: Money) -> Iterator[Draft]:
    """Less by the discount agreed, in time or not; or by what looks like one."""
    terms = setting.memory.discount
    if terms is not None and is_discount(setting, claims, short, terms):
        timely = all(in_time(each, setting.receipt, terms) for each in claims)
        code = "matching.discount_in_time" if timely else "matching.discount_too_late"
        yield _less_discount(setting, claims, short, code, agreed=timely)
    elif any(
        is_discount(setting, claims, short, DiscountTerms(basis_points=each, days=0))
        for each in _USUAL_DISCOUNTS
    ):
        yield _less_discount(setting, claims, short, "matching.discount_not_agreed", agreed=False)


def is_discount(
    setting: Setting, claims: Sequence[Claim], short: Money, terms: DiscountTerms
) -> bool:
    """Whether just so much may be deducted of these claims for early payment."""
    allowed = sum(discount_minor(claim, terms) for claim in claims)
    return abs(allowed - short.minor) <= setting.limits.discount_minor


def _less_discount(
    setting: Setting, claims: Sequence[Claim], short: Money, code: str, *, agreed: bool
) -> Draft:
    return draft(
        setting,
        in_full(claims),
        AmountFit.DISCOUNT if agreed else AmountFit.LATE_DISCOUNT,
        [Reason(code, {"discount": short})],
        difference=Difference(short, DifferenceKind.DISCOUNT),
        doubts=[] if agreed else [Doubt.GUESSED],
    )


def netted(setting: Setting, claims: Sequence[Claim], short: Money) -> Iterator[Draft]:
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
        yield draft(
            setting,
            in_full([*claims, *chosen]),
            AmountFit.NETTED,
            [Reason("matching.credit_note_netted", {"number": numbers})],
            # Several that nobody named may make any gap by chance.
            doubts=[Doubt.GUESSED] if len(chosen) > 1 else [],
        )


def charged(
    setting: Setting, whole: tuple[tuple[OpenItemId, Money], ...], owed: Money, short: Money
) -> Iterator[Draft]:
    """Less by what somebody kept on the way: told, usual for this payer, or guessed."""
    parameters = {"charges": short}
    doubts = [Doubt.GUESSED]
    if setting.receipt.charges is not None and setting.receipt.charges == short:
        fit, code, doubts = AmountFit.CHARGES_TOLD, "matching.charges_told", []
    elif owed.minor in gross_told(setting.receipt.text, setting.receipt.minor):
        fit, code = AmountFit.CHARGES_TOLD, "matching.gross_told"
        parameters = {"amount": owed, "charges": short}
    elif setting.limits.may_be_charges(short, owed) and setting.charges_usual:
        fit, code, doubts = AmountFit.CHARGES_USUAL, "matching.charges_usual", []
    elif setting.limits.may_be_charges(short, owed):
        fit, code = AmountFit.CHARGES_GUESSED, "matching.charges_likely"
    elif short.minor * FEE_SHARE <= owed.minor:
        fit, code = AmountFit.CHARGES_BEYOND, "matching.charges_likely"
    else:
        return
    yield draft(
        setting,
        whole,
        fit,
        [Reason(code, parameters)],
        difference=Difference(short, DifferenceKind.BANK_CHARGE),
        doubts=doubts,
    )


def part_told(setting: Setting, owed: Money) -> bool:
    """Whether the label says how much of the document is paid: «30 %», «échéance 1/4»."""
    paid, text = setting.receipt.minor, fold(setting.receipt.text)
    for said in _PERCENT.finditer(text):
        if abs(owed.minor * int(said[1]) - paid * 100) <= 100:
            return True
    for said in _FRACTION.finditer(text):
        left = int(said[2]) - int(said[1]) + 1
        if left > 0 and abs(owed.minor - paid * left) <= left:
            return True
    return False
