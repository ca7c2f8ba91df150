"""Company and account numbers in groups."""

from otc_desktop.adapters.documents.identifiers import grouped_iban, grouped_siren, grouped_siret


def test_iban_is_grouped_by_four_whatever_its_spaces() -> None:
    assert grouped_iban("FR7630006000011234567890189") == "FR76 3000 6000 0112 3456 7890 189"
    assert grouped_iban("FR76 3000 60000112") == "FR76 3000 6000 0112"


def test_siren_and_siret_are_grouped_and_foreign_numbers_left_alone() -> None:
    assert grouped_siren("732829320") == "732 829 320"
    assert grouped_siret("73282932000074") == "732 829 320 00074"
    assert grouped_siren("HRB 1234") == "HRB 1234"
    assert grouped_siret("CHE-123") == "CHE-123"
