"""What makes two tellings one movement, and what makes them two."""

from datetime import date
from typing import Any

import pytest

from otc_desktop.domain.banking.account_names import find_same, is_fuller, is_same
from otc_desktop.domain.banking.recognition import KnownMovement, recognise
from otc_desktop.domain.banking.statement import BankAccount, ParsedEntry
from otc_desktop.domain.shared.ids import BankAccountId
from tests.support.domain import a_payment, a_statement, an_entry, an_id

DAY = date(2026, 12, 1)
IBAN = "FR7613906000008500012345627"


def known(amount: int = 10_000, *, format: str = "camt.053", **fields: Any) -> KnownMovement:
    values: dict[str, Any] = {
        "id": an_id(str(sorted(fields.items(), key=str))),
        "booked_on": DAY,
        "value_on": DAY,
        "label": "",
        "counterparty": "",
        "end_to_end_id": "",
        "bank_reference": "",
        "batch_id": None,
        **fields,
    }
    return KnownMovement(minor=amount, format=format, **values)


def new(entry: ParsedEntry, *here: KnownMovement) -> int:
    return len(recognise(a_statement(entry), here).new)


@pytest.mark.parametrize(
    ("label", "here", "format", "expected"),
    [
        ("VIR DURAND", "VIR DURAND", "camt.053", 0),
        ("VIR DURAND", "VIR MARTIN", "camt.053", 1),
        ("VIR 1", "VIR 2", "camt.053", 1),  # one bank, other words: another movement
        ("VIR DURAND", "VIREMENT RECU DE DURAND SARL", "csv", 0),
        ("VIR DURAND", "VIR MARTIN", "csv", 1),
        ("VIR SEPA", "VIR MARTIN", "csv", 0),  # nothing said against it
        ("BOULANGERIES MARTIN F2026-00403", "VIR SEPA RECU BOULANGERI", "qif", 0),
    ],
)
def test_words_tell_movements_of_one_day_and_amount_apart(
    label: str, here: str, format: str, expected: int
) -> None:
    assert new(an_entry(label=label), known(label=here, format=format)) == expected


def test_a_reference_settles_it_within_a_format_and_may_be_another_in_the_next() -> None:
    entry = an_entry(label="VIR DURAND", reference="26061A0001")
    assert new(entry, known(label="VIR DURAND", bank_reference="26061A0002")) == 1
    assert new(entry, known(label="OTHER", bank_reference="26061A0001")) == 0
    fitid = known(label="VIR DURAND", bank_reference="FITID77", format="ofx")
    assert new(entry, fitid) == 0


def test_amounts_and_far_days_are_never_the_same_movement() -> None:
    assert new(an_entry("100.01", label="VIR"), known(label="VIR")) == 1
    later = known(label="VIR", booked_on=date(2026, 12, 20), bank_reference="A1")
    assert new(an_entry(label="VIR", reference="A1"), later) == 1


def test_another_format_may_date_a_movement_by_its_value() -> None:
    here = known(label="VIR DURAND", booked_on=date(2026, 11, 30), value_on=DAY, format="mt940")
    assert new(an_entry(label="DURAND"), here) == 0
    assert new(an_entry(label="MARTIN"), here) == 1


def test_equal_payments_are_counted() -> None:
    twins = [an_entry(label="VIR DURAND"), an_entry(label="VIR DURAND")]
    recognised = recognise(a_statement(*twins), [known(label="VIR DURAND", format="csv")])
    assert (len(recognised.new), recognised.known) == (1, 1)


def test_a_batch_is_known_by_its_sum_and_by_its_payments() -> None:
    batch = an_entry("150.00", a_payment("100.00", label="ORSAY"), a_payment("50.00", label="LEA"))
    assert new(batch, known(15_000, label="REM PRLV", format="csv")) == 0
    singly = [known(10_000, label="PRLV ORSAY", format="csv"), known(5_000, label="LEA")]
    assert new(batch, *singly) == 0
    assert new(batch, singly[0]) == 1
    parts = [
        known(10_000, label="ORSAY", batch_id=an_id("batch")),
        known(5_000, label="LEA", batch_id=an_id("batch")),
    ]
    assert new(an_entry("150.00", label="REM PRLV"), *parts) == 0


def test_where_two_formats_share_a_day_other_words_are_still_the_same_movement() -> None:
    statement = a_statement(an_entry(label="COMMISSION"), an_entry("7.00", label="DURAND"))
    here = [known(label="FRAIS DE TENUE", format="csv"), known(700, label="DURAND", format="csv")]
    assert recognise(statement, here).new == ()


def an_account(number: str, currency: str = "EUR") -> BankAccount:
    return BankAccount(id=BankAccountId(an_id(number)), number=number, currency=currency)


@pytest.mark.parametrize(
    "written",
    [
        "FR76 1390 6000 0085 0001 2345 627",
        "85000123456",
        "13906 00000 85000123456",
        "13906000008500012345627",
        "00000 85000123456",
    ],
)
def test_an_account_is_known_under_its_short_names(written: str) -> None:
    account = an_account(IBAN)
    assert (
        find_same([account, an_account("FR7630006000011234567890189")], written, "EUR") == account
    )
    assert is_same(IBAN, written)
    assert not is_fuller(written, IBAN)
    assert find_same([account], written, "CHF") is None or written.startswith("FR")


def test_a_short_number_that_two_accounts_may_mean_means_neither() -> None:
    two = [an_account(IBAN), an_account("FR0030004000008500012345600")]
    assert find_same(two, "85000123456", "EUR") is None
    assert find_same(two, IBAN, "EUR") == two[0]
    assert is_fuller(IBAN, "85000123456")


def test_hundreds_of_equal_amounts_of_a_day_are_still_counted() -> None:
    entries = [an_entry(label=f"VIR {'SEPA ' * (n % 2)}DURAND {n % 7}") for n in range(400)]
    here = [
        known(label=f"VIREMENT DURAND SARL {n % 5}", format="csv", end_to_end_id=str(n))
        for n in range(399)
    ]
    recognised = recognise(a_statement(*entries), here)
    assert (len(recognised.new), recognised.known) == (1, 399)
