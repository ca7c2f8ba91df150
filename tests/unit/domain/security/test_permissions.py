"""What a user may do."""

import pytest

from otc_desktop.domain.security.permissions import Permission, User
from otc_desktop.domain.shared.errors import PermissionDenied


def test_a_user_may_everything_unless_told() -> None:
    for permission in Permission:
        User("ana").require(permission)


def test_a_missing_right_stops_the_intent() -> None:
    reader = User("luc", frozenset({Permission.READ}))
    reader.require(Permission.READ)
    with pytest.raises(PermissionDenied) as refusal:
        reader.require(Permission.ISSUE_INVOICE)
    assert refusal.value.params == {"user": "luc", "permission": "issue_invoice"}
