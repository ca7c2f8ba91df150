"""What counts as exposure."""

from otc_desktop.domain.credit.exposure import Exposure, exposure_of_group
from tests.support.domain import eur


def _exposure(open_items: str, delivered: str = "0", ordered: str = "0") -> Exposure:
    return Exposure(
        open_items=eur(open_items), delivered=eur(delivered), ordered=eur(ordered), held=eur("900")
    )


def test_exposure_is_what_is_open_delivered_and_ordered_but_not_what_is_held() -> None:
    assert _exposure("500", "200", "300").amount == eur("1000")


def test_credit_notes_and_payments_on_account_make_room() -> None:
    assert _exposure("-50", ordered="150").amount == eur("100")


def test_a_group_owes_what_its_members_owe() -> None:
    together = exposure_of_group([_exposure("500"), _exposure("-50", "20", "30")])
    assert (together.amount, together.held) == (eur("500"), eur("1800"))
    assert exposure_of_group([]).amount == eur("0")
