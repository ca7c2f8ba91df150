"""Nothing reached the platform twice, and nothing was told to the State in two cuts."""

from sqlalchemy import Connection, func, or_, select

from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.tables.platform import (
    ereport,
    platform_flow,
    platform_flow_step,
)

_OVER = ("rejected", "failed", "cancelled")


def platform_flows(connection: Connection) -> Offenders:
    """Documents with two deposits that stand, flows whose state is not that of their last step.

    A deposit that the platform named twice, and days told in two transmissions of another cut.
    """
    flow = platform_flow.c
    twice = (
        select(func.min(flow.name))
        .where(flow.status.not_in(_OVER))
        .group_by(flow.kind, flow.invoice_id, flow.ereport_id, flow.status_id)
        .having(func.count() > 1)
        .order_by(func.min(flow.name))
    )
    yield from (name for (name,) in stream(connection, twice))
    named = (
        select(flow.platform_id)
        .where(flow.platform_id != "")
        .group_by(flow.platform_id, flow.kind, flow.name)
        .having(func.count() > 1)
        .order_by(flow.platform_id)
    )
    yield from (name for (name,) in stream(connection, named))
    yield from _other_than_their_steps(connection)
    yield from _told_in_two_cuts(connection)


def _other_than_their_steps(connection: Connection) -> Offenders:
    step = platform_flow_step.c
    last = (
        select(step.flow_id, func.max(step.position).label("position"))
        .group_by(step.flow_id)
        .subquery()
    )
    differing = (
        select(platform_flow.c.name)
        .join(last, last.c.flow_id == platform_flow.c.id)
        .join(
            platform_flow_step,
            (step.flow_id == last.c.flow_id) & (step.position == last.c.position),
        )
        .where(step.status != platform_flow.c.status)
        .order_by(platform_flow.c.name)
    )
    yield from (name for (name,) in stream(connection, differing))


def _told_in_two_cuts(connection: Connection) -> Offenders:
    other = ereport.alias("other")
    same_content = or_(
        ereport.c.content == other.c.content,
        ereport.c.content == "all",
        other.c.content == "all",
    )
    cut_alike = (
        (ereport.c.from_on == other.c.from_on)
        & (ereport.c.to_on == other.c.to_on)
        & (ereport.c.content == other.c.content)
    )
    crossing = (
        select(ereport.c.number)
        .join(other, (ereport.c.from_on <= other.c.to_on) & (ereport.c.to_on >= other.c.from_on))
        .where(ereport.c.id < other.c.id)
        .where(same_content & ~cut_alike)
        .distinct()
        .order_by(ereport.c.number)
    )
    yield from (number for (number,) in stream(connection, crossing))
