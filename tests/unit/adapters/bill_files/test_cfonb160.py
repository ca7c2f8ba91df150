"""Bills of exchange as banks read them: every field at its place."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import pytest

from otc_desktop.adapters.bill_files.cfonb160 import Cfonb160Writer
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperReceipt, Remittance
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankAccountId, CustomerId
from otc_desktop.domain.shared.money import Money

BILL = PaperReceipt(
    id=UUID(int=1),
    kind=PaperKind.BILL,
    customer_id=CustomerId(UUID(int=2)),
    number="LCR-12",
    drawer="Société Générale d’Éclairage & Cie du Rhône",
    bank="Crédit Lyonnais",
    amount=Money.of("1234.56", EUR),
    received_on=date(2026, 11, 20),
    due_on=date(2026, 12, 31),
    drawer_account="FR76 3000 4000 0312 3456 7890 143",
    ripe=False,
)
SLIP = DepositSlip(
    id=UUID(int=5),
    number="REM-2026-0007",
    kind=PaperKind.BILL,
    remittance=Remittance.COLLECTION,
    bank_account_id=BankAccountId(UUID(int=6)),
    made_on=date(2026, 11, 23),
    total=Money.of("2469.12", EUR),
    papers=2,
)
ACCOUNT = BankAccount(id=SLIP.bank_account_id, number="FR7630006000011234567890189", currency="EUR")
COMPANY = cast(Any, SimpleNamespace(name="Atelier Lumen SAS"))


def _at(line: str, position: int, width: int) -> str:
    """A field by its position from 1, as the standard counts."""
    return line[position - 1 : position - 1 + width]


def test_every_field_stands_at_its_place() -> None:
    file = Cfonb160Writer().write(SLIP, [BILL, BILL], ACCOUNT, COMPANY)
    lines = file.decode("ascii").split("\r\n")
    assert lines.pop() == ""
    head, bill, second, foot = lines
    assert {len(line) for line in lines} == {160}
    assert [_at(line, 1, 4) for line in lines] == ["0360", "0660", "0660", "0860"]
    assert [_at(line, 5, 8) for line in lines] == [f"{n:08d}" for n in (1, 2, 3, 4)]
    assert _at(head, 25, 6) == "231126"
    assert _at(head, 31, 24).rstrip() == "ATELIER LUMEN SAS"
    assert (_at(head, 79, 1), _at(head, 81, 1)) == ("3", "E")
    assert (_at(head, 82, 5), _at(head, 87, 5), _at(head, 92, 11)) == (
        "30006",
        "00001",
        "12345678901",
    )
    assert _at(head, 150, 11) == "M-2026-0007"
    assert _at(bill, 21, 10).rstrip() == "LCR-12"
    assert _at(bill, 31, 24) == "SOCIETE GENERALE D ECLAI"
    assert _at(bill, 55, 24).rstrip() == "CREDIT LYONNAIS"
    assert _at(bill, 79, 1) == "0"
    assert (_at(bill, 82, 5), _at(bill, 87, 5), _at(bill, 92, 11)) == (
        "30004",
        "00003",
        "12345678901",
    )
    assert _at(bill, 103, 12) == "000000123456"
    assert (_at(bill, 119, 6), _at(bill, 125, 6)) == ("311226", "201126")
    assert _at(second, 151, 10).rstrip() == "LCR-12"
    assert _at(foot, 103, 12) == "000000246912"


def test_a_discount_is_asked_for_and_an_account_is_needed() -> None:
    discount = replace(SLIP, remittance=Remittance.DISCOUNT)
    assert Cfonb160Writer().write(discount, [BILL], ACCOUNT, COMPANY)[78:79] == b"1"
    with pytest.raises(RuleError, match="bill_without_account"):
        Cfonb160Writer().write(SLIP, [replace(BILL, drawer_account="")], ACCOUNT, COMPANY)
