"""The numbers by which companies and accounts are known."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.identifiers import (
    check_einvoicing_address,
    check_einvoicing_scheme,
    check_email,
    check_iban,
    check_naf,
    check_siren,
    check_siret,
    check_vat_against_siren,
    check_vat_number,
    vat_number_of_siren,
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


@pytest.mark.parametrize(("text", "naf"), [("27.40Z", "2740Z"), (" 2740 z ", "2740Z")])
def test_naf_is_read_with_or_without_its_stop(text: str, naf: str) -> None:
    assert check_naf(text) == naf


@pytest.mark.parametrize("text", ["274Z", "2740", "ABCDE", "27400Z"])
def test_a_wrong_naf_is_refused(text: str) -> None:
    with pytest.raises(RuleError) as refusal:
        check_naf(text)
    assert refusal.value.code == "customers.bad_naf"


def test_french_vat_number_follows_from_the_siren() -> None:
    for siren, number in (("732829320", "FR44732829320"), ("552100554", "FR96552100554")):
        assert vat_number_of_siren(siren) == number == check_vat_number(number)


def test_vat_number_of_another_siren_is_noticed() -> None:
    check_vat_against_siren("FR44732829320", "732829320")
    check_vat_against_siren("FR44732829320", "")
    check_vat_against_siren("BE0428759497", "732829320")
    with pytest.raises(RuleError) as refusal:
        check_vat_against_siren("FR44732829320", "552100554")
    assert refusal.value.code == "customers.vat_of_other_siren"


@pytest.mark.parametrize(
    "text",
    ["a@b", "a b@c.fr", "@c.fr", "a@c..fr", "a@c.fr;b@c.fr", "a\n@c.fr", "x" * 250 + "@c.fr"],
)
def test_what_is_no_email_is_refused(text: str) -> None:
    with pytest.raises(RuleError) as refusal:
        check_email(text)
    assert refusal.value.code == "customers.bad_email"


def test_an_email_is_kept_without_the_spaces_around_it() -> None:
    assert check_email(" Compta+fr@sous.client.example ") == "Compta+fr@sous.client.example"


@pytest.mark.parametrize(
    ("text", "scheme", "code"),
    [
        ("552100554", "0225", "customers.einvoicing_of_other_siren"),
        ("", "0225", "customers.bad_einvoicing_address"),
        ("732829320é", "0225", "customers.bad_einvoicing_address"),
        ("7" * 126, "0009", "customers.bad_einvoicing_address"),
    ],
)
def test_a_wrong_einvoicing_address_is_refused(text: str, scheme: str, code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        check_einvoicing_address(text, scheme=scheme, siren="732829320")
    assert refusal.value.code == code


def test_an_einvoicing_address_begins_with_the_siren_in_the_french_directory_only() -> None:
    for text, scheme in (("732829320_COMPTA", "0225"), ("FR44732829320", "9957")):
        assert check_einvoicing_address(text, scheme=scheme, siren="732829320") == text


def test_einvoicing_schemes_are_codes_of_the_list() -> None:
    assert [check_einvoicing_scheme(text) for text in ("0225", " em ")] == ["0225", "EM"]
    with pytest.raises(RuleError) as refusal:
        check_einvoicing_scheme("SIRET")
    assert refusal.value.code == "customers.bad_einvoicing_scheme"
