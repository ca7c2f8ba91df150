"""How far a customer is trusted: a letter, where it came from, and since when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CreditGrade(StrEnum):
    """From A (pays on time) to E (not without money first); U is not known yet."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    UNKNOWN = "U"

    def is_worse_than(self, other: "CreditGrade") -> bool:
        """Whether trust fell; an unknown grade is neither better nor worse."""
        if CreditGrade.UNKNOWN in (self, other):
            return False
        return self.value > other.value


class GradeSource(StrEnum):
    """Who gave the grade."""

    NONE = ""
    MANUAL = "manual"
    COMPUTED = "computed"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenGrade:
    """A grade with its date and source, and the one it replaced."""

    grade: CreditGrade = CreditGrade.UNKNOWN
    given_on: date | None = None
    source: GradeSource = GradeSource.NONE
    before: CreditGrade = CreditGrade.UNKNOWN

    @property
    def fell(self) -> bool:
        """Whether it is worse than the one before."""
        return self.grade.is_worse_than(self.before)

    def changed_to(self, grade: CreditGrade, *, on: date, source: GradeSource) -> "GivenGrade":
        """A new grade; the same grade again is confirmed, and keeps what came before it."""
        before = self.before if grade is self.grade else self.grade
        return GivenGrade(grade=grade, given_on=on, source=source, before=before)
