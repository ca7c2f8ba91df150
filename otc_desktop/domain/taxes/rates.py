"""Rates of VAT by territory and date: data, for the law changes them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

from otc_desktop.domain.taxes.territory import Territory


class Band(StrEnum):
    """What a rate is for: the same good keeps its band from one territory to the next."""

    NORMAL = "normal"
    INTERMEDIATE = "intermediate"
    REDUCED = "reduced"
    PARTICULAR = "particular"


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRule:
    """A rate (percent) in force in a territory from one day on, to another day included."""

    territory: Territory
    band: Band
    rate: Decimal
    valid_from: date
    valid_until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the rate is in force on a day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


@dataclass(frozen=True, slots=True)
class VatRates:
    """The rates of every French territory (CGI art. 278 to 281 nonies, 294 to 297)."""

    rules: tuple[RateRule, ...]

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, Any]]) -> Self:
        """Rates out of rows of data: territory, band, rate as text, valid_from, valid_until."""
        return cls(
            tuple(
                RateRule(
                    territory=Territory(row["territory"]),
                    band=Band(row["band"]),
                    rate=Decimal(row["rate"]),
                    valid_from=row["valid_from"],
                    valid_until=row.get("valid_until"),
                )
                for row in rows
            )
        )

    def in_force(self, rate: Decimal, on: date, *, within: Territory | None = None) -> bool:
        """Whether a rate is in force on a day, in one territory or in any."""
        return any(
            rule.rate == rate and rule.holds(on) and within in (None, rule.territory)
            for rule in self.rules
        )

    def equivalent(
        self, rate: Decimal, on: date, *, of: Territory, within: Territory
    ) -> Decimal | None:
        """The rate that the same good bears in another territory; None where none is known.

        The DOM know no intermediate rate: what bears it on the mainland is reduced there
        (CGI art. 296).
        """
        bands = {rule.band for rule in self.rules if rule.territory is of and rule.rate == rate}
        if not bands or Band.PARTICULAR in bands:
            return None
        wanted = bands | ({Band.REDUCED} if Band.INTERMEDIATE in bands else set())
        found = [
            rule.rate
            for rule in self.rules
            if rule.territory is within and rule.band in wanted and rule.holds(on)
        ]
        return found[0] if found else None
