"""Everything on the account that no customer explains: suppliers, salaries, taxes, fees."""

from collections import deque
from datetime import date
from decimal import Decimal
from random import Random

from otc_desktop.demo.camt import Movement
from otc_desktop.demo.seasons import working_day_until, working_days
from otc_desktop.domain.shared.calendar import end_of_month
from otc_desktop.domain.shared.rounding import round_half_up

_SUPPLIERS = (
    ("VERRERIE DU PILAT", "FACTURE VERRE SOUFFLE"),
    ("LAITONS ET CUIVRES DU FOREZ", "REGLT FOURNITURES"),
    ("COMPOSANTS LUMIA", "FACTURE ALIMENTATIONS LED"),
    ("TRANSPORTS GRANVELLE", "TRANSPORT ET MESSAGERIE"),
    ("CARTONNAGES BERTHIER", "EMBALLAGES"),
    ("THERMOLAQUAGE DE L AIN", "SOUS-TRAITANCE PEINTURE"),
)
_WEEKS_REMEMBERED = 4
_WEEKS_A_MONTH = Decimal("4.33")
# Shares of what customers pay in an ordinary week (or month): below one in all.
_SUPPLIERS_SHARE = Decimal("0.54")
_SALARIES, _SOCIAL, _VAT = Decimal("0.26"), Decimal("0.11"), Decimal("0.13")
_RENT, _BANK_FEE = Decimal("1850.00"), Decimal("42.60")
_LEAST_BALANCE = Decimal(5000)


class Outgoings:
    """Pays what a workshop pays, in proportion to what its customers paid lately."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._weeks: deque[Decimal] = deque(maxlen=_WEEKS_REMEMBERED)
        self._made = 0

    def of_week(
        self, after: date, closing_on: date, *, received: Decimal, balance: Decimal
    ) -> list[Movement]:
        """Debits of the days up to a closing; none that the account can't bear."""
        self._weeks.append(received)
        usual = sum(self._weeks, Decimal(0)) / len(self._weeks)
        wanted = []
        for day in working_days(after, closing_on):
            if day > after:
                wanted += self._monthly(day, usual * _WEEKS_A_MONTH)
        days = [day for day in working_days(after, closing_on) if day > after]
        for _ in range(self._rng.randint(1, 3) if days else 0):
            party, label = self._rng.choice(_SUPPLIERS)
            share = usual * _SUPPLIERS_SHARE * self._rng.randint(20, 60) / 100
            wanted.append(self._debit(self._rng.choice(days), share, label, party))
        return self._bearable(wanted, balance)

    def _monthly(self, day: date, month: Decimal) -> list[Movement]:
        found = []
        if day == working_day_until(day.replace(day=5)):
            found.append(self._debit(day, _RENT, "LOYER ATELIER", "SCI DES LILAS"))
        if day == working_day_until(day.replace(day=15)):
            found.append(self._debit(day, month * _SOCIAL, "PRLV COTISATIONS", "URSSAF"))
        if day == working_day_until(day.replace(day=20)):
            found.append(self._debit(day, month * _VAT, "PRLV TVA CA3", "DGFIP"))
        if day == working_day_until(end_of_month(day)):
            found.append(self._debit(day, month * _SALARIES, f"VIR SALAIRES {day:%m/%Y}", ""))
            found.append(self._debit(day, _BANK_FEE, "FRAIS DE TENUE DE COMPTE", ""))
        return found

    def _debit(self, day: date, amount: Decimal, label: str, party: str) -> Movement:
        self._made += 1
        return Movement(
            day=day,
            amount=-round_half_up(amount, 2),
            label=label,
            party=party,
            reference=f"DEB{day:%y%m%d}{self._made:06d}",
        )

    def _bearable(self, wanted: list[Movement], balance: Decimal) -> list[Movement]:
        paid = []
        for movement in wanted:
            if movement.amount and balance + movement.amount > _LEAST_BALANCE:
                balance += movement.amount
                paid.append(movement)
        return paid
