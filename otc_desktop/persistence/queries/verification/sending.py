"""Nothing reached a customer twice."""

from sqlalchemy import Connection, func, select

from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.tables.dunning import dunning_notice, dunning_notice_item
from otc_desktop.persistence.tables.outbox import outbox_message
from otc_desktop.persistence.tables.receivables import open_item


def double_sends(connection: Connection) -> Offenders:
    """Items that reached a step twice, and notices with two mails."""
    listed = dunning_notice_item.c
    steps = (
        select(open_item.c.number, listed.step)
        .join(dunning_notice_item, listed.item_id == open_item.c.id)
        .where(listed.is_new.is_(True))
        .group_by(open_item.c.number, listed.step)
        .having(func.count() > 1)
        .order_by(open_item.c.number, listed.step)
    )
    yield from (f"{number}/{step}" for number, step in stream(connection, steps))
    mails = (
        select(dunning_notice.c.key)
        .join(outbox_message, outbox_message.c.notice_id == dunning_notice.c.id)
        .group_by(dunning_notice.c.key)
        .having(func.count() > 1)
        .order_by(dunning_notice.c.key)
    )
    yield from (key for (key,) in stream(connection, mails))
