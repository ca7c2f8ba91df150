"""Claims with what is still open of them, indexed so that no receipt reads them all."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from otc_desktop.domain.matching.candidates import Claim, Receipt
from otc_desktop.domain.matching.citations import CitationIndex
from otc_desktop.domain.matching.references import number_key
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money

# Oldest first; number and id make the order the same however the claims came in, and no
# comparison comes as far as the claim itself.
_LATELY = 90  # days within which a payment may be repeated by mistake
_Age = tuple[date, str, OpenItemId, Claim]


@dataclass(slots=True)
class _Account:
    """One customer's open claims in one currency: oldest first and by amount."""

    open: list[_Age] = field(default_factory=list)
    notes: list[_Age] = field(default_factory=list)
    by_amount: dict[int, list[_Age]] = field(default_factory=lambda: defaultdict(list))
    amounts: list[int] = field(default_factory=list)


class OpenBook:
    """What is open now: each settlement is seen by the receipts that come after it."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.by_id: dict[OpenItemId, Claim] = {}
        self._by_key: dict[str, list[OpenItemId]] = defaultdict(list)
        self._key_of: dict[OpenItemId, str] = {}
        self._accounts: dict[tuple[int, str], _Account] = defaultdict(_Account)
        self._by_amount: dict[tuple[int, str], list[_Age]] = defaultdict(list)
        self._settled: dict[tuple[int, int, str], date] = {}
        for claim in sorted(claims, key=_age):
            self.by_id[claim.id] = claim
            key = number_key(claim.number)
            self._by_key[key].append(claim.id)
            self._key_of[claim.id] = key
            self._put(claim)
            if claim.settled_on is not None and claim.total is not None and not claim.minor:
                self._note_settled(claim.customer_id, claim.total, claim.settled_on)
        self.citations = CitationIndex(
            (claim.number, claim.purchase_order) for claim in self.by_id.values()
        )

    def of_key(self, key: str) -> list[Claim]:
        """Claims whose number has this key, settled ones included."""
        return [self.by_id[item_id] for item_id in self._by_key.get(key, ())]

    def key_of(self, claim: Claim) -> str:
        """The key of a claim's number."""
        return self._key_of[claim.id]

    def credit_notes(self, customer_id: CustomerId, currency: Currency) -> Iterator[Claim]:
        """A customer's open credit notes, oldest first."""
        account = self._accounts.get((customer_id.int, currency.code))
        return (age[-1] for age in (account.notes if account else ()))

    def count_of_amount(self, amount: Money) -> int:
        """How many claims have exactly this amount open, whoever owes it."""
        return len(self._by_amount.get((amount.minor, amount.currency.code), ()))

    def of_customer(self, customer_id: CustomerId, currency: Currency) -> Iterator[Claim]:
        """A customer's open claims, oldest first."""
        account = self._accounts.get((customer_id.int, currency.code))
        return (age[-1] for age in (account.open if account else ()))

    def issued_by(
        self, customer_id: CustomerId, currency: Currency, day: date, *, most: int
    ) -> list[Claim]:
        """Of a customer's oldest open claims, those that existed on that day."""
        account = self._accounts.get((customer_id.int, currency.code))
        ages = account.open[:most] if account else ()
        return [claim for *_, claim in ages if claim.issued_on <= day]

    def count_of_customer(self, customer_id: CustomerId, currency: Currency) -> int:
        """How many claims of a customer are open."""
        account = self._accounts.get((customer_id.int, currency.code))
        return len(account.open) if account else 0

    def of_customer_and_amount(
        self, customer_id: CustomerId, amount: Money, *, most: int
    ) -> list[Claim]:
        """A customer's oldest claims of exactly this amount."""
        account = self._accounts.get((customer_id.int, amount.currency.code))
        ages = account.by_amount.get(amount.minor, ()) if account else ()
        return [age[-1] for age in islice(ages, most)]

    def of_customer_between(
        self, customer_id: CustomerId, currency: Currency, low: int, high: int, *, most: int
    ) -> list[Claim]:
        """A customer's claims of so many cents at least and at most, the smallest first."""
        account = self._accounts.get((customer_id.int, currency.code))
        if account is None:
            return []
        first, last = bisect_left(account.amounts, low), bisect_right(account.amounts, high)
        ages = (age for minor in account.amounts[first:last] for age in account.by_amount[minor])
        return [age[-1] for age in islice(ages, most)]

    def of_amount(self, amount: Money, *, most: int) -> list[Claim]:
        """The oldest claims of exactly this amount, whoever owes it."""
        ages = self._by_amount.get((amount.minor, amount.currency.code), ())
        return [age[-1] for age in islice(ages, most)]

    def settled_lately(self, customer_id: CustomerId, receipt: Receipt) -> int | None:
        """Days since this customer settled a claim by such an amount; None if long ago."""
        settled = self._settled.get(_sum_of(customer_id, receipt.amount))
        days = None if settled is None else abs((receipt.booked_on - settled).days)
        return days if days is not None and days <= _LATELY else None

    def settle(self, item_id: OpenItemId, amount: Money, *, on: date) -> None:
        """Take an amount off a claim."""
        claim = self.by_id[item_id]
        self._drop(claim)
        after = replace(claim, open=claim.open - amount)
        self.by_id[item_id] = after
        self._put(after)
        if not after.minor:
            self._note_settled(claim.customer_id, amount, on)

    def _note_settled(self, customer_id: CustomerId, amount: Money, day: date) -> None:
        key = _sum_of(customer_id, amount)
        before = self._settled.get(key)
        if before is None or before < day:
            self._settled[key] = day

    def _put(self, claim: Claim) -> None:
        if not claim.minor:
            return
        age = _age(claim)
        account = self._accounts[claim.customer_id.int, claim.open.currency.code]
        insort(account.open, age)
        minor = claim.minor
        if not account.by_amount[minor]:
            insort(account.amounts, minor)
        insort(account.by_amount[minor], age)
        if minor < 0:
            insort(account.notes, age)
        insort(self._by_amount[minor, claim.open.currency.code], age)

    def _drop(self, claim: Claim) -> None:
        age = _age(claim)
        account = self._accounts[claim.customer_id.int, claim.open.currency.code]
        for ages in (
            account.open,
            account.by_amount[claim.minor],
            self._by_amount[claim.minor, claim.open.currency.code],
        ):
            del ages[bisect_left(ages, age)]
        if not account.by_amount[claim.minor]:
            del account.amounts[bisect_left(account.amounts, claim.minor)]
        if claim.minor < 0:
            del account.notes[bisect_left(account.notes, age)]


def _age(claim: Claim) -> _Age:
    return (claim.due_on, claim.number, claim.id, claim)


def _sum_of(customer_id: CustomerId, amount: Money) -> tuple[int, int, str]:
    return customer_id.int, amount.minor, amount.currency.code
