"""What a person's confirmations teach about payers, and when it is believed."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.receivables.allocation import Reason
from otc_desktop.domain.shared.ids import CustomerId

_HABIT = 2


class FactKind(StrEnum):
    """What a fact tells of a customer."""

    ACCOUNT = "account"  # pays from this account
    NAME = "name"  # is called so by the banks
    TAIL = "tail"  # writes only so many last digits of a number
    CHARGES = "charges"  # its transfers arrive less bank charges


@dataclass(frozen=True, slots=True, kw_only=True)
class LearntFact:
    """One thing learnt of a customer, with how often it held and how often it was undone."""

    id: UUID
    kind: FactKind
    key: str
    customer_id: CustomerId
    confirmed: int = 1
    contradicted: int = 0
    version: int = 0

    @property
    def holds(self) -> bool:
        """Whether it is believed: a correction outweighs a confirmation."""
        return self.confirmed > self.contradicted

    @property
    def is_habit(self) -> bool:
        """Whether it was seen often enough to expect it."""
        return self.confirmed - self.contradicted >= _HABIT


def fact_in_words(fact: LearntFact) -> Reason:
    """The fact as a code with its key, for the messages to say."""
    parameters = {"key": fact.key}
    return {
        FactKind.ACCOUNT: Reason("matching.learnt_account", parameters),
        FactKind.NAME: Reason("matching.learnt_name", parameters),
        FactKind.TAIL: Reason("matching.learnt_tail", parameters),
        FactKind.CHARGES: Reason("matching.learnt_charges", parameters),
    }[fact.kind]
