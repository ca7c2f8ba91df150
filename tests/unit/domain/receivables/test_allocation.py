"""What an allocation may not do: lose or invent money."""

import pytest

from otc_desktop.domain.receivables.allocation import (
    Difference,
    DifferenceKind,
    check_allocation,
)
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from tests.support.domain import USD, a_transaction, an_item, eur

NOTHING = Difference(eur("0"), DifferenceKind.NONE)
ITEM = an_item("F1", "100")
OTHER = an_item("F2", "50")
NOTE = an_item("A1", "-30")


def check(
    received: str,
    *parts: tuple[OpenItem, str],
    difference: str = "0",
    kind: DifferenceKind = DifferenceKind.NONE,
    allocated: str = "0",
) -> str | None:
    """The code of the refusal, None when the allocation is good."""
    try:
        check_allocation(
            a_transaction(received, allocated=allocated),
            [(item, eur(amount)) for item, amount in parts],
            Difference(eur(difference), kind),
        )
    except RuleError as refusal:
        return refusal.code
    return None


def test_good_allocations() -> None:
    assert check("100", (ITEM, "100")) is None
    assert check("100", (ITEM, "40")) is None
    assert check("150", (ITEM, "100"), (OTHER, "50")) is None
    assert check("70", (ITEM, "100"), (NOTE, "-30")) is None
    assert check("60", (ITEM, "60"), allocated="0") is None


def test_no_more_than_was_received() -> None:
    assert check("100", (ITEM, "100.01")) == "receivables.more_than_received"
    assert check("100", (ITEM, "60"), allocated="50") == "receivables.more_than_received"
    assert check("100", (ITEM, "50"), allocated="50") is None
    assert check("100", (NOTE, "-30")) == "receivables.more_than_received"


@pytest.mark.parametrize(
    "kind", [DifferenceKind.ROUNDING, DifferenceKind.BANK_CHARGE, DifferenceKind.DISCOUNT]
)
def test_a_difference_has_a_kind(kind: DifferenceKind) -> None:
    assert check("98", (ITEM, "100"), difference="2", kind=kind) is None
    assert check("98", (ITEM, "100"), difference="2") == "receivables.difference_without_kind"
    short = check("97.99", (ITEM, "100"), difference="2", kind=kind)
    assert short == "receivables.more_than_received"


def test_a_difference_never_eats_the_whole_receipt() -> None:
    eaten = check("98", (ITEM, "100"), difference="100", kind=DifferenceKind.DISCOUNT)
    assert eaten == "receivables.more_than_received"


def test_money_out_pays_no_invoice_but_refunds_a_credit_note() -> None:
    assert check("-100", (ITEM, "100")) == "receivables.not_a_refund"
    assert check("0", (ITEM, "100")) == "receivables.more_than_received"
    credit = an_item("AV1", "-80")
    assert check("-100", (credit, "-80")) is None
    assert check("-50", (credit, "-80")) == "receivables.more_than_received"
    assert check("50", (credit, "-30")) == "receivables.more_than_received"


def test_something_is_allocated_and_once() -> None:
    assert check("100") == "receivables.nothing_allocated"
    assert check("100", (ITEM, "50"), (ITEM, "50")) == "receivables.item_twice"


def test_one_receipt_may_pay_for_several_customers() -> None:
    stranger = an_item("F3", "50", customer="C0002")
    assert check("100", (ITEM, "50"), (stranger, "50")) is None


def test_a_receipt_pays_in_its_own_currency() -> None:
    dollars = an_item("F4", "100", currency=USD)
    with pytest.raises(RuleError) as refusal:
        check_allocation(a_transaction("100"), [(dollars, Money.of("100", USD))], NOTHING)
    assert refusal.value.code == "receivables.other_currency"
