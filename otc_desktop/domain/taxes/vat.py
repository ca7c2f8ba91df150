"""VAT categories and rates (UNTDID 5305 codes allowed in France, BR-FR-15 and -16)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.scales import VAT_RATE_PLACES, on_scale


class VatCategory(StrEnum):
    """Why a line bears VAT or not."""

    STANDARD = "S"
    EXEMPT = "E"
    REVERSE_CHARGE = "AE"
    INTRA_COMMUNITY = "K"
    EXPORT = "G"
    OUT_OF_SCOPE = "O"
    ZERO_RATED = "Z"


# BR-FR-16; compared by value. Dated changes of the list belong to the resource table
# of a later release; every rate here was or is lawful in some part of France.
ALLOWED_RATES = frozenset(
    Decimal(text) for text in "0 0.9 1.05 1.75 2.1 5.5 7 8.5 9.2 9.6 10 13 19.6 20 20.6".split()
)


@dataclass(frozen=True, slots=True)
class VatTreatment:
    """The VAT category and rate (percent) of a line or adjustment; the key of a VAT group.

    `vatex` is the exemption reason code (BT-121), `reason` its words (BT-120).

    Raises:
        RuleError: `taxes.rate_not_allowed`, `taxes.rate_against_category`,
            `taxes.reason_on_taxed_line`.
    """

    category: VatCategory
    rate: Decimal
    vatex: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        on_scale(self.rate, VAT_RATE_PLACES, field="vat_rate")
        if self.rate not in ALLOWED_RATES:
            raise RuleError("taxes.rate_not_allowed", where="vat_rate", rate=str(self.rate))
        taxed = self.category is VatCategory.STANDARD
        if taxed != (self.rate > 0):
            raise RuleError(
                "taxes.rate_against_category",
                where="vat_rate",
                rate=str(self.rate),
                category=self.category.value,
            )
        if taxed and (self.vatex or self.reason):
            # BR-S-10; it would also split the group of one rate in two.
            raise RuleError("taxes.reason_on_taxed_line", where="vat_reason", rate=str(self.rate))
        # 20 and 20.00 are one rate: one form keeps them one group.
        object.__setattr__(self, "rate", self.rate.normalize() + Decimal(0))

    @property
    def sort_key(self) -> tuple[str, Decimal, str, str]:
        """A stable order of groups, whatever the order of lines."""
        return (self.category.value, -self.rate, self.vatex, self.reason)


def standard(rate: str | Decimal) -> VatTreatment:
    """A taxed line at the given percentage."""
    return VatTreatment(VatCategory.STANDARD, Decimal(rate))
