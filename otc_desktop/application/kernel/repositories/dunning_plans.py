"""Dunning plans, pauses, own words and rates, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.dunning.late_interest import Balance, EcbRate
from otc_desktop.domain.dunning.plan import DunningPlan
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan in force with the revision that reminders name; `version` counts its edits."""

    plan: DunningPlan
    revision: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningPause:
    """A customer, or one item of theirs, left in peace up to and with a day, or without end."""

    id: UUID
    customer_id: CustomerId
    item_id: OpenItemId | None
    until_on: date | None
    reason: str
    made_on: date
    made_by: str
    version: int = 1


class DunningPlanRepository(Protocol):
    """What decides over reminders, beside the books."""

    def plans(self) -> Sequence[KeptPlan]:
        """Those in force, by code."""

    def at(self, code: str, revision: int) -> DunningPlan:
        """A plan as it stood; NotFoundError `dunning.unknown_plan`."""

    def save(self, plan: DunningPlan, *, version: int, new_ids: tuple[UUID, UUID]) -> KeptPlan:
        """Keep a new plan (version 0) or the next revision; ConflictError when edited meanwhile."""

    def archive(self, code: str, *, version: int) -> None:
        """Put a plan out of force; reminders that followed it keep it."""

    def followers(self) -> Mapping[str, int]:
        """How many customers chose each plan by name."""

    def grades(self, customer_ids: Collection[CustomerId]) -> Mapping[CustomerId, str]:
        """Credit grades of those customers."""

    def pauses(self, on: date) -> Sequence[DunningPause]:
        """Those that hold on a day."""

    def add_pause(self, pause: DunningPause) -> None:
        """Leave a customer or an item in peace."""

    def change_pause(self, pause_id: UUID, *, until: date | None, reason: str) -> CustomerId:
        """Move a pause's end, whose customer it is; NotFoundError `dunning.pause_not_found`."""

    def end_pause(self, pause_id: UUID) -> CustomerId:
        """Remind again; NotFoundError `dunning.pause_not_found`."""

    def wording(self, key: str) -> tuple[str, str] | None:
        """Subject and body written by hand for a message to come."""

    def put_wording(self, key: str, subject: str, body: str, new_id: UUID) -> None:
        """Keep words for a message to come; they replace earlier ones."""

    def credited_soon(self) -> Collection[OpenItemId]:
        """Items with a credit note that is drafted and not issued yet."""

    def rates(self) -> Sequence[EcbRate]:
        """The ECB's rates by half-year, oldest first."""

    def put_rate(self, rate: EcbRate, new_id: UUID) -> None:
        """A new rate, or another one for its half-year."""

    def balances(self, item_ids: Collection[OpenItemId]) -> Mapping[OpenItemId, Sequence[Balance]]:
        """What each item was owed from which day on, from its dated movements."""
