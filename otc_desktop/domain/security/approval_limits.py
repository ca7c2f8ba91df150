"""How much each role may agree to beyond the rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import ApprovalRequired, RuleError
from otc_desktop.domain.shared.money import Money

ADMINISTRATOR = "administrator"
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLimit:
    """What a role may agree to: both bounds hold; None is no bound.

    `most` is the largest overrun, `most_percent` the largest in percent of the limit that is
    exceeded. Only a role without any bound may lift what the rules hold altogether.

    Raises:
        RuleError: `security.negative_approval_limit`.
    """

    role: str
    most: Money | None = None
    most_percent: Decimal | None = None

    def __post_init__(self) -> None:
        negative = (self.most is not None and self.most.amount < 0) or (
            self.most_percent is not None and self.most_percent < 0
        )
        if negative:
            raise RuleError("security.negative_approval_limit", where="most", role=self.role)

    @property
    def has_no_end(self) -> bool:
        """Whether the role may agree to anything."""
        return self.most is None and self.most_percent is None

    def allows(self, at_stake: Money, *, limit: Money | None) -> bool:
        """Whether the role may agree to this amount, beyond that limit."""
        if self.most is not None and at_stake > self.most:
            return False
        if self.most_percent is None or limit is None:
            return True
        return at_stake <= limit.times(self.most_percent / _HUNDRED)


DEFAULT_LIMITS: tuple[ApprovalLimit, ...] = (
    ApprovalLimit(role=ADMINISTRATOR),
    ApprovalLimit(role="manager", most=Money.of("10000", EUR), most_percent=Decimal(50)),
    ApprovalLimit(role="credit_controller", most=Money.of("2000", EUR), most_percent=Decimal(20)),
    ApprovalLimit(role="sales", most=Money.of("0", EUR)),
)


def require_authority(
    limits: Sequence[ApprovalLimit],
    *,
    role: str,
    at_stake: Money,
    limit: Money | None,
    without_end: bool,
) -> None:
    """Stop an agreement that is beyond the role's limit; a role that is not listed has none.

    Args:
        limits: of every role.
        role: of the user who agrees.
        at_stake: what is agreed to.
        limit: the credit limit that is exceeded, if one is.
        without_end: whether the rules want somebody whose limit has no end.

    Raises:
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role`.
    """
    own = next((each for each in limits if each.role == role), None)
    if own is not None and own.has_no_end:
        return
    if without_end:
        raise ApprovalRequired("credit.needs_unlimited_role", role=role, amount=at_stake)
    if own is None or not own.allows(at_stake, limit=limit):
        raise ApprovalRequired("credit.beyond_your_limit", role=role, amount=at_stake)


def may_agree(limits: Sequence[ApprovalLimit], *, role: str, amount: Money) -> bool:
    """Whether a role may agree to an amount by itself; a role not listed may not."""
    own = next((each for each in limits if each.role == role), None)
    return own is not None and own.allows(amount, limit=None)


def require_write_off(limits: Sequence[ApprovalLimit], *, role: str, amount: Money) -> None:
    """Stop a debt from being given up beyond the role's limit; a role not listed has none.

    Raises:
        ApprovalRequired: `receivables.write_off_beyond_limit`.
    """
    own = next((each for each in limits if each.role == role), None)
    if own is None or not own.allows(amount, limit=None):
        raise ApprovalRequired("receivables.write_off_beyond_limit", role=role, amount=amount)
