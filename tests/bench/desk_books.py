"""A French company's receipts as banks show them, with the truth kept beside them.

Seeded. Every line says which invoices it pays, whether a careful human with the same data
would be sure (`decidable`), and what kind of story it is. Nothing here reads the engine.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import ClassVar

FIRST_DAY = date(2026, 1, 5)
_WORDS = (
    "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre"
    " Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard Andre Mercier Dupont Lambert"
    " Bonnet Francois Martinez Legrand Garnier Faure Rousseau Blanc Guerin Muller Henry Roussel"
    " Nicolas Perrin Morin Mathieu Clement Gauthier Dumont Lopez Fontaine Chevalier Robin Masson"
).split()
_TRADES = (
    "Menuiserie Boulangerie Garage Imprimerie Maçonnerie Plomberie Électricité Transports Pharmacie"
    " Optique Cycles Fleurs Ateliers Serrurerie Charpente Peinture Toitures Paysages Traiteur"
    " Librairie Papeterie Carrelage Vitrerie Métallerie Cuisines"
).split()
_TOWNS = "Lyon Brest Nantes Lille Dijon Tours Rouen Nancy Reims Metz Caen Nice Pau Albi".split()
_FORMS = ("SARL", "SAS", "EURL", "SA", "SASU", "& Fils")
_FOREIGN = ("DE", "BE", "ES", "IT")


@dataclass
class Customer:
    code: str
    name: str
    iban: str
    iban_in_file: bool
    paid_as: str
    group: str = ""
    delay: int = 0
    # What was paid on a day that hangs on the whole account: nothing may come before it.
    not_before: date = FIRST_DAY
    # What is open hangs on a line that only a person can settle.
    murky: bool = False


@dataclass
class Bill:
    number: str
    customer: Customer
    issued: date
    due: date
    minor: int
    open: int = field(default=0)
    order: str = ""
    touched: date = FIRST_DAY


@dataclass
class Line:
    reference: str
    day: date
    minor: int
    label: str
    party: str = ""
    account: str = ""
    story: str = ""
    truth: tuple[tuple[str, int], ...] = ()
    difference: str = "none"
    decidable: bool = False
    answerable: bool = False


class Desk:
    """The generator: bills, then one story after the other until enough lines exist."""

    stories: ClassVar[dict[str, int]] = {
        "whole": 34, "typo": 4, "tail": 7, "no_reference": 13, "several": 8, "sum": 5,
        "list": 3, "part": 4, "over": 2, "discount": 3, "charges": 2, "netted": 2, "twin": 3,
        "cents": 2, "other_pays": 2, "early": 1, "cheques": 2, "debits": 1, "cards": 2,
        "factor": 1, "internal": 1, "supplier": 6, "reject": 1,
    }  # fmt: skip

    def __init__(self, seed: int, *, lines: int, bills: int, style: str = "F2026-{:05d}") -> None:
        self.lucky = random.Random(seed)  # noqa: S311 - sample data
        self.style = style
        self.customers = [self._customer(place) for place in range(max(20, bills // 40))]
        self.prices = [self.lucky.randrange(40, 900) * 120 for _ in range(30)]
        self.bills = self._bills(bills)
        self.lines: list[Line] = []
        by_customer: dict[str, list[Bill]] = defaultdict(list)
        for bill in self.bills:
            by_customer[bill.customer.code].append(bill)
        self.of = by_customer
        while len(self.lines) < lines:
            self._story()
        self.lucky.shuffle(self.lines)
        self.lines.sort(key=lambda line: line.day)

    # ---- master data -----------------------------------------------------------------

    def _customer(self, place: int) -> Customer:
        lucky = self.lucky
        trade, family = lucky.choice(_TRADES), lucky.choice(_WORDS)
        town = lucky.choice(_TOWNS)
        kind = lucky.random()
        name = (
            f"{trade} {family} {lucky.choice(_FORMS)}"
            if kind < 0.6
            else f"{family} {trade} {town}"
            if kind < 0.85
            else f"{lucky.choice(_FORMS[:4])} {family} {lucky.choice(_WORDS)} {town}"
        )
        country = lucky.choice(_FOREIGN) if lucky.random() < 0.05 else "FR"
        paid_as = _as_banks_write(name, lucky)
        if lucky.random() < 0.08:
            paid_as = f"{lucky.choice(_WORDS)} {lucky.choice('ABCDEFG')}GC".upper()
        return Customer(
            code=f"C{place:05d}",
            name=name,
            iban=iban(country, lucky),
            iban_in_file=lucky.random() < 0.55,
            paid_as=paid_as,
            group=f"G{place % 9}" if lucky.random() < 0.05 else "",
            delay=lucky.choice((-3, 0, 0, 2, 5, 12, 25)),
        )

    def _bills(self, count: int) -> list[Bill]:
        lucky = self.lucky
        found = []
        for place in range(count):
            customer = lucky.choice(self.customers)
            issued = FIRST_DAY + timedelta(days=place * 250 // count)
            priced = int(customer.code[1:]) % 2
            minor = lucky.choice(self.prices) if priced else lucky.randrange(2_000, 900_000)
            number = self.style.format(place + 1)
            found.append(Bill(number, customer, issued, issued + timedelta(days=30), minor, minor))
        for place in range(count // 40):
            origin = lucky.choice(found[:count])
            minor = -max(500, origin.minor * lucky.randrange(5, 40) // 100)
            number = f"A{self.style.format(place + 1)}"
            day = origin.issued + timedelta(days=10)
            found.append(Bill(number, origin.customer, day, day, minor, minor))
        return found

    # ---- stories -----------------------------------------------------------------------

    def _story(self) -> None:
        (story,) = self.lucky.choices(list(self.stories), list(self.stories.values()))
        getattr(self, f"_{story}")()

    def _pick(self) -> Bill | None:
        for _ in range(50):
            bill = self.lucky.choice(self.bills)
            if bill.open > 0 and bill.open == bill.minor:
                return bill
        return None

    def _open(self, customer: Customer) -> list[Bill]:
        return [each for each in self.of[customer.code] if each.open]

    def _pay(
        self,
        story: str,
        parts: list[tuple[Bill, int]],
        *,
        minor: int | None = None,
        text: str = "",
        payer: Customer | None = None,
        difference: str = "none",
        decidable: bool,
        day: date | None = None,
        shown: str | None = None,
        hide_account: bool = False,
        answerable: bool | None = None,
    ) -> None:
        first = parts[0][0]
        payer = payer or first.customer
        last_due = max(bill.due for bill, _ in parts)
        last_issued = max(bill.issued for bill, _ in parts)
        on = day or max(
            last_issued + timedelta(days=1),
            last_due + timedelta(days=payer.delay + self.lucky.randrange(-2, 4)),
        )
        on = max(on, first.customer.not_before)
        on = max(on, *(bill.touched + timedelta(days=1) for bill, _ in parts))
        for bill, amount in parts:
            bill.open -= amount
            bill.touched = on
        account = "" if hide_account or self.lucky.random() < 0.25 else payer.iban
        if answerable is None:
            keys = [number.replace("-", "") for number in (bill.number for bill, _ in parts)]
            bare = "".join(each for each in text if each.isalnum())
            answerable = decidable or all(key in bare for key in keys)
        self.lines.append(
            Line(
                reference=f"R{len(self.lines):06d}",
                day=on,
                minor=sum(amount for _, amount in parts) if minor is None else minor,
                label=text,
                party=payer.paid_as if shown is None else shown,
                account=account,
                story=story,
                truth=tuple((bill.number, amount) for bill, amount in parts),
                difference=difference,
                decidable=decidable,
                answerable=answerable,
            )
        )

    def _is_known(self, customer: Customer, *, account_shown: bool) -> bool:
        """Whether a human finds the payer: its account in the file, or its name as written."""
        if customer.iban_in_file and account_shown:
            return True
        plain = _as_banks_write(customer.name, None)
        same = [each for each in self.customers if _as_banks_write(each.name, None) == plain]
        return len(same) == 1 and plain.startswith(customer.paid_as[:24])

    def _only_amount(self, bill: Bill, minor: int | None = None) -> bool:
        """Whether no other set of up to three open bills makes the same amount."""
        wanted = bill.open if minor is None else minor
        others = self._open(bill.customer)
        if len(others) > 40:
            return False
        hits = 0
        for size in (1, 2, 3):
            for chosen in combinations(others, size):
                hits += sum(each.open for each in chosen) == wanted
        return hits == 1

    def _words(self, number: str) -> str:
        return self.lucky.choice(
            (
                f"FACTURE {number}", f"VIR SEPA {number}", number, f"REGLT FACT {number}",
                f"PAIEMENT {number.replace('-', ' ')}",
                f"VOTRE FACTURE N {number.replace('-', '')}",
                f"{number} MERCI", f"REF {number} DU {self.lucky.randrange(1, 28):02d}/03/2026",
            )
        )  # fmt: skip

    def _whole(self) -> None:
        if bill := self._pick():
            self._pay("whole", [(bill, bill.open)], text=self._words(bill.number), decidable=True)

    def _typo(self) -> None:
        if bill := self._pick():
            place = self.lucky.randrange(len(bill.number) - 5, len(bill.number))
            letters = list(bill.number)
            kind = self.lucky.random()
            if kind < 0.4 and place + 1 < len(letters):
                letters[place], letters[place + 1] = letters[place + 1], letters[place]
            elif kind < 0.8:
                letters[place] = self.lucky.choice("0123456789")
            else:
                del letters[place]
            known = self._is_known(bill.customer, account_shown=False)
            decidable = known and self._only_amount(bill)
            self._pay(
                "typo",
                [(bill, bill.open)],
                text=f"FACT {''.join(letters)}",
                decidable=decidable,
            )

    def _tail(self) -> None:
        if bill := self._pick():
            digits = bill.number.split("-")[-1][-5:]
            text = self.lucky.choice(
                (f"FACT {digits}", f"FACTURE {digits.lstrip('0')}", f"VIR {digits}", f"N {digits}")
            )
            known = self._is_known(bill.customer, account_shown=False)
            self._pay("tail", [(bill, bill.open)], text=text, decidable=known)

    def _no_reference(self) -> None:
        if bill := self._pick():
            text = self.lucky.choice(("VIREMENT", "REGLEMENT FACTURE", "VIR SEPA RECU", ""))
            hidden = self.lucky.random() < 0.3
            known = self._is_known(bill.customer, account_shown=False)
            decidable = known and self._only_amount(bill)
            self._pay(
                "no_reference",
                [(bill, bill.open)],
                text=text,
                decidable=decidable,
                hide_account=hidden,
            )

    def _several_bills(self, most: int = 5) -> list[Bill]:
        bill = self._pick()
        if bill is None:
            return []
        same = [b for b in self._open(bill.customer) if b.open == b.minor > 0 and b is not bill]
        same = sorted(same, key=lambda each: abs((each.issued - bill.issued).days))
        return [bill, *same[: self.lucky.randrange(1, most)]] if same else []

    def _several(self) -> None:
        if bills := self._several_bills(7):
            text = self.lucky.choice((" ", ", ", " + ", "/")).join(b.number for b in bills)
            cut = f"FACT {text}"
            if self.lucky.random() < 0.3:
                cut = cut[: self.lucky.choice((35, 140))]
            full = all(b.number in cut for b in bills)
            self._pay("several", [(b, b.open) for b in bills], text=cut, decidable=full)

    def _list(self) -> None:
        if bills := self._several_bills(4):
            ends = " ".join(b.number.split("-")[-1][-5:] for b in bills[1:])
            text = f"FACTURES {bills[0].number} {ends}"
            self._pay("list", [(b, b.open) for b in bills], text=text, decidable=True)

    def _sum(self) -> None:
        if bills := self._several_bills(4):
            minor = sum(b.open for b in bills)
            known = self._is_known(bills[0].customer, account_shown=False)
            decidable = known and self._only_amount(bills[0], minor) and len(bills) <= 3
            self._pay(
                "sum", [(b, b.open) for b in bills], text="VIREMENT FACTURES", decidable=decidable
            )

    def _part(self) -> None:
        if bill := self._pick():
            minor = bill.open * self.lucky.choice((30, 40, 50)) // 100
            text = f"ACOMPTE {self._words(bill.number)}"
            self._pay("part", [(bill, minor)], text=text, decidable=True)

    def _over(self) -> None:
        if bill := self._pick():
            minor = bill.open + self.lucky.randrange(500, 30_000)
            self._pay(
                "over",
                [(bill, bill.open)],
                minor=minor,
                text=self._words(bill.number),
                decidable=False,
            )

    def _discount(self) -> None:
        if bill := self._pick():
            minor = bill.open - (bill.open * 2 + 50) // 100
            cited = self.lucky.random() < 0.8
            text = self._words(bill.number) if cited else "REGLT ESCOMPTE DEDUIT"
            known = self._is_known(bill.customer, account_shown=False)
            self._pay(
                "discount",
                [(bill, bill.open)],
                minor=minor,
                text=text,
                difference="discount",
                decidable=cited or (known and self._only_amount(bill)),
                day=bill.issued + timedelta(days=self.lucky.randrange(2, 9)),
            )

    def _charges(self) -> None:
        if bill := self._pick():
            foreign = bill.customer.iban[:2] != "FR"
            fee = self.lucky.choice((800, 1250, 1500, 2200))
            if bill.open > fee * 25:
                self._pay(
                    "charges",
                    [(bill, bill.open)],
                    minor=bill.open - fee,
                    text=self._words(bill.number),
                    difference="bank_charge",
                    decidable=foreign,
                )

    def _netted(self) -> None:
        notes = [each for each in self.bills if each.open < 0]
        if not notes:
            return
        note = self.lucky.choice(notes)
        same = [b for b in self._open(note.customer) if b.open > -note.open * 2]
        if same:
            bill = self.lucky.choice(same)
            named = self.lucky.random() < 0.6
            text = f"{bill.number} - {note.number}" if named else f"FACT {bill.number}"
            parts = [(bill, bill.open), (note, note.open)]
            self._pay("netted", parts, text=text, decidable=True)

    def _twin(self) -> None:
        """No reference, and another open bill of the customer has the same amount."""
        if bill := self._pick():
            same = [b for b in self._open(bill.customer) if b.open == bill.open]
            if len(same) > 1:
                oldest = min(same, key=lambda each: each.due)
                self._pay("twin", [(oldest, oldest.open)], text="VIREMENT", decidable=False)

    def _cents(self) -> None:
        if bill := self._pick():
            off = self.lucky.choice((-3, -2, -1, 1, 2, 4))
            self._pay(
                "cents",
                [(bill, bill.open)],
                minor=bill.open + off,
                text=self._words(bill.number),
                difference="rounding",
                decidable=True,
            )

    def _other_pays(self) -> None:
        if bill := self._pick():
            other = self.lucky.choice(self.customers)
            text = self._words(bill.number)
            self._pay("other_pays", [(bill, bill.open)], text=text, payer=other, decidable=True)

    def _early(self) -> None:
        """Money for goods that are not invoiced yet: nothing to settle."""
        customer = self.lucky.choice(self.customers)
        self._plain("early", self.lucky.randrange(5_000, 80_000), "ACOMPTE COMMANDE", customer)

    def _cheques(self) -> None:
        bills = [b for b in (self._pick() for _ in range(self.lucky.randrange(2, 6))) if b]
        bills = list({b.number: b for b in bills}.values())
        total = sum(b.open for b in bills)
        for bill in bills:
            bill.open = 0
        self._line("cheques", total, f"REMISE CHEQUES {len(bills)} CHQ")

    def _debits(self) -> None:
        self._line("debits", self.lucky.randrange(100_000, 900_000), "REMISE PRELEVEMENTS SEPA")

    def _cards(self) -> None:
        gross = self.lucky.choice(self.prices) * self.lucky.randrange(1, 5)
        self._line("cards", gross - gross * 12 // 1000, "REMISE CB TPE 0452137")

    def _factor(self) -> None:
        self._line("factor", self.lucky.randrange(500_000, 2_000_000), "FINANCEMENT", "BNP FACTOR")

    def _internal(self) -> None:
        amount = self.lucky.choice(self.prices)
        self._line("internal", amount, "VIREMENT INTERNE COMPTE A COMPTE", "ATELIER LUMEN SAS")

    def _supplier(self) -> None:
        amount = -self.lucky.choice([*self.prices, self.lucky.randrange(1_000, 90_000)])
        number = f"FA{self.lucky.randrange(1000, 99999)}"
        self._line("supplier", amount, f"VIR FOURNISSEUR {number}", self.lucky.choice(_WORDS))

    def _reject(self) -> None:
        bill = self.lucky.choice(self.bills)
        self._line("reject", -abs(bill.minor), f"REJET PRLV {bill.number}", bill.customer.paid_as)

    def _plain(self, story: str, minor: int, text: str, customer: Customer) -> None:
        self._line(story, minor, text, customer.paid_as, customer.iban)

    def _line(self, story: str, minor: int, label: str, party: str = "", account: str = "") -> None:
        day = FIRST_DAY + timedelta(days=self.lucky.randrange(20, 300))
        reference = f"R{len(self.lines):06d}"
        self.lines.append(Line(reference, day, minor, label, party, account, story))


def _as_banks_write(name: str, lucky: random.Random | None) -> str:
    plain = name.translate(str.maketrans("ÉéçÇèêàâ", "EeCceeaa")).upper().replace("&", " ")
    if lucky is not None and lucky.random() < 0.2:
        return plain[:24].strip()
    if lucky is not None and lucky.random() < 0.3:
        for form in ("SARL", "SAS", "EURL"):
            plain = plain.replace(form, "")
    return " ".join(plain.split())


def iban(country: str, lucky: random.Random) -> str:
    """An account number whose check digits agree."""
    length = {"FR": 23, "DE": 18, "BE": 12, "ES": 20, "IT": 23}[country]
    digits = "".join(lucky.choice("0123456789") for _ in range(length))
    if country == "IT":
        digits = "A" + digits[:22]
    if country == "FR":
        bank, branch, account = digits[:5], digits[5:10], digits[10:21]
        key = 97 - (89 * int(bank) + 15 * int(branch) + 3 * int(account)) % 97
        digits = f"{bank}{branch}{account}{key:02d}"
    number = "".join(str(int(each, 36)) for each in f"{digits}{country}00")
    return f"{country}{98 - int(number) % 97:02d}{digits}"
