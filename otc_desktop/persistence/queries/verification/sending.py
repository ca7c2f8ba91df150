"""Nothing reached a customer twice."""

from sqlalchemy import Connection, case, func, select

from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.tables.dunning import dunning_notice, dunning_notice_item
from otc_desktop.persistence.tables.outbox import outbox_attempt, outbox_message
from otc_desktop.persistence.tables.receivables import open_item


def double_sends(connection: Connection) -> Offenders:
    """What a customer got twice without a person's wish.

    Items that reached a step twice, notices with two mails, one mail of any kind put in the
    outbox twice at one instant, and a mail that left more often than it was made ready.
    """
    listed = dunning_notice_item.c
    steps = (
        select(open_item.c.number, listed.plan_code, listed.step)
        .join(dunning_notice_item, listed.item_id == open_item.c.id)
        .where(listed.is_new.is_(True))
        .group_by(open_item.c.number, listed.plan_code, listed.step)
        .having(func.count() > 1)
        .order_by(open_item.c.number, listed.plan_code, listed.step)
    )
    yield from (f"{number}/{step}" for number, _, step in stream(connection, steps))
    mails = (
        select(dunning_notice.c.key)
        .join(outbox_message, outbox_message.c.notice_id == dunning_notice.c.id)
        .group_by(dunning_notice.c.key)
        .having(func.count() > 1)
        .order_by(dunning_notice.c.key)
    )
    yield from (key for (key,) in stream(connection, mails))
    yield from _queued_twice(connection)
    yield from _left_unasked(connection)


def _queued_twice(connection: Connection) -> Offenders:
    """The same mail to the same address in one transaction: a person asks for one at a time."""
    mail = outbox_message.c
    same = (mail.customer_id, mail.kind, mail.invoice_id, mail.recipient, mail.subject)
    twice = (
        select(mail.recipient, mail.subject)
        .group_by(*same, mail.created_at)
        .having(func.count() > 1)
        .order_by(mail.recipient, mail.subject)
    )
    yield from (f"{recipient}/{subject}" for recipient, subject in stream(connection, twice))


def _left_unasked(connection: Connection) -> Offenders:
    """Each sending uses up one moment at which the mail was ready; doubt never makes it so."""
    step = outbox_attempt.c
    # What was queued by an older program has no first step written down.
    whole = select(step.mail_id).where((step.position == 1) & (step.status == "ready"))
    unasked = (
        select(outbox_message.c.recipient, outbox_message.c.subject)
        .join(outbox_attempt, step.mail_id == outbox_message.c.id)
        .where(outbox_message.c.id.in_(whole))
        .group_by(outbox_message.c.id, outbox_message.c.recipient, outbox_message.c.subject)
        .having(
            func.sum(case((step.status == "sending", 1), else_=0))
            > func.sum(case((step.status == "ready", 1), else_=0))
        )
        .order_by(outbox_message.c.recipient, outbox_message.c.subject)
    )
    yield from (f"{recipient}/{subject}" for recipient, subject in stream(connection, unasked))
