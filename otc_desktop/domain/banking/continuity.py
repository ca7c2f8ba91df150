"""Whether an account's statements follow one another without a gap."""

from dataclasses import dataclass
from datetime import date, timedelta

from otc_desktop.domain.banking.statement import ParsedStatement
from otc_desktop.domain.shared.business_days import is_business_day
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.shared.money import Money

# A week without movements is usual where no balance is given; more should be looked at.
_QUIET_DAYS = 4
_MOST_DAYS = 3_660


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A day at whose end a statement says what was in the account, and what it opened with."""

    on: date
    closing: Money
    opening: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What is known around a statement, movements of the statement itself included.

    `before` and `after` are the nearest balances known on either side; `since_before` is
    what was booked after the one up to the statement's end, `until_after` from there up to
    the other. `same_day` are balances of the statement's own last day. `covered_until` is the
    last day before the statement that anything tells of.
    """

    before: Anchor | None = None
    after: Anchor | None = None
    since_before: Money | None = None
    until_after: Money | None = None
    same_day: tuple[Money, ...] = ()
    covered_until: date | None = None


def gaps(statement: ParsedStatement, around: Neighbours) -> list[Finding]:
    """What is missing before or behind a statement.

    A statement follows the one before when it opens with its closing balance, or when what
    is known between both accounts for the difference, as with overlapping files. Where no
    balance is given, business days that nothing tells of are named.
    """
    found: list[Finding] = []
    if statement.closing is not None and statement.closing_on is not None:
        before = around.before
        if before is not None and not _follows(statement, around):
            found.append(
                _gap(
                    statement.account,
                    last=before.closing,
                    last_on=before.on,
                    opening=_opening(statement, around, statement.closing),
                    until=statement.opening_on or _first_day(statement) or statement.closing_on,
                )
            )
        after = around.after
        if after is not None and not _is_followed(statement.closing, after, around.until_after):
            found.append(
                _gap(
                    statement.account,
                    last=statement.closing,
                    last_on=statement.closing_on,
                    opening=after.opening if after.opening is not None else after.closing,
                    until=after.on,
                )
            )
    elif around.covered_until is not None:
        found += _days_missing(statement, around.covered_until)
    return found


def _opening(statement: ParsedStatement, around: Neighbours, closing: Money) -> Money:
    if statement.opening is not None:
        return statement.opening
    return closing if around.since_before is None else closing - around.since_before


def _follows(statement: ParsedStatement, around: Neighbours) -> bool:
    before = around.before
    if before is None or statement.closing is None:
        return True
    if statement.opening is not None and statement.opening in (before.closing, *around.same_day):
        return True
    return (
        around.since_before is not None
        and before.closing + around.since_before == statement.closing
    )


def _is_followed(closing: Money, after: Anchor, until_after: Money | None) -> bool:
    if after.opening == closing:
        return True
    return until_after is not None and closing + until_after == after.closing


def _gap(account: str, *, last: Money, last_on: date, opening: Money, until: date) -> Finding:
    return warning(
        "banking.gap_since_last_statement",
        account=account,
        last_closing=last,
        last_on=last_on,
        opening=opening,
        until=until,
        difference=opening - last,
    )


def _days_missing(statement: ParsedStatement, covered_until: date) -> list[Finding]:
    first = _first_day(statement)
    if first is None or first <= covered_until or (first - covered_until).days > _MOST_DAYS:
        return []
    day = covered_until + timedelta(days=1)
    missing = []
    while day < first:
        if is_business_day(day):
            missing.append(day)
        day += timedelta(days=1)
    if len(missing) <= _QUIET_DAYS:
        return []
    return [
        warning(
            "banking.days_missing",
            account=statement.account,
            first=missing[0],
            last=missing[-1],
            count=len(missing),
        )
    ]


def _first_day(statement: ParsedStatement) -> date | None:
    return min((entry.booked_on for entry in statement.entries), default=None)
