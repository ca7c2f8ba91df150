"""One movement has one identity, whatever file tells of it."""

from datetime import date

from otc_desktop.domain.banking.fingerprint import fingerprints, leaf_payments
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment
from otc_desktop.domain.shared.money import Money
from tests.support.domain import USD, a_payment, a_statement, an_entry, eur


def identities(*entries: ParsedEntry) -> list[str]:
    return [each for _, _, each in fingerprints(leaf_payments(a_statement(*entries)))]


def leaves(entry: ParsedEntry) -> list[ParsedPayment]:
    return [payment for _, payment in leaf_payments(a_statement(entry))]


MONDAY = [
    an_entry("100.00", reference="A1"),
    an_entry("100.00", label="VIR DURAND"),
    an_entry("100.00", label="VIR DURAND"),
    an_entry("-100.00", label="VIR DURAND"),
]
TUESDAY = [an_entry("100.00", label="VIR DURAND", on=date(2026, 12, 2))]


def test_two_equal_payments_of_a_day_are_two() -> None:
    assert len(set(identities(*MONDAY))) == 4


def test_another_order_or_an_overlapping_file_names_them_the_same() -> None:
    monday = set(identities(*MONDAY))
    assert set(identities(*reversed(MONDAY))) == monday
    both = set(identities(*TUESDAY, *MONDAY))
    assert monday < both
    assert both - monday == set(identities(*TUESDAY))


def test_the_same_text_on_another_day_or_amount_is_another_payment() -> None:
    usual = an_entry("100.00", label="VIR")
    assert identities(usual) != identities(an_entry("100.01", label="VIR"))
    assert identities(usual) != identities(an_entry("100.00", label="VIR", on=date(2026, 12, 2)))
    assert identities(usual) != identities(an_entry("100.00", label="VIR 2"))


def test_case_and_spaces_of_the_text_do_not_matter() -> None:
    assert identities(an_entry(label="VIR  Durand é")) == identities(an_entry(label="vir durand E"))


def test_the_reference_of_the_bank_outweighs_the_text() -> None:
    one = an_entry(label="VIR DURAND", reference="A1")
    other = an_entry(label="VIREMENT DURAND SARL", reference="A1")
    assert identities(one) == identities(other)
    assert identities(one) != identities(an_entry(label="VIR DURAND", reference="A2"))


def test_a_batch_that_tells_all_amounts_is_its_payments() -> None:
    batch = an_entry("150.00", a_payment("100.00"), a_payment("50.00"))
    assert [each.amount for each in leaves(batch)] == [eur("100.00"), eur("50.00")]


def test_a_batch_that_does_not_add_up_stays_one_movement_with_all_its_text() -> None:
    for payments in (
        (a_payment("100.00", label="F1"), a_payment("49.99", label="F2")),
        (a_payment(None, label="F1"), a_payment("50.00", label="F2")),
    ):
        (whole,) = leaves(an_entry("150.00", *payments, label="REMISE", reference="B1"))
        assert whole.amount == eur("150.00")
        assert (whole.label, whole.bank_reference) == ("REMISE F1 F2", "B1")


def test_details_in_another_currency_do_not_add_up_to_the_entry() -> None:
    foreign = ParsedPayment(amount=Money.of("75.00", USD))
    (whole,) = leaves(an_entry("150.00", foreign, foreign))
    assert whole.amount == eur("150.00")


def test_a_single_payment_has_the_amount_of_its_entry_and_its_own_words() -> None:
    only = a_payment(
        None, label="F2026-00412", counterparty="DURAND", end_to_end_id="E1", bank_reference="P1"
    )
    (leaf,) = leaves(an_entry("150.00", only, label="VIREMENT", reference="B1"))
    assert leaf.amount == eur("150.00")
    assert (leaf.label, leaf.counterparty) == ("F2026-00412", "DURAND")
    assert (leaf.end_to_end_id, leaf.bank_reference) == ("E1", "P1")


def test_a_single_payment_without_words_has_those_of_its_entry() -> None:
    (leaf,) = leaves(an_entry("150.00", a_payment("150.00"), label="VIREMENT", reference="B1"))
    assert (leaf.label, leaf.bank_reference) == ("VIREMENT", "B1")


def test_a_payment_without_amount_is_named_by_its_entry() -> None:
    entry = an_entry("100.00", label="VIR")
    bare = a_payment(None, label="VIR")
    assert [each for *_, each in fingerprints([(entry, bare)])] == identities(entry)
