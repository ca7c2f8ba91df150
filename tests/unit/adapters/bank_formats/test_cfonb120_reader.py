"""CFONB 120: fields by their place, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.adapters.bank_formats.french_account import french_iban
from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
from otc_desktop.domain.banking.statement import ParsedStatement, check_statement
from otc_desktop.domain.shared.errors import InputFileError

BANK, BRANCH, ACCOUNT = "30006", "00001", "12345678901"


def head(kind: str, code: str = "    ", currency: str = "EUR2", account: str = ACCOUNT) -> str:
    return f"{kind}{BANK}{code}{BRANCH}{currency} {account}"


def balance(kind: str, day: str, amount: str, **more: str) -> str:
    return f"{head(kind, **more)}  {day}".ljust(90) + amount.ljust(30)


def movement(
    amount: str, label: str = "VIR SEPA RECU", *, value: str = "020326", reject: str = "  "
) -> str:
    start = f"{head('04')}05020326{reject}{value}{label:<31}"
    return start.ljust(90) + amount + "REF-CLIENT".ljust(16)


def detail(qualifier: str, text: str) -> str:
    return f"{head('05')}05020326".ljust(45) + f"{qualifier}{text:<70}  "


OPENING = balance("01", "010326", "0000000010000{")
CLOSING = balance("07", "020326", "0000000022345F")
RECEIPT = movement("0000000012345F")


def read(*records: str, end: str = "\r\n") -> list[ParsedStatement]:
    content = end.join(records).encode("latin-1")
    return list(BankFormatRegistry().read(content, name="releve.txt"))


def test_statement_when_read_then_balances_and_movement_are_signed() -> None:
    [statement] = read(OPENING, RECEIPT, CLOSING)
    assert statement.account == "FR7630006000011234567890189"
    assert (statement.opening_on, statement.closing_on) == (date(2026, 3, 1), date(2026, 3, 2))
    [entry] = statement.entries
    assert entry.amount.amount == Decimal("1234.56")
    assert check_statement(statement) == []


def test_amount_when_its_last_sign_is_a_debit_then_money_went_out() -> None:
    [statement] = read(
        OPENING, movement("0000000000100}"), balance("07", "020326", "0000000009900{")
    )
    assert statement.entries[0].amount.amount == Decimal("-10.00")
    assert check_statement(statement) == []


def test_details_when_they_follow_then_name_remittance_and_references_are_kept() -> None:
    cut = "FACTURES F2026-00398 F2026-00401 F202".rjust(70)
    [statement] = read(
        OPENING,
        RECEIPT,
        detail("NPY", "DUPONT BATIMENT SARL"),
        detail("LCC", cut),
        detail("LC2", "6-00407 MERCI"),
        detail("RCN", "E2E-1".ljust(35) + "SUPP"),
        detail("REF", "LOT-9".ljust(35) + "26061A0001"),
        CLOSING,
    )
    [entry] = statement.entries
    [payment] = entry.payments
    assert payment.counterparty == "DUPONT BATIMENT SARL"
    assert payment.label == "VIR SEPA RECU FACTURES F2026-00398 F2026-00401 F2026-00407 MERCI"
    assert (payment.end_to_end_id, payment.bank_reference) == ("E2E-1", "26061A0001")
    assert entry.transaction_code == "05"


def test_end_to_end_reference_when_not_provided_then_is_none() -> None:
    [statement] = read(OPENING, RECEIPT, detail("RCN", "NOTPROVIDED"), CLOSING)
    assert statement.entries[0].payments[0].end_to_end_id == ""


def test_direct_debit_when_returned_then_keeps_the_reason() -> None:
    back = movement("0000000012345F", "REJ PRLV SEPA", reject="11")
    [statement] = read(OPENING, back, CLOSING)
    assert statement.entries[0].payments[0].return_reason == "11"


def test_value_date_when_blank_then_is_the_booking_date() -> None:
    [statement] = read(OPENING, movement("0000000012345F", value="      "), CLOSING)
    assert statement.entries[0].value_on == date(2026, 3, 2)


@pytest.mark.parametrize("end", ["\n", "\r\n", "", "\r\n\r\n"])
def test_line_ends_when_other_or_none_then_the_facts_are_the_same(end: str) -> None:
    assert read(OPENING, RECEIPT, CLOSING, end=end) == read(OPENING, RECEIPT, CLOSING)


def test_currency_when_left_blank_then_is_the_euro() -> None:
    [statement] = read(
        balance("01", "010326", "0000000010000{", currency="    "),
        balance("07", "010326", "0000000010000{", currency="    "),
    )
    assert statement.currency == "EUR"


@pytest.mark.parametrize(
    ("records", "code", "line"),
    [
        ((OPENING, RECEIPT), "bank_file.truncated_or_damaged", 1),
        ((RECEIPT, CLOSING), "bank_file.truncated_or_damaged", 1),
        ((OPENING, OPENING, CLOSING), "bank_file.truncated_or_damaged", 2),
        ((OPENING, RECEIPT[:-1], CLOSING), "bank_file.bad_record", 2),
        ((OPENING, "06" + RECEIPT[2:], CLOSING), "bank_file.bad_record", 2),
        ((OPENING, movement("00000000123456"), CLOSING), "bank_file.bad_amount", 2),
        ((OPENING, RECEIPT.replace("020326", "310226", 1), CLOSING), "bank_file.bad_date", 2),
        ((OPENING, RECEIPT.replace(ACCOUNT, "99999999999"), CLOSING), "bank_file.other_account", 2),
        (
            (OPENING.replace(ACCOUNT, "1234-678901"), CLOSING.replace(ACCOUNT, "1234-678901")),
            "bank_file.bad_account",
            1,
        ),
    ],
)
def test_file_when_damaged_then_is_refused_with_its_line(
    records: tuple[str, ...], code: str, line: int
) -> None:
    with pytest.raises(InputFileError) as refusal:
        read(*records)
    assert (refusal.value.code, refusal.value.line) == (code, line)


def test_iban_when_the_account_holds_letters_then_its_key_counts_them() -> None:
    # The example of the standard that defines the RIB key (letters count as digits).
    assert french_iban("20041", "01005", "0500013M026") == "FR1420041010050500013M02606"
