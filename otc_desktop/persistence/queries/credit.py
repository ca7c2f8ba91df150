"""Credit: how customers stand today, and what gives reason to look."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import (
    Connection,
    Engine,
    func,
    or_,
    select,
)

from otc_desktop.application.credit.queries import (
    AlertRow,
    CreditSituation,
    LimitLine,
    MemberLine,
)
from otc_desktop.domain.credit.alerts import AlertKind, WatchedCustomer, alerts_of
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.decision import LimitScope
from otc_desktop.domain.credit.exposure import Exposure, exposure_of_group
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.credit.policy import CreditPolicy
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.credit_sums import read_exposures, read_on_account
from otc_desktop.persistence.queries.reading import reading_one_state
from otc_desktop.persistence.repositories.credit import (
    CREDIT_COLUMNS,
    SqlCreditRepository,
    credit_file_of,
)
from otc_desktop.persistence.session import Session, in_chunks, sum_minor
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.receivables import open_item

_NOTHING = Money.zero(EUR)


class CreditFigures:
    """Customers weighed as of today, one by one or all in one pass."""

    def __init__(self, engine: Engine, today: Callable[[], date]) -> None:
        self._engine = engine
        self._today = today

    def situation(self, customer_id: UUID) -> CreditSituation:
        """How a customer stands: exposure, limits of its own and of its group, alerts.

        Raises:
            NotFoundError: `customers.not_found`.
        """
        with reading_one_state(self._engine) as connection:
            return self._situation(connection, CustomerId(customer_id))

    def situation_of(self, code: str) -> CreditSituation:
        """The same for a customer's code.

        Raises:
            NotFoundError: `customers.unknown_code`.
        """
        with reading_one_state(self._engine) as connection:
            query = select(customer.c.id).where(customer.c.code == code)
            customer_id = connection.execute(query).scalar_one_or_none()
            if customer_id is None:
                raise NotFoundError("customers.unknown_code", where="customer", code=code)
            return self._situation(connection, CustomerId(customer_id))

    def alerts(self) -> Sequence[AlertRow]:
        """Every customer that gives reason to look, the most urgent first; one pass each."""
        today = self._today()
        with reading_one_state(self._engine) as connection:
            policy = _credit(connection).policy()
            exposures = read_exposures(connection)
            overdue = _overdue(connection, today)
            watched = or_(
                customer.c.credit_limit_minor.is_not(None),
                customer.c.insured_limit_minor.is_not(None),
                customer.c.ceased_on.is_not(None),
                customer.c.credit_grade != CreditGrade.UNKNOWN.value,
            )
            rows = list(connection.execute(select(*CREDIT_COLUMNS).where(watched)).mappings())
            known = {row["id"] for row in rows}
            for some in in_chunks(set(overdue) - known):
                others = select(*CREDIT_COLUMNS).where(customer.c.id.in_(some))
                rows.extend(connection.execute(others).mappings())
            late_before = _late_before(connection, set(overdue))
            since = _known_since(connection)
        found = []
        for row in rows:
            file = credit_file_of(row)
            exposure = exposures.get(file.customer_id, Exposure.none())
            late = overdue.get(file.customer_id, (_NOTHING, None))[0]
            alerts = _alerts(
                file,
                exposure,
                late,
                policy,
                today,
                late_before=file.customer_id in late_before,
                since=since.get(file.customer_id),
            )
            if alerts and not file.is_archived:
                found.append(
                    AlertRow(
                        id=file.customer_id,
                        customer_code=file.code,
                        customer_name=file.name,
                        alerts=alerts,
                        exposure=exposure.amount,
                        limit=file.limit,
                        overdue=late,
                        grade=file.grade.grade.value,
                    )
                )
        urgency = list(AlertKind)
        return sorted(
            found, key=lambda each: (urgency.index(each.alerts[0]), -each.exposure.amount)
        )

    def _situation(self, connection: Connection, customer_id: CustomerId) -> CreditSituation:
        today = self._today()
        credit = _credit(connection)
        file = credit.file(customer_id)
        group = credit.group_of(customer_id)
        files = {each: credit.file(each) for each in group.member_ids}
        exposures = read_exposures(connection, group.member_ids)
        late, oldest = _overdue(connection, today, customer_id).get(customer_id, (_NOTHING, None))
        own = exposures[customer_id]
        alerts = _alerts(
            file,
            own,
            late,
            credit.policy(),
            today,
            late_before=customer_id in _late_before(connection, {customer_id}),
            since=_known_since(connection, customer_id).get(customer_id),
        )
        insured = file.insured
        return CreditSituation(
            file=file,
            exposure=own,
            limits=_limit_lines(file, files[group.head_id], exposures),
            members=tuple(
                MemberLine(
                    id=each,
                    code=files[each].code,
                    name=files[each].name,
                    limit=files[each].limit,
                    exposure=exposures[each],
                )
                for each in (group.member_ids if len(group.member_ids) > 1 else ())
            ),
            overdue=late,
            oldest_due_on=oldest,
            on_account=read_on_account(connection, customer_id),
            uninsured=None if insured is None else max(own.amount - insured, _NOTHING),
            alerts=alerts,
        )


def _credit(connection: Connection) -> SqlCreditRepository:
    """The repository, for reading only: it decides nothing, in nobody's name."""
    return SqlCreditRepository(Session(connection, datetime.min.replace(tzinfo=UTC)), "")


