"""Files that look like one customer, with the reason; those that do not are left alone."""

from typing import Any
from uuid import UUID

import pytest

from otc_desktop.domain.customers.duplicates import (
    LIKELY,
    KnownTraits,
    Traits,
    compare,
    likely,
    mail_domain,
    near_names,
    pairs,
    phone_key,
)
from otc_desktop.domain.shared.ids import CustomerId


def _file(number: int, name: str = "Durand Éclairage SARL", **known: Any) -> Traits:
    return Traits(CustomerId(UUID(int=number)), f"C{number:04d}", name, **known)


def _codes(one: Traits, other: Traits) -> tuple[str, ...]:
    likeness = compare(one, other)
    return () if likeness is None else likeness.codes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Durand Éclairage SARL", "DURAND ECLAIRAGE"),
        ("SAS Dupont & Fils", "Dupont et Fils"),
        ("S.A.R.L. Martin", "Martin sarl"),
        ("Maison Claire", "Claire Maison SA"),
        ("Société Bati Plus", "BATIPLUS"),
        ("Établissements Lefèvre", "Ets Lefevre"),
    ],
)
def test_same_name_when_form_accents_order_and_spaces_differ(one: str, other: str) -> None:
    assert near_names(one, other) == near_names(other, one) == 86


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orféa Industries", "Orfea Industrie SA"),
        ("Durand Éclairage", "Duramd Eclairage"),
        ("Durand Éclairage", "Eclairage Druand"),
        ("Lumen", "Lumens"),
    ],
)
def test_near_name_when_one_typo_differs(one: str, other: str) -> None:
    assert near_names(one, other) == near_names(other, one) == 76


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Durand Éclairage", "Durand Chauffage"),
        ("Garage 12", "Garage 13"),
        ("SARL", "SAS"),
        ("ABC", "ABD"),
        ("Durand", ""),
    ],
)
def test_names_are_not_near_when_a_word_is_another(one: str, other: str) -> None:
    assert near_names(one, other) == 0


@pytest.mark.parametrize(
    ("known", "other", "code"),
    [
        ({"siren": "552100554"}, {"siren": "552100554"}, "customers.same_siren"),
        (
            {"vat_number": "BE0403019261"},
            {"vat_number": "BE0403019261"},
            "customers.same_vat_number",
        ),
        ({"iban": "FR76"}, {"iban": "FR76"}, "customers.same_iban"),
        ({"phone": "465718293"}, {"phone": "465718293"}, "customers.same_phone"),
        ({"mail_domain": "a.example"}, {"mail_domain": "a.example"}, "customers.same_mail_domain"),
    ],
)
def test_reason_when_something_is_shared(
    known: dict[str, str], other: dict[str, str], code: str
) -> None:
    assert _codes(_file(1, "Alpha", **known), _file(2, "Omega", **other)) == (code,)


def test_same_name_counts_at_the_same_postal_code_only() -> None:
    here = _file(1, postal_code="69003")
    assert _codes(here, _file(2, postal_code="69003")) == ("customers.same_name_and_place",)
    assert _codes(here, _file(2, postal_code="75002")) == ()
    assert _codes(here, _file(2)) == ()


def test_two_sites_of_one_company_are_likely_but_not_sure() -> None:
    one = _file(1, siren="552100554", siret="55210055400013")
    other = _file(2, "Autre site", siren="552100554", siret="55210055400021")
    likeness = compare(one, other)
    assert likeness is not None
    assert likeness.codes == ("customers.other_site",)
    assert not likeness.is_sure


def test_reasons_add_up_and_never_pass_a_hundred() -> None:
    alone = compare(_file(1, postal_code="69003"), _file(2, postal_code="69003"))
    more = compare(
        _file(1, postal_code="69003", phone="465718293", iban="FR76", siren="552100554"),
        _file(2, postal_code="69003", phone="465718293", iban="FR76", siren="552100554"),
    )
    assert alone is not None
    assert more is not None
    assert not alone.is_sure
    assert more.is_sure
    assert alone.score < more.score < 100


def test_two_legal_persons_are_never_sure() -> None:
    likeness = compare(
        _file(1, siren="552100554", postal_code="69003", iban="FR76", phone="465718293"),
        _file(2, siren="552081317", postal_code="69003", iban="FR76", phone="465718293"),
    )
    assert likeness is not None
    assert LIKELY <= likeness.score <= 50


def test_public_mail_boxes_tell_nothing() -> None:
    assert mail_domain("Compta@Durand.Example ") == "durand.example"
    assert [mail_domain(f"a@{each}") for each in ("gmail.com", "orange.fr", "wanadoo.fr")] == [
        ""
    ] * 3
    assert mail_domain("no mail") == ""


def test_phone_is_the_same_with_and_without_its_country() -> None:
    assert phone_key("04 65 71 82 93") == phone_key("+33 (0)4.65.71.82.93") == "465718293"
    assert phone_key("3631") == ""


def test_likeliest_come_first_and_the_file_itself_is_left_out() -> None:
    one = _file(1, postal_code="69003", phone="465718293", siren="552100554")
    weak = _file(2, "Omega", phone="465718293")
    strong = _file(3, "Omega", siren="552100554")
    assert [traits.code for traits, _ in likely(one, [one, weak, strong])] == ["C0003", "C0002"]


def test_pairs_meet_once_best_first_and_agree_with_comparing_everybody() -> None:
    everybody = [
        _file(1, postal_code="69003", siren="552100554"),
        _file(2, "Durand Eclairrage", postal_code="69003"),
        _file(3, "Omega", siren="552100554"),
        _file(4, "Nobody"),
        _file(5, "Batiplus", postal_code="33000"),
        _file(6, "Bati Plus SARL", postal_code="33000"),
    ]
    found = {(pair.first.code, pair.second.code): pair.likeness.score for pair in pairs(everybody)}
    by_hand = {
        (one.code, other.code): likeness.score
        for one in everybody
        for other in everybody
        if one.code < other.code and (likeness := compare(one, other)) is not None
    }
    assert found == by_hand
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert len(found) == 3


def test_rows_of_a_table_are_compared_with_earlier_ones() -> None:
    known = KnownTraits([_file(1, postal_code="69003")])
    row = _file(2, "Durand Eclairage", postal_code="69003")
    assert [traits.code for traits, _ in known.like(row)] == ["C0001"]
    known.add(row)
    again = _file(3, "DURAND ECLAIRAGE SA", postal_code="69003")
    assert [traits.code for traits, _ in known.like(again)] == ["C0001", "C0002"]
