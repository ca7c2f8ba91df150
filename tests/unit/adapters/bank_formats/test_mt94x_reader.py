"""MT940 and MT942: pages joined, cut files refused, French details understood."""

from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
from otc_desktop.domain.banking.statement import ParsedStatement, check_statement
from otc_desktop.domain.shared.errors import InputFileError

RECEIPT = (
    ":61:2603020303CR1234,56NTRFNONREF//26061A0001\r\nVIR SEPA RECU\r\n"
    ":86:/AFB/05/NPY/DUPONT BATIMENT SARL/LCC/FACT F2026-00412/EREF/F2026-\r\n00412\r\n"
)


def message(
    *movements: str,
    opening: str = ":60F:C260301EUR100,00",
    closing: str = ":62F:C260302EUR1334,56",
    account: str = "30003036200002021690733",
    page: str = "1",
) -> str:
    head = f":20:RELEVE\r\n:25:{account}\r\n:28C:3/{page}\r\n{opening}\r\n"
    return head + "".join(movements) + f"{closing}\r\n-\r\n"


def read(text: str) -> list[ParsedStatement]:
    return list(BankFormatRegistry().read(text.encode("cp1252"), name="releve.sta"))


def test_statement_when_read_then_facts_are_those_of_the_file() -> None:
    [statement] = read(message(RECEIPT))
    assert (statement.format, statement.statement_id) == ("mt940", "RELEVE")
    assert check_statement(statement) == []
    [entry] = statement.entries
    assert (entry.booked_on, entry.value_on) == (date(2026, 3, 3), date(2026, 3, 2))
    assert entry.amount.amount == Decimal("1234.56")
    [payment] = entry.payments
    assert payment.counterparty == "DUPONT BATIMENT SARL"
    assert payment.label == "VIR SEPA RECU FACT F2026-00412"
    assert (payment.end_to_end_id, payment.bank_reference) == ("F2026-00412", "26061A0001")


def test_reversal_of_a_credit_when_read_then_money_went_out() -> None:
    reversal = RECEIPT.replace("CR1234,56", "RCR1234,56")
    [statement] = read(message(reversal))
    assert statement.entries[0].amount.amount == Decimal("-1234.56")


def test_pages_when_they_continue_then_are_one_statement() -> None:
    first = message(RECEIPT, closing=":62M:C260302EUR1334,56")
    second = message(
        RECEIPT,
        opening=":60M:C260302EUR1334,56",
        closing=":62F:C260302EUR2569,12",
        page="2",
    )
    [statement] = read(first + second)
    assert len(statement.entries) == 2
    assert check_statement(statement) == []


def test_statement_when_it_stands_twice_then_is_read_once() -> None:
    (once,), (twice,) = read(message(RECEIPT)), read(message(RECEIPT) * 2)

    assert (twice.entries, twice.closing) == (once.entries, once.closing)
    assert (once.repeated, twice.repeated) == (0, 1)


def test_account_when_the_currency_is_appended_then_stands_without() -> None:
    [statement] = read(message(RECEIPT, account="0001234567EUR"))
    assert statement.account == "0001234567"


def test_interim_report_when_read_then_has_no_balances() -> None:
    [statement] = read(message(RECEIPT, opening=":34F:EUR0,", closing=":90D:0EUR0,"))
    assert (statement.format, statement.opening, statement.closing) == ("mt942", None, None)
    assert len(statement.entries) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (message(RECEIPT, closing=":64:C260302EUR1334,56"), "bank_file.truncated_or_damaged"),
        (message(RECEIPT.replace("1234,56", "12,34,56")), "bank_file.truncated_or_damaged"),
        (message(RECEIPT.replace("2603020303", "2602310231")), "bank_file.truncated_or_damaged"),
        (message(RECEIPT, account=""), "bank_file.missing"),
        (
            message(RECEIPT, opening=":60F:C260301EUR100,005", closing=":62F:C260301EUR0,"),
            "bank_file.bad_amount",
        ),
    ],
)
def test_file_when_damaged_then_is_refused(text: str, code: str) -> None:
    with pytest.raises(InputFileError) as refusal:
        read(text)
    assert refusal.value.code == code


def test_text_when_it_is_the_name_of_a_file_then_that_file_is_not_read() -> None:
    with pytest.raises(InputFileError):
        BankFormatRegistry().read(b"/etc/hostname", name="x", format="mt940")
