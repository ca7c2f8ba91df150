"""A second company's receipts, written by another hand than `desk_books`: how people really write.

Payers cite by the end of a number, by month, by order, by a range, in lists with amounts; banks
put their own words around it and cut it. Payers are parents, factors, platforms, directors,
treasuries. Money that belongs to no invoice (tax, suppliers' refunds, loans, second payments,
money before the invoice) bears numbers and amounts too. The truth stays here; nothing reads
the engine. `answerable` says that a careful human would name the answer among three.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import combinations

from tests.bench.desk_books import FIRST_DAY, Bill, Customer, Line, iban
from tests.bench.desk_phrases import (
    FIRMS,
    FIRST_NAMES,
    FORMS,
    MONTHS,
    NOT_OURS,
    PLATFORMS,
    TOWNS,
    TRADES,
    banked,
    framed,
    misread,
    one_cited,
    tail_of,
)

STYLES = (
    "FA-2026/{:04d}", "26-{:06d}", "{:d}", "FAC{:05d}", "VE/2026/{:05d}", "2026{:05d}",
    "F26-{:04d}", "FC2026-{:03d}", "{:06d}", "FV-26/11/{:04d}",
)  # fmt: skip
_STORIES = {
    "whole": 30, "ending": 16, "misread": 6, "silent": 12, "month": 3, "order": 3, "code": 2,
    "list": 8, "list_ends": 6, "range": 2, "amounts_told": 2, "silent_sum": 4, "netted": 3,
    "netted_silent": 1, "parent": 2, "stranger": 2, "factor": 1, "platform": 2, "director": 2,
    "treasury": 2, "part": 3, "instalment": 2, "balance_of_one": 2, "escompte": 2, "fees": 2,
    "cents": 2, "over": 1, "twin": 2, "twice": 2, "too_early": 1, "wrong_name": 1,
    "cheque": 2, "cheques": 2, "debits": 1, "cards": 1, "not_ours": 5, "outgoing": 4,
}  # fmt: skip


class Voices:
    """Bills, then stories until enough lines exist; the same attributes as `Desk`."""

    def __init__(self, seed: int, *, lines: int, bills: int, style: str = "") -> None:
        self.lucky = random.Random(f"voices {seed}")  # noqa: S311 - sample data
        self.style = style or STYLES[seed % len(STYLES)]
        self.customers = [self._customer(place) for place in range(max(25, bills // 25))]
        self._share_groups()
        self.prices = [self.lucky.randrange(30, 700) * 150 for _ in range(40)]
        self.bills = self._bills(bills)
        self.of: dict[str, list[Bill]] = defaultdict(list)
        for bill in self.bills:
            self.of[bill.customer.code].append(bill)
        self.notes = [each for each in self.bills if each.minor < 0]
        self._names = Counter(banked(each.name) for each in self.customers)
        self._tails = Counter(tail_of(each.number) for each in self.bills)
        self._groups: dict[str, list[Customer]] = defaultdict(list)
        for customer in self.customers:
            self._groups[customer.group].append(customer)
        self.lines: list[Line] = []
        while len(self.lines) < lines:
            (story,) = self.lucky.choices(list(_STORIES), list(_STORIES.values()))
            getattr(self, f"_{story}")()
        self.lucky.shuffle(self.lines)
        self.lines.sort(key=lambda line: line.day)

    # ---- master data -----------------------------------------------------------------

    def _customer(self, place: int) -> Customer:
        lucky = self.lucky
        firm, trade, town = lucky.choice(FIRMS), lucky.choice(TRADES), lucky.choice(TOWNS)
        other = lucky.choice(FIRMS)
        name = lucky.choice(
            (
                f"{lucky.choice(FORMS)} {firm} et Fils", f"{trade} {firm}", f"{trade} de {town}",
                f"Établissements {firm}", f"{firm} & {other}", f"Mairie de {town}",
                f"{firm} {trade} {lucky.choice(FORMS)}", f"SCI Les Tilleuls de {town}",
                f"{lucky.choice(FIRST_NAMES)} {firm}", f"{trade} {firm}-{other}",
                f"Groupe {firm} Distribution", f"CH de {town}",
            )
        )  # fmt: skip
        return Customer(
            code=f"4{place:04d}CLI" if place % 2 else f"CL{place:05d}",
            name=name,
            iban=iban("FR" if lucky.random() < 0.93 else lucky.choice(("BE", "DE", "ES")), lucky),
            iban_in_file=lucky.random() < 0.45,
            paid_as=lucky.choice((banked(name), banked(name)[:24], banked(name)[:32], name)),
            delay=lucky.choice((-5, 0, 1, 3, 8, 15, 30, 45)),
        )

    def _share_groups(self) -> None:
        for place in range(0, len(self.customers), 12):
            for customer in self.customers[place : place + 2]:
                customer.group = f"GRP{place}"

    def _bills(self, count: int) -> list[Bill]:
        lucky = self.lucky
        found = []
        start = lucky.randrange(100, 900)
        weights = [1 / (1 + place % 17) for place in range(len(self.customers))]
        owners = lucky.choices(self.customers, weights, k=count)
        for place, customer in enumerate(owners):
            issued = FIRST_DAY + timedelta(days=place * 300 // count)
            minor = (
                lucky.choice(self.prices)
                if lucky.random() < 0.35
                else lucky.randrange(900, 2_500_000)
            )
            days = lucky.choice((0, 30, 30, 45, 60))
            number = self.style.format(start + place)
            order = (
                f"{lucky.choice(('CDE', 'BC', '45', 'M26-'))}{10_000 + place * 7}"
                if lucky.random() < 0.3
                else ""
            )
            found.append(
                Bill(number, customer, issued, issued + timedelta(days=days), minor, minor, order)
            )
        for place in range(count // 50):
            origin = lucky.choice(found[:count])
            minor = -max(300, origin.minor * lucky.randrange(3, 60) // 100)
            day = origin.issued + timedelta(days=lucky.randrange(1, 20))
            found.append(Bill(f"AV26{place + 11:04d}", origin.customer, day, day, minor, minor))
        return found

    # ---- what a careful human can see ---------------------------------------------------

    def _known(self, customer: Customer, shown: str) -> bool:
        """The payer's name as the bank shows it belongs to one customer."""
        plain = banked(customer.name)
        return self._names[plain] == 1 and len(shown) > 6 and plain.startswith(banked(shown)[:24])

    def _ways(self, customer: Customer, minor: int, most: int = 3) -> int:
        """How many sets of up to three open bills of this customer make the amount."""
        others = [each for each in self.of[customer.code] if each.open]
        if len(others) > 30:
            return 99
        return sum(
            sum(each.open for each in chosen) == minor
            for size in range(1, most + 1)
            for chosen in combinations(others, size)
        )

    # ---- how lines come about -----------------------------------------------------------

    def _pick(self, where: Callable[[Bill], bool] = lambda bill: True) -> Bill | None:
        for _ in range(60):
            bill = self.lucky.choice(self.bills)
            if bill.open == bill.minor > 0 and where(bill):
                return bill
        return None

    def _some(self, most: int) -> list[Bill]:
        """A bill and some of its neighbours of the same customer, oldest first."""
        first = self._pick(lambda bill: len(self.of[bill.customer.code]) > 1)
        if first is None:
            return []
        same = [b for b in self.of[first.customer.code] if b.open == b.minor > 0 and b is not first]
        same.sort(key=lambda each: (abs((each.issued - first.issued).days), each.number))
        chosen = [first, *same[: self.lucky.randrange(1, most)]]
        return sorted(chosen, key=lambda each: (each.issued, each.number)) if same else []

    def _pay(
        self,
        story: str,
        parts: Sequence[tuple[Bill, int]],
        said: str,
        *,
        decidable: bool,
        answerable: bool,
        minor: int | None = None,
        difference: str = "none",
        payer: str | None = None,
        account: str | None = None,
        after: int | None = None,
    ) -> None:
        customer = parts[0][0].customer
        wait = customer.delay + self.lucky.randrange(-2, 5) if after is None else after
        day = max(bill.due for bill, _ in parts) + timedelta(days=wait)
        day = max(day, *(bill.issued + timedelta(days=1) for bill, _ in parts))
        day = max(day, *(bill.touched + timedelta(days=1) for bill, _ in parts))
        for bill, amount in parts:
            bill.open -= amount
            bill.touched = day
        if payer is None:
            payer = customer.paid_as
        if account is None:
            account = customer.iban if self.lucky.random() < 0.7 else ""
        label, shown = framed(self.lucky, payer, said)
        paid = sum(amount for _, amount in parts) if minor is None else minor
        truth = tuple((bill.number, amount) for bill, amount in parts)
        self.lines.append(
            Line(
                f"V{len(self.lines):06d}", day, paid, label, shown, account, story, truth,
                difference, decidable, answerable,
            )
        )  # fmt: skip

    def _alone(self, story: str, minor: int, label: str, party: str = "") -> None:
        day = FIRST_DAY + timedelta(days=self.lucky.randrange(20, 340))
        self.lines.append(Line(f"V{len(self.lines):06d}", day, minor, label, party, "", story))

    # ---- one document -------------------------------------------------------------------

    def _whole(self) -> None:
        if bill := self._pick():
            said = one_cited(self.lucky, bill.number, bill.issued)
            self._pay("whole", [(bill, bill.open)], said, decidable=True, answerable=True)

    def _ending(self) -> None:
        if bill := self._pick():
            tail = tail_of(bill.number)
            said = self.lucky.choice(
                ("FAC {}", "FACT.{}", "F{}", "N°{}", "Facture {}", "F26/{}", "FAC 2026-{}",
                 "VOTRE FACT {} DU {:%d/%m/%y}", "fact n° {}", "REGLEMENT {}", "FA{}", "{}")
            ).format(tail, bill.issued)  # fmt: skip
            known = self._known(bill.customer, bill.customer.paid_as)
            alone = self._tails[tail] == 1
            self._pay(
                "ending",
                [(bill, bill.open)],
                said,
                decidable=known and alone,
                answerable=alone or known,
            )

    def _misread(self) -> None:
        if bill := self._pick(lambda each: len(each.number) > 4):
            said = "FACTURE " + misread(self.lucky, bill.number)
            known = self._known(bill.customer, bill.customer.paid_as)
            only = self._ways(bill.customer, bill.open) == 1
            self._pay(
                "misread", [(bill, bill.open)], said, decidable=known and only, answerable=known
            )

    def _silent(self) -> None:
        if bill := self._pick():
            said = self.lucky.choice(
                ("REGLEMENT", "VIREMENT", "", "paiement facture", "BL 204417", "REGLT SELON RELEVE",
                 "NOTRE REF 88213", "TRANSPORT SEM 14", "MERCI")
            )  # fmt: skip
            known = self._known(bill.customer, bill.customer.paid_as)
            only = self._ways(bill.customer, bill.open) == 1
            self._pay(
                "silent",
                [(bill, bill.open)],
                said,
                decidable=known and only,
                answerable=known and only,
            )

    def _order(self) -> None:
        if bill := self._pick(lambda each: bool(each.order)):
            said = self.lucky.choice(("VOTRE {}", "{}", "CDE {}", "N/REF {} MERCI")).format(
                bill.order
            )
            self._pay("order", [(bill, bill.open)], said, decidable=True, answerable=True)

    def _code(self) -> None:
        if bill := self._pick():
            only = self._ways(bill.customer, bill.open) == 1
            self._pay(
                "code", [(bill, bill.open)], f"CPT {bill.customer.code}", payer="",
                account="", decidable=only, answerable=only,
            )  # fmt: skip

    def _cents(self) -> None:
        if bill := self._pick():
            off = self.lucky.choice((-5, -2, -1, 1, 3))
            self._pay(
                "cents", [(bill, bill.open)], one_cited(self.lucky, bill.number, bill.issued),
                minor=bill.open + off, difference="rounding", decidable=True, answerable=True,
            )  # fmt: skip

    def _over(self) -> None:
        if bill := self._pick():
            more = self.lucky.randrange(700, 90_000)
            self._pay(
                "over", [(bill, bill.open)], one_cited(self.lucky, bill.number, bill.issued),
                minor=bill.open + more, decidable=False, answerable=True,
            )  # fmt: skip

    def _twin(self) -> None:
        """Two of the same amount: nobody knows which; each is an answer a person accepts."""
        if bill := self._pick(
            lambda b: sum(o.open == b.open for o in self.of[b.customer.code]) > 1
        ):
            same = [b for b in self.of[bill.customer.code] if b.open == bill.open]
            first = min(same, key=lambda each: (each.due, each.number))
            known = self._known(bill.customer, bill.customer.paid_as)
            few = self._ways(bill.customer, bill.open) <= 3
            self._pay(
                "twin",
                [(first, first.open)],
                "REGLEMENT",
                decidable=False,
                answerable=known and few,
            )

    def _wrong_name(self) -> None:
        """The label thanks somebody else; number and amount say whose it is."""
        if bill := self._pick():
            other = self.lucky.choice(self.customers)
            said = f"{bill.number} P/C {banked(other.name)}"
            self._pay("wrong_name", [(bill, bill.open)], said, decidable=False, answerable=True)

    def _escompte(self) -> None:
        if bill := self._pick(lambda each: each.open > 5_000):
            kept = (bill.open * 2 + 50) // 100
            said = one_cited(self.lucky, bill.number, bill.issued) + self.lucky.choice(
                (" ESC 2%", " escompte déduit", "", " - 2% ESCPTE")
            )
            self._pay(
                "escompte", [(bill, bill.open)], said, minor=bill.open - kept,
                difference="discount", decidable=False, answerable=True, after=-20,
            )  # fmt: skip

    def _fees(self) -> None:
        if bill := self._pick(lambda each: each.open > 60_000):
            fee = self.lucky.choice((500, 1000, 1250, 1850, 2000))
            self._pay(
                "fees", [(bill, bill.open)], f"/ROC/{bill.number}///URI/OUR FEES DEDUCTED",
                minor=bill.open - fee, difference="bank_charge", decidable=False, answerable=True,
            )  # fmt: skip

    def _part(self) -> None:
        if bill := self._pick(lambda each: each.open > 5_000):
            share = self.lucky.choice((30, 40, 50, 60))
            said = self.lucky.choice(
                ("ACOMPTE {}% FACT {}", "1ER VERSEMENT {}% {}", "reglement partiel {} pc {}")
            ).format(share, bill.number)
            self._pay(
                "part", [(bill, bill.open * share // 100)], said, decidable=True, answerable=True
            )

    def _instalment(self) -> None:
        if bill := self._pick(lambda each: each.open > 30_000):
            times = self.lucky.choice((2, 3, 4))
            said = f"ECHEANCE 1/{times} {bill.number}"
            self._pay(
                "instalment", [(bill, bill.open // times)], said, decidable=True, answerable=True
            )

    def _balance_of_one(self) -> None:
        begun = [each for each in self.bills if 0 < each.open < each.minor]
        if begun:
            bill = self.lucky.choice(begun)
            self._pay(
                "balance_of_one", [(bill, bill.open)], f"SOLDE FACT {bill.number}", after=40,
                decidable=True, answerable=True,
            )  # fmt: skip

    # ---- several documents --------------------------------------------------------------

    def _list(self) -> None:
        if bills := self._some(6):
            said = self.lucky.choice((" ", "/", " ET ", ", ", " + ", ";")).join(
                b.number for b in bills
            )
            self._pay(
                "list",
                [(b, b.open) for b in bills],
                f"FACT {said}",
                decidable=True,
                answerable=True,
            )

    def _list_ends(self) -> None:
        if bills := self._some(5):
            tails = [tail_of(b.number) for b in bills]
            said = self.lucky.choice((" ET ", "-", "/", ", ", " ")).join(tails)
            word = self.lucky.choice(("FACT.", "FACTURES ", "Fact n° ", "FA "))
            known = self._known(bills[0].customer, bills[0].customer.paid_as)
            self._pay(
                "list_ends",
                [(b, b.open) for b in bills],
                word + said,
                decidable=known,
                answerable=True,
            )

    def _range(self) -> None:
        if bills := self._some(6):
            low, high = tail_of(bills[0].number), tail_of(bills[-1].number)
            inside = [
                b for b in self.of[bills[0].customer.code]
                if b.open > 0 and bills[0].number <= b.number <= bills[-1].number
            ]  # fmt: skip
            said = self.lucky.choice(("FACTURES {} A {}", "FACT DU N° {} AU {}")).format(low, high)
            if 1 < len(inside) < 12:
                self._pay(
                    "range", [(b, b.open) for b in inside], said, decidable=False, answerable=True
                )

    def _amounts_told(self) -> None:
        if bills := self._some(4):
            said = " ".join(
                f"{tail_of(b.number)} {b.open / 100:.2f}".replace(".", ",") for b in bills
            )
            self._pay(
                "amounts_told", [(b, b.open) for b in bills], f"FACT {said}", decidable=False,
                answerable=True,
            )  # fmt: skip

    def _silent_sum(self) -> None:
        if bills := self._some(4):
            amount = sum(b.open for b in bills)
            known = self._known(bills[0].customer, bills[0].customer.paid_as)
            only = self._ways(bills[0].customer, amount) == 1
            self._pay(
                "silent_sum", [(b, b.open) for b in bills], "REGLEMENT FACTURES",
                decidable=known and only and len(bills) < 3, answerable=known and only,
            )  # fmt: skip

    def _month(self) -> None:
        if first := self._pick():
            month = first.issued.month
            bills = [b for b in self.of[first.customer.code] if b.open and b.issued.month == month]
            if 1 < len(bills) < 15 and sum(b.open for b in bills) > 0:
                said = self.lucky.choice(
                    ("SOLDE FACTURES {}", "FACTURES {} 2026", "RELEVE {}", "VOS FACT. DE {}")
                ).format(MONTHS[month - 1])
                known = self._known(first.customer, first.customer.paid_as)
                self._pay(
                    "month", [(b, b.open) for b in bills], said, decidable=False, answerable=known
                )

    def _with_note(self) -> tuple[Bill, Bill] | None:
        for _ in range(30):
            note = self.lucky.choice(self.notes)
            same = [b for b in self.of[note.customer.code] if b.open == b.minor > -note.minor]
            if note.open and same:
                return self.lucky.choice(same), note
        return None

    def _netted(self) -> None:
        if pair := self._with_note():
            bill, note = pair
            said = self.lucky.choice(
                ("{0} - AVOIR {1}", "FACT {0} DEDUCT AVOIR {1}", "{0} moins avoir", "F {2} AV {3}")
            ).format(bill.number, note.number, tail_of(bill.number), tail_of(note.number))
            self._pay(
                "netted",
                [(bill, bill.open), (note, note.open)],
                said,
                decidable=False,
                answerable=True,
            )

    def _netted_silent(self) -> None:
        if pair := self._with_note():
            bill, note = pair
            known = self._known(bill.customer, bill.customer.paid_as)
            only = self._ways(bill.customer, bill.open + note.open, 2) == 1
            self._pay(
                "netted_silent", [(bill, bill.open), (note, note.open)], "VIREMENT",
                decidable=False, answerable=known and only,
            )  # fmt: skip

    # ---- somebody else pays -------------------------------------------------------------

    def _parent(self) -> None:
        if bill := self._pick(lambda each: bool(each.customer.group)):
            payer = next(c for c in self._groups[bill.customer.group] if c is not bill.customer)
            self._pay(
                "parent", [(bill, bill.open)], one_cited(self.lucky, bill.number, bill.issued),
                payer=payer.paid_as, account=payer.iban, decidable=True, answerable=True,
            )  # fmt: skip

    def _stranger(self) -> None:
        if bill := self._pick():
            self._pay(
                "stranger", [(bill, bill.open)], one_cited(self.lucky, bill.number, bill.issued),
                payer=f"HOLDING {self.lucky.choice('ABCDEFG')}{self.lucky.choice('LMNOP')} INVEST",
                account=iban("FR", self.lucky), decidable=True, answerable=True,
            )  # fmt: skip

    def _factor(self) -> None:
        if bill := self._pick():
            payer = self.lucky.choice(("EUROFACTOR", "BIBBY FACTOR FRANCE", "CGA", "BPCE FACTOR"))
            said = f"FINANCEMENT {bill.number} {banked(bill.customer.name)[:18]}"
            self._pay(
                "factor", [(bill, bill.open)], said, payer=payer, account="", decidable=False,
                answerable=True,
            )  # fmt: skip

    def _platform(self) -> None:
        """A payment service keeps its fee and names the invoice."""
        if bill := self._pick(lambda each: each.open > 4_000):
            fee = 25 + bill.open * 14 // 1000
            said = f"{self.lucky.choice(PLATFORMS)} {bill.number} BRUT {bill.open / 100:.2f}"
            self._pay(
                "platform", [(bill, bill.open)], said.replace(".", ","), minor=bill.open - fee,
                payer=self.lucky.choice(PLATFORMS), account="", difference="bank_charge",
                decidable=False, answerable=True,
            )  # fmt: skip

    def _director(self) -> None:
        if bill := self._pick():
            payer = f"M OU MME {self.lucky.choice(FIRMS)} {self.lucky.choice(FIRST_NAMES)}".upper()
            said = f"{one_cited(self.lucky, bill.number, bill.issued)} {banked(bill.customer.name)}"
            self._pay(
                "director", [(bill, bill.open)], said, payer=payer, account=iban("FR", self.lucky),
                decidable=True, answerable=True,
            )  # fmt: skip

    def _treasury(self) -> None:
        """Public money comes from a treasury, with the town's own mandate number."""
        if bill := self._pick(lambda each: each.customer.name.startswith(("Mairie", "CH "))):
            mandate = f"MDT {self.lucky.randrange(100, 9999)} BRD {self.lucky.randrange(10, 400)}"
            self._pay(
                "treasury", [(bill, bill.open)], f"{mandate} {bill.number}",
                payer="DRFIP TRESOR PUBLIC", account="", decidable=True, answerable=True,
            )  # fmt: skip

    # ---- no invoice, or nobody knows ------------------------------------------------------

    def _twice(self) -> None:
        paid = [each for each in self.lines if each.story in ("whole", "silent", "ending")]
        if paid:
            first = self.lucky.choice(paid)
            self._alone("twice", first.minor, first.label, first.party)
            self.lines[-1].account = first.account
            self.lines[-1].day = first.day + timedelta(days=self.lucky.randrange(1, 40))

    def _too_early(self) -> None:
        customer = self.lucky.choice(self.customers)
        minor = self.lucky.choice((50_000, 100_000, 123_400, 300_000))
        said = self.lucky.choice(("ACOMPTE SUR DEVIS 2214", "AVANCE COMMANDE", "DEVIS D2026-118"))
        self._alone("too_early", minor, said, customer.paid_as)

    def _cheque(self) -> None:
        if bill := self._pick():
            same = sum(each.open == bill.open for each in self.bills)
            number = self.lucky.randrange(1_000_000, 9_999_999)
            self._pay(
                "cheque", [(bill, bill.open)], f"REMISE CHQ N {number}", payer="", account="",
                decidable=False, answerable=same == 1,
            )  # fmt: skip

    def _cheques(self) -> None:
        bills = [b for b in (self._pick() for _ in range(4)) if b]
        for bill in {b.number: b for b in bills}.values():
            bill.open = 0
        total = sum(b.minor for b in {b.number: b for b in bills}.values())
        self._alone("cheques", total, f"REM CHQ {self.lucky.randrange(10**6, 10**7)} 004 CHQ")

    def _debits(self) -> None:
        number = self.lucky.randrange(1000, 9999)
        self._alone("debits", self.lucky.randrange(90_000, 900_000), f"REMISE PRLV SEPA {number}")

    def _cards(self) -> None:
        gross = self.lucky.choice(self.prices)
        self._alone("cards", gross - gross * 9 // 1000, "REMISE CB 8841220 DU 12/05 BRUT/COM")

    def _not_ours(self) -> None:
        """Money in that is no receipt, with numbers and amounts that look like ours."""
        party, label = self.lucky.choice(NOT_OURS)
        bill = self.lucky.choice(self.bills)
        other = self.lucky.choice(self.bills)
        minor = abs(other.minor) if self.lucky.random() < 0.5 else self.lucky.choice(self.prices)
        label = label.format(tail_of(bill.number), self.lucky.randrange(100, 99_999))
        self._alone("not_ours", minor, label, party)

    def _outgoing(self) -> None:
        bill = self.lucky.choice(self.bills)
        party = self.lucky.choice(("EDF", "ORANGE", "URSSAF", "LOXAM", banked(bill.customer.name)))
        self._alone("outgoing", -abs(bill.minor), f"PRLV SEPA {party} {bill.number}", party)
