"""Claims with what is still open of them, indexed so that no receipt reads them all."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from otc_desktop.domain.matching.candidates import Claim
from otc_desktop.domain.matching.references import find_numbers, index_by_key
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money

# Oldest first; number and id make the order the same however the claims came in.
_Age = tuple[date, str, OpenItemId]


@dataclass(slots=True)
class _Account:
    """One customer's open claims in one currency: oldest first, by amount, and their sum."""

    open: list[_Age] = field(default_factory=list)
    by_amount: dict[int, list[_Age]] = field(default_factory=lambda: defaultdict(list))
    balance_minor: int = 0


class OpenBook:
    """What is open now: each settlement is seen by the receipts that come after it."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.by_id: dict[OpenItemId, Claim] = {}
        self._by_number: dict[str, list[OpenItemId]] = defaultdict(list)
        self._accounts: dict[tuple[CustomerId, Currency], _Account] = defaultdict(_Account)
        self._by_amount: dict[Money, list[_Age]] = defaultdict(list)
        for claim in sorted(claims, key=_age):
            self.by_id[claim.id] = claim
            self._by_number[claim.number].append(claim.id)
            self._put(claim)
        self._keys = index_by_key(self._by_number)

    def named_in(self, text: str) -> list[Claim]:
        """Claims whose number stands in the text, in its order, settled ones included."""
        return [
            self.by_id[item_id]
            for number in find_numbers(text, self._keys)
            for item_id in self._by_number[number]
        ]

    def of_customer(self, customer_id: CustomerId, currency: Currency) -> Iterator[Claim]:
        """A customer's open claims, oldest first."""
        account = self._accounts.get((customer_id, currency))
        return (self.by_id[item_id] for _, _, item_id in (account.open if account else ()))

    def balance(self, customer_id: CustomerId, currency: Currency) -> tuple[int, Money]:
        """How many claims of a customer are open, and their sum."""
        account = self._accounts.get((customer_id, currency))
        if account is None:
            return 0, Money.zero(currency)
        return len(account.open), Money.from_minor(account.balance_minor, currency)

    def of_customer_and_amount(
        self, customer_id: CustomerId, amount: Money, *, most: int
    ) -> list[Claim]:
        """A customer's oldest claims of exactly this amount."""
        account = self._accounts.get((customer_id, amount.currency))
        ages = account.by_amount.get(amount.minor, ()) if account else ()
        return [self.by_id[item_id] for _, _, item_id in islice(ages, most)]

    def of_amount(self, amount: Money, *, most: int) -> list[Claim]:
        """The oldest claims of exactly this amount, whoever owes it."""
        ages = self._by_amount.get(amount, ())
        return [self.by_id[item_id] for _, _, item_id in islice(ages, most)]

    def settle(self, item_id: OpenItemId, amount: Money) -> None:
        """Take an amount off a claim."""
        claim = self.by_id[item_id]
        self._drop(claim)
        after = replace(claim, open=claim.open - amount)
        self.by_id[item_id] = after
        self._put(after)

    def _put(self, claim: Claim) -> None:
        if not claim.open:
            return
        age = _age(claim)
        account = self._accounts[claim.customer_id, claim.open.currency]
        insort(account.open, age)
        insort(account.by_amount[claim.open.minor], age)
        account.balance_minor += claim.open.minor
        insort(self._by_amount[claim.open], age)

    def _drop(self, claim: Claim) -> None:
        age = _age(claim)
        account = self._accounts[claim.customer_id, claim.open.currency]
        for ages in (
            account.open,
            account.by_amount[claim.open.minor],
            self._by_amount[claim.open],
        ):
            del ages[bisect_left(ages, age)]
        account.balance_minor -= claim.open.minor


def _age(claim: Claim) -> _Age:
    return (claim.due_on, claim.number, claim.id)
