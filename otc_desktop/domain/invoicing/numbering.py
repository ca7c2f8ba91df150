"""Legal numbers: chronological and continuous (CGI ann. II art. 242 nonies A, I, 7°)."""

import re
from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.shared.errors import RuleError

_PLACEHOLDER = re.compile(r"\{(year|month|seq)(?::0(\d{1,2})d)?\}")
# BR-FR-01 and -02: at most 35 characters out of these.
_ALLOWED = re.compile(r"[A-Za-z0-9+\-_/]{1,35}")
# The length is judged by a number that a busy series reaches, not by its first.
_FAR_SEQUENCE = 9_999_999


# Credit notes have a series of their own: their prefix says at a glance what they are.
CREDIT_NOTE_PATTERN = "AV{year}-{seq:05d}"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A pattern such as `F{year}-{seq:05d}`; only year, month and seq can stand in it.

    Raises:
        RuleError: `invoicing.bad_number_format` when seq is missing, another placeholder
            stands in it, or the number would break the rules of the platforms.
    """

    pattern: str

    def __post_init__(self) -> None:
        sample = self.format(_FAR_SEQUENCE, date(2026, 12, 31))
        names = [found[1] for found in _PLACEHOLDER.finditer(self.pattern)]
        month_without_year = "month" in names and "year" not in names
        if names.count("seq") != 1 or month_without_year or not _ALLOWED.fullmatch(sample):
            raise RuleError(
                "invoicing.bad_number_format", where="number_format", pattern=self.pattern
            )

    def period(self, day: date) -> str:
        """The period in which `seq` counts: it begins anew when the number's prefix does."""
        names = {found[1] for found in _PLACEHOLDER.finditer(self.pattern)}
        if "month" in names:
            return f"{day:%Y-%m}"
        return f"{day:%Y}" if "year" in names else "all"

    def format(self, sequence: int, day: date) -> str:
        """The number of the given place in the sequence."""
        values = {"year": day.year, "month": day.month, "seq": sequence}

        def fill(found: re.Match[str]) -> str:
            default = "2" if found[1] == "month" else "1"
            return str(values[found[1]]).zfill(int(found[2] or default))

        return _PLACEHOLDER.sub(fill, self.pattern)


def refuse_going_back(day: date, last: date | None) -> None:
    """Dates of a series follow its numbers.

    Raises:
        RuleError: `invoicing.date_goes_back`.
    """
    if last is not None and day < last:
        raise RuleError("invoicing.date_goes_back", where="date", date=day, last=last)
