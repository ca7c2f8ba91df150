"""Limit and group of a customer change only by who may."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest

from otc_desktop.application.kernel.credit_terms import keep_credit_terms
from otc_desktop.domain.credit.trace import TracedDecision
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.security.permissions import Permission, User
from otc_desktop.domain.shared.errors import PermissionDenied
from otc_desktop.domain.shared.ids import CustomerId
from tests.support.domain import eur

FILE = Customer(id=CustomerId(uuid4()), code="C1", name="Durand", credit_limit=eur("100"))
SELLER = User("seller", frozenset({Permission.EDIT_CUSTOMERS}))


def _keep(before: Customer | None, after: Customer, user: User) -> list[TracedDecision]:
    traced: list[TracedDecision] = []
    uow: Any = SimpleNamespace(credit=SimpleNamespace(trace=traced.append))
    ctx: Any = SimpleNamespace(user=user, today=None, new_id=uuid4)
    keep_credit_terms(uow, ctx, before, after)
    return traced


def test_a_seller_changes_anything_but_credit() -> None:
    assert _keep(FILE, replace(FILE, name="Durand SARL"), SELLER) == []
    assert _keep(None, replace(FILE, credit_limit=None), SELLER) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"credit_limit": eur("200")},
        {"credit_limit": None},
        {"insured_limit": eur("50")},
        {"parent_id": CustomerId(uuid4())},
    ],
)
def test_a_seller_changes_no_limit_and_no_group(changes: dict[str, Any]) -> None:
    with pytest.raises(PermissionDenied):
        _keep(FILE, replace(FILE, **changes), SELLER)
    with pytest.raises(PermissionDenied):
        _keep(None, FILE, SELLER)


def test_who_may_leaves_a_trace_of_a_changed_limit() -> None:
    [traced] = _keep(FILE, replace(FILE, credit_limit=eur("200")), User("manager"))
    assert (traced.before, traced.after) == ("100.00 EUR", "200.00 EUR")
