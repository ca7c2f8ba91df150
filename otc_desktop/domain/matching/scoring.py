"""How sure each kind of evidence makes a match.

Probabilities are the one place where binary fractions are welcome: none reaches a document
or an entry.
"""

from collections.abc import Mapping
from dataclasses import replace

from otc_desktop.domain.matching.candidates import Candidate, Claim, Receipt
from otc_desktop.domain.receivables.allocation import Reason
from otc_desktop.domain.shared.ids import OpenItemId

DEFAULT_THRESHOLD = 0.95

NUMBER_AND_AMOUNT = 0.998
NUMBER_AND_NEAR_AMOUNT = 0.985
NUMBER_AND_PART = 0.97
PAYER_ACCOUNT_AND_AMOUNT = 0.96
PAYER_AND_BALANCE = 0.93
PAYER_NAME_AND_AMOUNT = 0.92
NUMBERS_AND_MORE = 0.85
NUMBERS_AND_LESS = 0.80
SHORT_NUMBER_AND_PART = 0.75
AMBIGUOUS_NUMBER = 0.70
PAYER_ONLY = 0.50
AMOUNT_ONLY = 0.40

# A payment that came before its invoice was even issued is rare, and often another one's.
_EARLY_FACTOR = 0.9
# A number that is settled already smells of a payment made twice.
_SETTLED_FACTOR = 0.9
_NEVER_AUTOMATIC = 0.9


def doubt_if_early(
    candidate: Candidate, receipt: Receipt, claims: Mapping[OpenItemId, Claim]
) -> Candidate:
    """Less sure, and never automatic, when money came before the invoice."""
    early = [
        claims[item_id]
        for item_id, _ in candidate.parts
        if claims[item_id].issued_on > receipt.booked_on
    ]
    if not early:
        return candidate
    reason = Reason("matching.before_invoice", {"number": early[0].number})
    return _doubted(candidate, _EARLY_FACTOR, reason)


def doubt_if_settled(candidate: Candidate, cited: Claim) -> Candidate:
    """Less sure, and never automatic, when the label names an invoice that is paid already."""
    reason = Reason("matching.named_is_settled", {"number": cited.number})
    return _doubted(candidate, _SETTLED_FACTOR, reason)


def _doubted(candidate: Candidate, factor: float, reason: Reason) -> Candidate:
    return replace(
        candidate,
        confidence=min(candidate.confidence * factor, _NEVER_AUTOMATIC),
        reasons=(*candidate.reasons, reason),
    )
