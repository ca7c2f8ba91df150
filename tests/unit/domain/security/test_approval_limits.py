"""Who may agree to how much."""

import pytest

from otc_desktop.domain.security.approval_limits import DEFAULT_LIMITS, require_authority
from otc_desktop.domain.shared.errors import ApprovalRequired
from tests.support.domain import eur


@pytest.mark.parametrize(
    ("role", "at_stake", "limit", "without_end", "code"),
    [
        ("administrator", "1000000", "10", True, None),
        ("manager", "10000", "100000", False, None),
        ("manager", "10000.01", "100000", False, "credit.beyond_your_limit"),
        ("manager", "501", "1000", False, "credit.beyond_your_limit"),
        ("manager", "1", "1000", True, "credit.needs_unlimited_role"),
        ("credit_controller", "2000", None, False, None),
        ("credit_controller", "2000", "10000", False, None),
        ("credit_controller", "2000", "9999", False, "credit.beyond_your_limit"),
        ("sales", "0.01", None, False, "credit.beyond_your_limit"),
        ("nobody", "0.01", None, False, "credit.beyond_your_limit"),
    ],
)
def test_both_bounds_of_the_role_hold(
    role: str, at_stake: str, limit: str | None, without_end: bool, code: str | None
) -> None:
    def ask() -> None:
        require_authority(
            DEFAULT_LIMITS,
            role=role,
            at_stake=eur(at_stake),
            limit=None if limit is None else eur(limit),
            without_end=without_end,
        )

    if code is None:
        ask()
        return
    with pytest.raises(ApprovalRequired) as refusal:
        ask()
    assert refusal.value.code == code
