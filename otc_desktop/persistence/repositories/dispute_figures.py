"""Counts of disputes over a period."""

from collections import Counter
from datetime import date

from sqlalchemy import func, select

from otc_desktop.domain.disputes.dispute import DisputeOutcome, DisputeReason
from otc_desktop.domain.reporting.dispute_figures import DisputeFigures
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.disputes import dispute, dispute_cause
from otc_desktop.persistence.tables.receivables import open_item


def figures_of_disputes(session: Session, first: date, last: date) -> DisputeFigures:
    """What was contested of the invoices of a period, and how its disputes ended."""
    # What is negative is a credit note or money on account: nobody contests it.
    of_period = open_item.c.issued_on.between(first, last) & (open_item.c.total_minor > 0)
    issued = session.one(select(func.count().label("count")).where(of_period))
    contested = session.one(
        select(func.count(dispute.c.item_id.distinct()).label("count"))
        .join(open_item, open_item.c.id == dispute.c.item_id)
        .where(of_period & (dispute.c.opened_on <= last))
    )
    opened = session.rows(
        select(dispute.c.reason, dispute_cause.c.title, func.count().label("count"))
        .outerjoin(dispute_cause, dispute_cause.c.id == dispute.c.cause_id)
        .where(dispute.c.opened_on.between(first, last))
        .group_by(dispute.c.reason, dispute_cause.c.title)
    )
    settled = session.rows(
        select(dispute.c.opened_on, dispute.c.closed_on, dispute.c.outcome)
        .where(dispute.c.closed_on.between(first, last))
        .order_by(dispute.c.closed_on, dispute.c.id)
    )
    still_open = session.rows(
        select(dispute.c.due_on).where(
            (dispute.c.opened_on <= last)
            & (dispute.c.closed_on.is_(None) | (dispute.c.closed_on > last))
        )
    )
    by_reason: Counter[DisputeReason] = Counter()
    by_cause: Counter[str] = Counter()
    for row in opened:
        by_reason[DisputeReason(row["reason"])] += row["count"]
        if row["title"]:
            by_cause[row["title"]] += row["count"]
    return DisputeFigures(
        first=first,
        last=last,
        issued=issued["count"] if issued else 0,
        contested=contested["count"] if contested else 0,
        by_reason=by_reason,
        by_cause=by_cause,
        days_to_settle=tuple((row["closed_on"] - row["opened_on"]).days for row in settled),
        by_outcome=Counter(DisputeOutcome(row["outcome"] or "other") for row in settled),
        open=len(still_open),
        late=sum(row["due_on"] < last for row in still_open),
    )
