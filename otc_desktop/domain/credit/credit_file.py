"""What is agreed with a customer about credit, and what is known of its soundness."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from otc_desktop.domain.credit.grade import CreditGrade, GivenGrade, GradeSource
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditFile:
    """The credit side of a customer's file.

    `limit` None means that none was set; `insured` is what a credit insurer covers.
    `ceased_on` is the day the business ended according to `ceased_source` (such as a notice
    of the BODACC); a customer that ceased gets nothing on credit.
    """

    customer_id: CustomerId
    code: str
    name: str
    limit: Money | None = None
    insured: Money | None = None
    grade: GivenGrade = field(default_factory=GivenGrade)
    reviewed_on: date | None = None
    ceased_on: date | None = None
    ceased_source: str = ""
    parent_id: CustomerId | None = None
    is_blocked: bool = False
    is_archived: bool = False
    pays_at_order: bool = False
    version: int = 1

    def with_limit(self, limit: Money | None, insured: Money | None, *, reviewed_on: date) -> Self:
        """The limit set or confirmed: both count as a review.

        Raises:
            RuleError: `credit.negative_limit`, `credit.negative_insurance`.
        """
        if limit is not None and limit.amount < 0:
            raise RuleError("credit.negative_limit", where="limit", amount=limit)
        if insured is not None and insured.amount < 0:
            raise RuleError("credit.negative_insurance", where="insured", amount=insured)
        return replace(self, limit=limit, insured=insured, reviewed_on=reviewed_on)

    def graded(self, grade: CreditGrade, *, on: date, source: GradeSource) -> Self:
        """A grade given, by hand or by computation."""
        return replace(self, grade=self.grade.changed_to(grade, on=on, source=source))

    def ceased(self, on: date | None, source: str, *, today: date) -> Self:
        """The business has ended; None says that it was a mistake.

        Raises:
            RuleError: `credit.ceased_in_future`, `credit.missing_source`.
        """
        if on is not None and on > today:
            raise RuleError("credit.ceased_in_future", where="ceased_on", date=on)
        if not source.strip():
            raise RuleError("credit.missing_source", where="source")
        return replace(self, ceased_on=on, ceased_source=source.strip())

    @property
    def uninsured(self) -> Money | None:
        """The part of the limit that no insurer covers; None without limit or insurance."""
        if self.limit is None or self.insured is None:
            return None
        return max(self.limit - self.insured, Money.zero(self.limit.currency))
