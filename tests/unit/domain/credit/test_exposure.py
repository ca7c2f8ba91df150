"""When an order is held for credit."""

import pytest

from otc_desktop.domain.credit.exposure import LIMIT_EXCEEDED, credit_holds
from tests.support.domain import eur


@pytest.mark.parametrize(
    ("limit", "this_order", "holds"),
    [
        (None, "1000000", ()),
        ("1000", "200", ()),
        ("1000", "200.01", (LIMIT_EXCEEDED,)),
        ("0", "0.01", (LIMIT_EXCEEDED,)),
    ],
)
def test_the_limit_counts_invoices_orders_and_this_order(
    limit: str | None, this_order: str, holds: tuple[str, ...]
) -> None:
    assert (
        credit_holds(
            limit=None if limit is None else eur(limit),
            open_items=eur("500"),
            open_orders=eur("300"),
            this_order=eur(this_order),
        )
        == holds
    )


def test_credit_notes_make_room() -> None:
    room = credit_holds(
        limit=eur("100"), open_items=eur("-50"), open_orders=eur("0"), this_order=eur("150")
    )
    assert room == ()
