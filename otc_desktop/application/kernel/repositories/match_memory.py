"""What is known and learnt of payers, as use cases load and save it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.matching.candidates import Claim
from otc_desktop.domain.matching.learning import FactKind, LearntFact
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerFile:
    """What a customer's file tells of it as a payer; `id` is that of its successor if merged.

    `group` is the same for the members of a group of companies; empty outside of one.
    """

    id: CustomerId
    code: str
    name: str
    iban: str
    siren: str
    group: str


class MatchMemory(Protocol):
    """Payers' files and learnt facts."""

    def payer_files(self) -> Sequence[PayerFile]:
        """Every customer's, in the order of codes."""

    def claims(self, *, settled_since: date) -> Sequence[Claim]:
        """Everything open, and what was settled since that day, those due first."""

    def items_named(
        self, texts: Collection[str], amounts: Collection[Money], *, settled_since: date
    ) -> Sequence[OpenItem]:
        """Claims whose number may stand in a text, and open ones of these amounts.

        `texts` are labels with nothing between letters and digits, in capitals.
        """

    def items_of(
        self, customers: Collection[CustomerId], *, settled_since: date
    ) -> Sequence[OpenItem]:
        """What customers owe, and what they settled since that day."""

    def facts(self, *, transaction_id: BankTransactionId | None = None) -> Sequence[LearntFact]:
        """All that is learnt, or what one movement taught last; removed facts are none."""

    def learn(
        self, kind: FactKind, key: str, customer_id: CustomerId, transaction_id: BankTransactionId
    ) -> LearntFact:
        """A new fact, or one more confirmation of it."""

    def contradict(self, kind: FactKind, key: str, customer_id: CustomerId) -> None:
        """A correction of a fact, if it is known."""

    def remove(self, fact_id: UUID) -> LearntFact:
        """Forget a fact. NotFoundError `matching.fact_not_found`."""
