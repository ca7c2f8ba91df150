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
    """A day at whose end a statement says what was in the account, and how it began."""

    on: date
    closing: Money
    opening: Money | None = None
    opens_on: date | None = None


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
    if statement.is_notice:
        # The next statement with movements proves or disproves what it says.
        return []
    if statement.closing is None or statement.closing_on is None:
        return (
            [] if around.covered_until is None else _days_missing(statement, around.covered_until)
        )
    found: list[Finding] = []
    before, after = around.before, around.after
    if before is not None and not _follows(statement, around):
        began = statement.opening_on or _first_day(statement) or statement.closing_on
        overlaps = statement.opening is None or began < before.on
        found.append(
            _gap(
                statement.account,
                last=before,
                opening=_at_the_time(statement.closing, around.since_before)
                if overlaps
                else statement.opening,
                until=max(began, before.on),
            )
        )
    if after is not None and not _is_followed(statement.closing, after, around.until_after):
        began = after.opens_on or after.on
        overlaps = after.opening is None or began < statement.closing_on
        found.append(
            _gap(
                statement.account,
                last=Anchor(on=statement.closing_on, closing=statement.closing),
                opening=_at_the_time(after.closing, around.until_after)
                if overlaps
                else after.opening,
                until=max(began, statement.closing_on),
            )
        )
    return found


def _at_the_time(closing: Money, booked_since: Money | None) -> Money:
    """What was in the account before these movements, by a later balance."""
    return closing if booked_since is None else closing - booked_since


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


def _gap(account: str, *, last: Anchor, opening: Money | None, until: date) -> Finding:
    opening = last.closing if opening is None else opening
    return warning(
        "banking.gap_since_last_statement",
        account=account,
        last_closing=last.closing,
        last_on=last.on,
        opening=opening,
        until=until,
        difference=opening - last.closing,
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
