"""The numbers by which companies and accounts are known."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.identifiers import (
    check_iban,
    check_siren,
    check_siret,
    check_vat_number,
)
from otc_desktop.domain.shared.errors import RuleError
from tests.support.domain import a_customer

CHECKS = (check_siren, check_siret, check_vat_number, check_iban)


@pytest.mark.parametrize(
    ("check", "text", "plain"),
    [
        (check_siren, "732 829 320", "732829320"),
        (check_siret, "732 829 320 00074", "73282932000074"),
        (check_vat_number, "FR 44 732829320", "FR44732829320"),
        (check_vat_number, "fr44732829320", "FR44732829320"),
        (check_iban, "FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189"),
        (check_iban, "DE89370400440532013000", "DE89370400440532013000"),
    ],
)
def test_a_right_number_loses_its_spaces(
    check: Callable[[str], str], text: str, plain: str
) -> None:
    assert check(text) == plain


@pytest.mark.parametrize(
    ("check", "text", "code"),
    [
        (check_siren, "732829321", "customers.bad_siren"),
        (check_siren, "73282932", "customers.bad_siren"),
        (check_siret, "73282932000075", "customers.bad_siret"),
        (check_vat_number, "FR45732829320", "customers.bad_vat_number"),
        (check_vat_number, "732829320", "customers.bad_vat_number"),
        (check_iban, "FR7630006000011234567890188", "customers.bad_iban"),
        (check_iban, "", "customers.bad_iban"),
    ],
)
def test_a_wrong_key_is_refused(check: Callable[[str], str], text: str, code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        check(text)
    assert refusal.value.code == code
    assert refusal.value.params["value"] == text


def test_a_siret_begins_with_its_siren() -> None:
    assert check_siret("73282932000074", "732829320") == "73282932000074"
    with pytest.raises(RuleError) as refusal:
        check_siret("73282932000074", "552100554")
    assert refusal.value.code == "customers.siret_of_other_siren"


@given(st.text(max_size=30) | st.from_regex(r"(FR)?[0-9 ²٣\n]{5,30}", fullmatch=True))
def test_any_text_is_taken_or_refused_but_never_breaks(text: str) -> None:
    for check in CHECKS:
        try:
            assert check(text).isascii()
        except RuleError:
            continue


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("code", " ", "customers.missing_code"),
        ("name", "", "customers.missing_name"),
        ("language", "de", "customers.unknown_language"),
    ],
)
def test_a_customer_needs_code_name_and_language(field: str, value: str, code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_customer(**{field: value})
    assert (refusal.value.code, refusal.value.where) == (code, field)


def test_a_customer_with_the_least() -> None:
    assert isinstance(a_customer(siren="", email=""), Customer)
