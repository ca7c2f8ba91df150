"""Invented identifiers pass the same checks as real ones."""

from random import Random

import pytest

from otc_desktop.demo import identifiers
from otc_desktop.domain.customers.identifiers import (
    check_iban,
    check_siren,
    check_siret,
    check_vat_number,
)

DRAWS = 200


def _draws() -> Random:
    return Random(7)  # noqa: S311 - invented numbers, nothing secret


@pytest.mark.parametrize("prefix", ["999", "2199"])
def test_french_companies_pass_and_can_be_told_from_real_ones(prefix: str) -> None:
    rng = _draws()
    for _ in range(DRAWS):
        siren = identifiers.siren(rng, prefix=prefix)
        assert check_siren(siren) == siren
        assert siren.startswith(prefix)
        siret = identifiers.siret(siren, establishment=rng.randint(1, 9999))
        assert check_siret(siret, siren) == siret
        number = identifiers.french_vat_number(siren)
        assert check_vat_number(number) == number


@pytest.mark.parametrize("country", ["BE", "DE", "LU"])
def test_foreign_vat_numbers_pass(country: str) -> None:
    rng = _draws()
    for _ in range(DRAWS):
        number = identifiers.foreign_vat_number(rng, country)
        assert check_vat_number(number) == number


@pytest.mark.parametrize("country", ["FR", "BE", "DE", "LU"])
def test_ibans_pass(country: str) -> None:
    rng = _draws()
    for _ in range(DRAWS):
        number = identifiers.iban(rng, country)
        assert check_iban(number) == number
        assert number.startswith(country)


def test_a_french_account_has_its_national_key_right() -> None:
    rng = _draws()
    for _ in range(DRAWS):
        number = identifiers.iban(rng, "FR")
        assert int(number[4:]) % 97 == 0
        assert number[4:9] == "99999"
