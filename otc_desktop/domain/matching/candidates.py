"""What matching reads and what it proposes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from otc_desktop.domain.matching.learning import LearntFact
from otc_desktop.domain.receivables.allocation import Difference, Reason
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Money that came in and is not explained yet.

    `charges` is what banks say they kept on the way; `minor` is the amount in cents.
    """

    id: BankTransactionId
    amount: Money
    booked_on: date
    text: str
    counterparty: str
    counterparty_account: str
    charges: Money | None = None
    minor: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "minor", self.amount.minor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An open item as matching sees it; a credit note's `open` is negative.

    `total` is what it was for in the beginning, `settled_on` the day when nothing was left.

    `minor` is `open` in cents: sums of amounts are sought many thousand times.
    """

    id: OpenItemId
    number: str
    customer_id: CustomerId
    open: Money
    issued_on: date
    due_on: date
    purchase_order: str = ""
    total: Money | None = None
    settled_on: date | None = None
    minor: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "minor", self.open.minor)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountTerms:
    """What may be deducted by whoever pays soon: hundredths of a percent, days from issue."""

    basis_points: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """The next instalment of a payment plan, and the documents it is laid on."""

    number: str
    amount: Money
    due_on: date
    parts: tuple[tuple[OpenItemId, Money], ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known about payers: their accounts and their names, folded, by customer.

    An account that several customers share stands in `learnt` or nowhere; a name that they share
    stands in `namesakes`. `undone`
    holds the receipts and items a person took apart: the machine never joins them again.
    `groups` names the group of a customer, `codes` a customer by its code or SIREN,
    `usual_delays` the days from due date to money. `own_accounts` are the company's, from
    which money is only moved.
    """

    customer_by_account: Mapping[str, CustomerId]
    customer_by_name: Mapping[str, CustomerId]
    undone: Collection[tuple[BankTransactionId, OpenItemId]] = frozenset()
    learnt: Collection[LearntFact] = ()
    groups: Mapping[CustomerId, str] = field(default_factory=dict)
    codes: Mapping[str, CustomerId] = field(default_factory=dict)
    usual_delays: Mapping[CustomerId, int] = field(default_factory=dict)
    own_accounts: Collection[str] = frozenset()
    discount: DiscountTerms | None = None
    instalments: Mapping[CustomerId, Collection[PlannedPart]] = field(default_factory=dict)
    namesakes: Mapping[str, Collection[CustomerId]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One way to explain a receipt.

    `alone` says that no other way is as good; only then may the machine post it.
    """

    parts: tuple[tuple[OpenItemId, Money], ...]
    difference: Difference
    confidence: float
    reasons: tuple[Reason, ...]
    alone: bool = True


@dataclass(frozen=True, slots=True)
class MatchProposal:
    """The ways to explain one receipt, best first; none when nothing fits."""

    receipt_id: BankTransactionId
    candidates: tuple[Candidate, ...]

    def automatic(self, threshold: float) -> Candidate | None:
        """The candidate that may be posted without a person, if there is one."""
        if not self.candidates:
            return None
        best = self.candidates[0]
        return best if best.alone and best.confidence >= threshold else None
