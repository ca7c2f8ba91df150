"""What customers owe: as our books have it, and as they themselves believe."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.demo.customers import DemoCustomer
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money, total


@dataclass(slots=True, kw_only=True)
class Claim:
    """An issued invoice: `open` in our books, `owed` as the customer reckons.

    `pay_on` is when the customer means to pay; `disputed` holds that back.
    """

    number: str
    customer: DemoCustomer
    issued_on: date
    due_on: date
    amount: Money
    open: Money
    owed: Money
    lines: int
    pay_on: date
    in_parts: bool = False
    disputed: bool = False


class ClaimBook:
    """All claims, by number."""

    def __init__(self) -> None:
        self._claims: dict[str, Claim] = {}

    def add(self, claim: Claim) -> None:
        """Note an issued invoice."""
        self._claims[claim.number] = claim

    def settle(self, number: str, amount: Money) -> None:
        """Note what our books laid on an invoice; credit notes are no claims."""
        claim = self._claims.get(number)
        if claim is not None:
            claim.open -= amount

    def credit(self, claim: Claim, amount: Money) -> None:
        """Note a credit note: it settles what is open, and the customer owes less."""
        claim.open -= min(claim.open, amount)
        claim.owed -= min(claim.owed, amount)

    def ripe(self, after: date, until: date) -> list[Claim]:
        """What customers mean to pay in a span of days, in order of time."""
        found = [
            claim
            for claim in self._claims.values()
            if after < claim.pay_on <= until and claim.owed.amount > 0 and not claim.disputed
        ]
        return sorted(found, key=lambda claim: (claim.pay_on, claim.number))

    def unsettled(self) -> list[Claim]:
        """Claims open in our books, oldest first."""
        return [claim for claim in self._claims.values() if claim.open.amount > 0]

    def settled(self) -> list[Claim]:
        """Claims that were paid, oldest first."""
        return [claim for claim in self._claims.values() if not claim.open]

    def open_of(self, customer: DemoCustomer) -> Money:
        """What a customer owes us by our books."""
        mine = (each.open for each in self.unsettled() if each.customer.code == customer.code)
        return total(mine, EUR)
