"""The framework code of a document: BT-23, rules BR-FR-08 and BR-FR-CO-08."""

from collections.abc import Iterable
from enum import StrEnum

from otc_desktop.domain.taxes.lines import LineNature


class FrameCase(StrEnum):
    """The digit of BT-23: under which circumstances the document is made.

    `ORDINARY` becomes a final invoice by itself where deposits are deducted.
    """

    ORDINARY = "1"
    PAID = "2"
    DIRECT_PAYMENT = "3"
    FINAL = "4"
    SUBCONTRACTOR = "5"
    CO_CONTRACTOR = "6"
    REPORTED = "7"
    MULTI_SELLER = "8"
    MULTI_SELLER_OTHER = "9"


# Construction: services only. Already e-reported: no mixed document.
_LETTERS = {
    FrameCase.DIRECT_PAYMENT: "S",
    FrameCase.SUBCONTRACTOR: "S",
    FrameCase.CO_CONTRACTOR: "S",
    FrameCase.REPORTED: "BS",
}
FRAMES = frozenset(
    letter + case.value for case in FrameCase for letter in _LETTERS.get(case, "BSM")
)


def frame_code(natures: Iterable[LineNature], case: FrameCase) -> str:
    """The code such as `B1`; one that is not in `FRAMES` can't be issued."""
    found = set(natures)
    if LineNature.SERVICES not in found:
        return "B" + case.value
    return ("M" if LineNature.GOODS in found else "S") + case.value
