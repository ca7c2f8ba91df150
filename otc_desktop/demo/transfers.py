"""How customers pay: when, how much at once, and what they write on the transfer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from otc_desktop.demo.claims import Claim
from otc_desktop.demo.customers import DemoCustomer
from otc_desktop.demo.kinds import Habit
from otc_desktop.demo.seasons import working_day_from
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money, total

_LONG_FORGOTTEN = (35, 300)
_UNTIL_SECOND_PART = (24, 40)
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Money a customer sent: what it pays (`parts`), what arrived, and on which day.

    `reference` is the bank's own; what we can tell the receipt by once it is imported.
    """

    reference: str
    day: date
    customer: DemoCustomer
    parts: tuple[tuple[Claim, Money], ...]
    received: Money
    label: str

    @property
    def fee(self) -> Money:
        """What a bank on the way kept of it."""
        return total((amount for _, amount in self.parts), EUR) - self.received


def promised_day(rng: Random, habit: Habit, due_on: date) -> date:
    """When a customer of such habits pays an invoice due on a day."""
    late = rng.randint(*habit.delay)
    if rng.randrange(100) < habit.forgets:
        late += rng.randint(*_LONG_FORGOTTEN)
    return pay_day(habit, due_on + timedelta(days=late))


def pay_day(habit: Habit, ripe_on: date) -> date:
    """The working day, or the customer's next day of payments, from which money is sent."""
    day = ripe_on
    while habit.pay_days and day.day not in habit.pay_days:
        day += timedelta(days=1)
    return working_day_from(day)


class TransferDesk:
    """Turns ripe claims into transfers, as the customers' own accountants would."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._sent = 0

    def send(self, ripe: Sequence[Claim]) -> list[Transfer]:
        """Transfers for ripe claims, in order of day; customers with days of payments join."""
        transfers = []
        for day, together in _grouped(ripe):
            claim = together[0]
            parts = tuple((each, self._instalment(each)) for each in together)
            for each, amount in parts:
                each.owed -= amount
            sent = total((amount for _, amount in parts), EUR)
            fee = Money(claim.customer.kind.habit.fee, EUR)
            received = sent - fee if sent > fee + fee else sent
            transfers.append(self.transfer(claim.customer, day, parts, received=received))
        return transfers

    def transfer(
        self,
        customer: DemoCustomer,
        day: date,
        parts: tuple[tuple[Claim, Money], ...],
        *,
        received: Money,
        label: str = "",
    ) -> Transfer:
        """One transfer, labelled as such a customer does unless told otherwise."""
        self._sent += 1
        return Transfer(
            reference=f"VIR{day:%y%m%d}{self._sent:06d}",
            day=day,
            customer=customer,
            parts=parts,
            received=received,
            label=label or self._label(customer, [claim for claim, _ in parts]),
        )

    def _instalment(self, claim: Claim) -> Money:
        """What is paid of a claim now; the rest, if any, comes some weeks later."""
        if not claim.in_parts:
            return claim.owed
        claim.in_parts = False
        first = claim.owed.times(_HALF)
        later = claim.pay_on + timedelta(days=self._rng.randint(*_UNTIL_SECOND_PART))
        claim.pay_on = pay_day(claim.customer.kind.habit, later)
        return first

    def _label(self, customer: DemoCustomer, claims: Sequence[Claim]) -> str:
        rng = self._rng
        if rng.randrange(100) >= customer.kind.habit.names_invoices:
            return rng.choice(("VIREMENT", "REGLEMENT FACTURE", "VIR SEPA RECU", "PAIEMENT SOLDE"))
        spaced = rng.randrange(3) == 0
        numbers = [claim.number.replace("-", " ") if spaced else claim.number for claim in claims]
        joined = " ".join(numbers)
        if customer.kind.key == "town_hall":
            return f"MANDAT {rng.randint(100, 2999)} FACT {joined}"
        if customer.kind.country != "FR":
            return f"INVOICE {joined}"
        words = "FACTURES" if len(claims) > 1 else rng.choice(("FACT", "REGLT FACTURE", "VIR FAC"))
        return f"{words} {joined}"


def _grouped(ripe: Iterable[Claim]) -> list[tuple[date, list[Claim]]]:
    groups: dict[tuple[date, str], list[Claim]] = {}
    for place, claim in enumerate(ripe):
        by_itself = "" if claim.customer.kind.habit.pay_days else str(place)
        groups.setdefault((claim.pay_on, claim.customer.code + by_itself), []).append(claim)
    return [(day, claims) for (day, _), claims in sorted(groups.items(), key=lambda each: each[0])]
