"""What the kept file takes over, and which two files can be merged at all."""

from dataclasses import fields, replace
from datetime import date
from uuid import UUID

import pytest

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.merge import (
    MERGED_FIELDS,
    fillable,
    put_into,
    refuse_if_merged,
    refuse_unless_mergeable,
    taken_over,
)
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId

KEEPER = Customer(id=CustomerId(UUID(int=1)), code="C1", name="Durand")
LOSER = Customer(
    id=CustomerId(UUID(int=2)),
    code="C2",
    name="Durand SARL",
    siren="552100554",
    siret="55210055400013",
    vat_number="FR84552100554",
    email="compta@durand.example",
    address=Address(line1="1 rue de la Paix", postal_code="75002", city="Paris", country="FR"),
    einvoicing_scheme="0225",
    einvoicing_address="552100554",
)


def test_every_field_is_merged_or_left_for_a_reason() -> None:
    left = {"id", "code", "version", "status", "status_reason", "archived_on", "parent_id"}
    left |= {"merged_into_id", "former_codes", "einvoicing_scheme"}
    assert {field.name for field in fields(Customer)} - left == set(MERGED_FIELDS)


def test_empty_fields_are_filled_and_names_left_alone() -> None:
    assert fillable(KEEPER, LOSER) == (
        "siren",
        "siret",
        "vat_number",
        "address",
        "email",
        "einvoicing_address",
    )
    assert fillable(LOSER, KEEPER) == ()


def test_numbers_of_another_company_are_not_filled() -> None:
    other = replace(KEEPER, siren="552081317")
    assert "siret" not in fillable(other, LOSER)
    assert "vat_number" not in fillable(other, LOSER)
    with pytest.raises(RuleError, match=r"customers\.siret_of_other_siren"):
        taken_over(other, LOSER, ["siret"])
    with pytest.raises(RuleError, match=r"customers\.vat_of_other_siren"):
        taken_over(other, LOSER, ["vat_number"])


def test_taking_an_address_for_e_invoices_takes_its_scheme() -> None:
    merged = taken_over(KEEPER, LOSER, ["einvoicing_address"])
    assert (merged.einvoicing_scheme, merged.einvoicing_address) == ("0225", "552100554")
    assert merged.code == "C1"


def test_unknown_field_is_refused() -> None:
    with pytest.raises(RuleError, match=r"customers\.unknown_merge_field"):
        taken_over(KEEPER, LOSER, ["code"])


def test_lost_file_is_archived_under_the_kept_one() -> None:
    lost = put_into(LOSER, KEEPER, on=date(2026, 11, 20))
    assert (lost.archived_on, lost.merged_into_id) == (date(2026, 11, 20), KEEPER.id)
    with pytest.raises(RuleError, match=r"customers\.merged_already"):
        refuse_if_merged(lost)


@pytest.mark.parametrize(
    ("keeper", "loser", "code"),
    [
        (KEEPER, KEEPER, "merge_with_itself"),
        (replace(KEEPER, merged_into_id=LOSER.id), LOSER, "merged_already"),
        (KEEPER, replace(LOSER, merged_into_id=CustomerId(UUID(int=3))), "merged_already"),
        (replace(KEEPER, archived_on=date(2026, 1, 1)), LOSER, "merge_into_archived"),
    ],
)
def test_files_that_do_not_stand_by_themselves_are_refused(
    keeper: Customer, loser: Customer, code: str
) -> None:
    with pytest.raises(RuleError, match=code):
        refuse_unless_mergeable(keeper, loser)