def _limit_lines(
    file: CreditFile, head: CreditFile, exposures: Mapping[CustomerId, Exposure]
) -> tuple[LimitLine, ...]:
    lines = []
    in_group = len(exposures) > 1
    own = exposures[file.customer_id]
    is_head = head.customer_id == file.customer_id
    if file.limit is not None and not (in_group and is_head):
        lines.append(
            LimitLine(
                scope=LimitScope.CUSTOMER,
                holder_code=file.code,
                limit=file.limit,
                used=own.amount,
            )
        )
    if in_group and head.limit is not None:
        lines.append(
            LimitLine(
                scope=LimitScope.GROUP,
                holder_code=head.code,
                limit=head.limit,
                used=exposure_of_group(exposures.values()).amount,
            )
        )
    return tuple(lines)


def _alerts(
    file: CreditFile,
    exposure: Exposure,
    overdue: Money,
    policy: CreditPolicy,
    today: date,
    *,
    late_before: bool,
    since: date | None,
) -> tuple[AlertKind, ...]:
    watched = WatchedCustomer(
        exposure=exposure,
        limit=file.limit,
        insured=file.insured,
        grade=file.grade,
        reviewed_on=file.reviewed_on,
        ceased_on=file.ceased_on,
        overdue=overdue,
        was_late_before=late_before,
        known_since=since,
    )
    return alerts_of(watched, policy, today=today)


def _overdue(
    connection: Connection, today: date, customer_id: UUID | None = None
) -> dict[UUID, tuple[Money, date | None]]:
    """What is past its date, and the oldest date, by customer."""
    query = (
        select(
            open_item.c.customer_id, sum_minor(open_item.c.open_minor), func.min(open_item.c.due_on)
        )
        .where(
            open_item.c.is_open.is_(True), open_item.c.due_on < today, open_item.c.open_minor > 0
        )
        .group_by(open_item.c.customer_id)
    )
    if customer_id is not None:
        query = query.where(open_item.c.customer_id == customer_id)
    return {
        owner: (Money.from_minor(minor, EUR), oldest)
        for owner, minor, oldest in connection.execute(query)
    }


def _late_before(connection: Connection, customer_ids: set[UUID]) -> set[UUID]:
    """Those of these customers who once settled a document after its date."""
    # One look for each: who is often late is known after a document or two.
    late = (
        select(open_item.c.id)
        .where(
            open_item.c.customer_id == customer.c.id,
            open_item.c.is_open.is_(False),
            open_item.c.settled_on > open_item.c.due_on,
            open_item.c.total_minor > 0,
        )
        .exists()
    )
    found: set[UUID] = set()
    for some in in_chunks(customer_ids):
        query = select(customer.c.id).where(customer.c.id.in_(some), late)
        found.update(connection.execute(query).scalars())
    return found


def _known_since(connection: Connection, customer_id: UUID | None = None) -> dict[UUID, date]:
    """The first due date of each customer, or of one: for so long it has bought on credit."""
    # The due date, for the index by customer holds it.
    query = select(open_item.c.customer_id, func.min(open_item.c.due_on).label("first")).group_by(
        open_item.c.customer_id
    )
    if customer_id is not None:
        query = query.where(open_item.c.customer_id == customer_id)
    return {row.customer_id: row.first for row in connection.execute(query)}
