"""Unit codes as EN 16931 wants them (BT-130, BR-CL-23)."""

# The two-letter codes of UN/ECE Recommendation 20; any other of two letters is a package.
_MEASURES = frozenset(
    "AA AB AD AE AH AI AK AL AQ AS AY AZ BB BP CG DB DD DG DJ DN DT EA EB EQ FC FF FH FL FP FR FS"
    " GB GE GF GJ GL GM GO GP GQ GV HA HC HH HM IA IE IU IV JE JK JM KA KB KI KJ KL KO KR KT KW KX"
    " LA LD LF LH LK LM LN LO LP LR LS LY MC MD NA NF NL NT NU NX OA ON OT PD PI PO PQ PR PS QA QB"
    " QR RH RM RP RT SG SQ SR SW SX TI TP UB UC VA VP WA WB WE WG WM ZP ZZ".split()
)
_PACKAGE_LETTERS = 2


def einvoice_unit(unit: str) -> str:
    """A unit of sale in an e-invoice: kinds of packages (Rec 21) take an X before them."""
    is_package = len(unit) == _PACKAGE_LETTERS and unit.isalpha() and unit not in _MEASURES
    return f"X{unit}" if is_package else unit
