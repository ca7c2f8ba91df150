"""Companies of other shapes than the usual one, with stories that the usual one lacks."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from tests.bench.desk_books import Bill, Customer, Desk
from tests.bench.desk_voices import Voices

_LOOK_ALIKE = {"0": "O", "1": "I", "5": "S", "8": "B"}


class Shaped(Desk):
    """The usual stories and more: orders, codes, instalments, balances, second payments."""

    stories: ClassVar[dict[str, int]] = {
        **Desk.stories,
        "order": 4, "code": 3, "instalment": 3, "round_sum": 3, "net_unsaid": 3, "balance": 3,
        "cut": 4, "look_alike": 3, "before": 2, "one_cheque": 2, "card_gross": 2, "again": 2,
        "missing_prefix": 3, "joined": 2, "group_sum": 1, "swift_text": 3, "initials": 2,
    }  # fmt: skip
    random_share = 0.5
    customers_of = 40

    def _customer(self, place: int) -> Customer:
        made = super()._customer(place)
        if self.lucky.random() < 0.1:
            made.group = f"G{place % 9}"
        return made

    def _bills(self, count: int) -> list[Bill]:
        found = super()._bills(count)
        for place, bill in enumerate(found):
            if bill.minor > 0:
                if self.lucky.random() < self.random_share:
                    bill.minor = bill.open = self.lucky.randrange(2_000, 900_000)
                else:
                    bill.minor = bill.open = self.lucky.choice(self.prices)
                if self.lucky.random() < 0.4:
                    bill.order = self.lucky.choice(("45{:08d}", "PO-{:05d}", "BC{:06d}")).format(
                        70_000 + place * 3
                    )
        return found

    def _known(self, bill: Bill) -> bool:
        return self._is_known(bill.customer, account_shown=False)

    def _after_all(self, customer: Customer, day: date) -> date:
        """That day, or the one after the last payment of this customer."""
        last = max(each.touched for each in self.of[customer.code])
        return max(day, last + timedelta(days=1), customer.not_before)

    def _order(self) -> None:
        bill = self._pick()
        if bill and bill.order:
            alone = sum(each.order == bill.order for each in self.bills) == 1
            text = self.lucky.choice(("CDE {}", "VOTRE BC {}", "{}", "COMMANDE N {}"))
            self._pay("order", [(bill, bill.open)], text=text.format(bill.order), decidable=alone)

    def _code(self) -> None:
        if bill := self._pick():
            self._pay(
                "code",
                [(bill, bill.open)],
                text=f"CLIENT {bill.customer.code} REGLEMENT",
                decidable=self._only_amount(bill),
                shown=self.lucky.choice(("", bill.customer.paid_as)),
                hide_account=True,
            )

    def _instalment(self) -> None:
        if bill := self._pick():
            share = self.lucky.choice((2, 3, 4))
            cited = self.lucky.random() < 0.4
            text = f"ECHEANCE 1/{share} " + (bill.number if cited else "")
            only = len([b for b in self._open(bill.customer) if b.open > bill.open // share]) < 4
            bill.customer.murky |= not cited
            self._pay(
                "instalment",
                [(bill, bill.open // share)],
                text=text,
                decidable=cited,
                answerable=cited or (self._known(bill) and only),
            )

    def _round_sum(self) -> None:
        """A round sum on account: laid on the oldest, as article 1342-10 says."""
        if bill := self._pick():
            owed = sorted(
                (b for b in self._open(bill.customer) if b.open > 0),
                key=lambda b: (b.due, b.number),
            )
            day = self._after_all(bill.customer, max(bill.due, owed[0].due) + timedelta(days=5))
            owed = [b for b in owed if b.issued <= day]
            minor = self.lucky.choice((50_000, 100_000, 200_000))
            left, parts = minor, []
            for each in owed:
                part = min(left, each.open)
                if part:
                    parts.append((each, part))
                left -= part
            notes = any(each.open < 0 for each in self._open(bill.customer))
            if not left and len(parts) < 5 and not notes and not bill.customer.murky:
                bill.customer.murky = True
                self._pay(
                    "round_sum",
                    parts,
                    text="ACOMPTE SUR COMPTE",
                    decidable=False,
                    answerable=self._known(bill),
                    day=day,
                )
                bill.customer.not_before = day + timedelta(days=1)

    def _net_unsaid(self) -> None:
        notes = [each for each in self.bills if each.open < 0]
        note = self.lucky.choice(notes) if notes else None
        same = [b for b in self._open(note.customer) if b.open > -note.open] if note else []
        if note and same:
            bill = self.lucky.choice(same)
            known = self._known(bill)
            only = self._only_amount(bill, bill.open + note.open)
            self._pay(
                "net_unsaid",
                [(bill, bill.open), (note, note.open)],
                text="VIREMENT",
                decidable=False,
                answerable=known and only,
                day=max(bill.due, note.due) + timedelta(days=3),
            )

    def _balance(self) -> None:
        if bill := self._pick():
            day = self._after_all(bill.customer, bill.due + timedelta(days=4))
            owed = [b for b in self._open(bill.customer) if b.issued <= day]
            total = sum(b.open for b in owed)
            if 1 < len(owed) < 12 and total > 0 and not bill.customer.murky:
                self._pay(
                    "balance",
                    [(b, b.open) for b in owed],
                    text="SOLDE DE NOTRE COMPTE",
                    decidable=False,
                    answerable=self._known(bill),
                    day=day,
                )
                bill.customer.not_before = day + timedelta(days=1)

    def _cut(self) -> None:
        if bill := self._pick():
            text = f"VIR SEPA {bill.customer.paid_as[:14]} FACT {bill.number}"[:31]
            left = len(text.split("FACT ")[-1]) if "FACT " in text else 0
            self._pay(
                "cut",
                [(bill, bill.open)],
                text=text,
                decidable=left >= len(bill.number),
                answerable=left >= len(bill.number)
                or (self._known(bill) and self._only_amount(bill)),
            )

    def _look_alike(self) -> None:
        if bill := self._pick():
            text = "".join(
                _LOOK_ALIKE.get(c, c) if self.lucky.random() < 0.6 else c for c in bill.number
            )
            only = self._only_amount(bill)
            self._pay(
                "look_alike",
                [(bill, bill.open)],
                text=f"FACTURE {text}",
                decidable=self._known(bill) and only,
                answerable=True,
            )

    def _before(self) -> None:
        if bill := self._pick():
            text = bill.order or "ACOMPTE COMMANDE"
            self._pay(
                "before",
                [(bill, bill.open)],
                text=text,
                decidable=False,
                answerable=bool(bill.order) or (self._known(bill) and self._only_amount(bill)),
                day=bill.issued - timedelta(days=self.lucky.randrange(1, 12)),
            )

    def _one_cheque(self) -> None:
        if bill := self._pick():
            same = sum(each.open == bill.open for each in self.bills)
            self._pay(
                "one_cheque",
                [(bill, bill.open)],
                text=f"REMISE CHEQUE N {self.lucky.randrange(1_000_000, 9_999_999)}",
                decidable=False,
                answerable=same == 1,
                shown="",
                hide_account=True,
            )

    def _card_gross(self) -> None:
        if bill := self._pick():
            fee = max(10, bill.open * 12 // 1000)
            same = sum(each.open == bill.open for each in self.bills)
            gross = f"{bill.open / 100:.2f}".replace(".", ",")
            text = f"REMISE CB 0452137 1 FACT BRUT {gross} COM {fee / 100:.2f}".replace(".", ",")
            self._pay(
                "card_gross",
                [(bill, bill.open)],
                minor=bill.open - fee,
                text=text,
                difference="bank_charge",
                decidable=False,
                answerable=same == 1,
                shown="",
                hide_account=True,
            )

    def _again(self) -> None:
        """A second payment of what is paid already: nothing to settle."""
        paid = [each for each in self.lines if each.story == "whole"]
        if paid:
            first = self.lucky.choice(paid)
            self._line("again", first.minor, first.label, first.party, first.account)
            self.lines[-1].day = first.day + timedelta(days=self.lucky.randrange(2, 30))

    def _missing_prefix(self) -> None:
        if bill := self._pick():
            digits = "".join(each for each in bill.number if each.isdigit())
            text = self.lucky.choice((f"REGLEMENT {digits}", f"FACT N{digits}", f"FACT:{digits}"))
            self._pay("missing_prefix", [(bill, bill.open)], text=text, decidable=self._known(bill))

    def _joined(self) -> None:
        """Numbers glued together or to the date, as portals write them."""
        if bills := self._several_bills(3):
            text = "".join(f"{b.number.replace('-', '')}/" for b in bills)
            self._pay(
                "joined", [(b, b.open) for b in bills], text=text + "FACTURES", decidable=True
            )

    def _group_sum(self) -> None:
        grouped = [each for each in self.customers if each.group]
        if grouped:
            payer = self.lucky.choice(grouped)
            others = [c for c in grouped if c.group == payer.group and c is not payer]
            bills = [b for c in others for b in self._open(c) if b.open > 0][:2]
            if bills:
                text = " ".join(b.number for b in bills)
                several = len({b.customer.code for b in bills}) > 1
                self._pay(
                    "group_sum",
                    [(b, b.open) for b in bills],
                    text=text,
                    payer=payer,
                    decidable=not several,
                    answerable=not several,
                    day=max(b.due for b in bills),
                )

    def _swift_text(self) -> None:
        if bill := self._pick():
            text = (
                f"VIR RECU /DE {bill.customer.paid_as} /MOTIF {self._words(bill.number)}"
                f" /REF NOTPROVIDED /ID {self.lucky.randrange(10**8)}"
            )
            self._pay("swift_text", [(bill, bill.open)], text=text, decidable=True, shown="")

    def _initials(self) -> None:
        """The payer by its first letters, and the amount."""
        if bill := self._pick():
            words = bill.customer.name.upper().split()
            self._pay(
                "initials",
                [(bill, bill.open)],
                text="VIREMENT",
                shown=f"STE {words[0][:4]}. {words[1]}" if len(words) > 1 else words[0],
                hide_account=True,
                decidable=False,
                answerable=False,
            )


class FewPrices(Shaped):
    """A price list: equal amounts abound."""

    random_share = 0.05


class BigAccounts(Shaped):
    """Few customers with long accounts."""

    def _customer(self, place: int) -> Customer:
        made = super()._customer(place)
        made.iban_in_file = True
        return made

    def _bills(self, count: int) -> list[Bill]:
        del self.customers[max(8, count // 250) :]
        return super()._bills(count)


class Careless(Shaped):
    """Payers write little, and badly."""

    stories: ClassVar[dict[str, int]] = {
        **Shaped.stories,
        "whole": 10, "no_reference": 25, "sum": 12, "typo": 10, "look_alike": 8, "tail": 14,
        "round_sum": 8, "instalment": 6,
    }  # fmt: skip
    random_share = 0.7


class _Styled(Shaped):
    def __init__(self, seed: int, *, lines: int, bills: int, style: str = "") -> None:
        style = random.Random(seed).choice(  # noqa: S311 - sample data
            ("FAC{:05d}", "2026/{:05d}", "{:06d}", "INV-26-{:05d}", "F2611{:04d}", "VT{:07d}-26")
        )
        super().__init__(seed, lines=lines, bills=bills, style=style)


_MAKERS: dict[str, Callable[..., Desk | Voices]] = {
    "usual": Desk,
    "shaped": Shaped,
    "prices": FewPrices,
    "big": BigAccounts,
    "careless": Careless,
    "styled": _Styled,
    "voices": Voices,
}
SHAPES = tuple(_MAKERS)


def make_desk(shape: str, seed: int, *, lines: int, bills: int) -> Desk | Voices:
    """A company of that shape."""
    return _MAKERS[shape](seed, lines=lines, bills=bills)
