"""A crash at any step of sending never sends a mail twice."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.outbox.send_mail import LEASE_SECONDS, SendMail, send_mail
from otc_desktop.bootstrap import House
from otc_desktop.persistence.tables.outbox import outbox_message
from tests.support.dying import dies_at_every_step
from tests.support.line import house_on, issue, set_up
from tests.support.mailbox import Mailbox, mail_server

DAY = date(2026, 11, 20)


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    with mail_server() as server:
        yield server


def test_a_crash_at_any_step_never_sends_a_mail_twice(
    database_url: str, tmp_path: Path, mailbox: tuple[Mailbox, int]
) -> None:
    box, port = mailbox
    house = set_up(database_url, tmp_path, DAY, smtp_port=port)
    run = house.use_cases.run

    def queue_one() -> None:
        run(send_invoice, SendInvoice(number=issue(house).invoice.number))
        house.close()

    def send() -> None:
        house_on(database_url, DAY).use_cases.run(send_mail, SendMail())

    queue_one()
    deaths = 0
    for _ in dies_at_every_step(send):
        deaths += 1
        _let_leases_run_out(house)
        run(send_mail, SendMail())
        statuses = _statuses(house)
        assert "sending" not in statuses
        arrived = Counter(mail["Message-ID"] for mail in box.mails)
        assert all(count == 1 for count in arrived.values())
        # What was accepted is known as sent, or told as uncertain: never lost from sight.
        assert len(arrived) == statuses.count("sent") + _accepted_but_unsure(house, arrived)
        queue_one()
    assert deaths > 10
    assert "uncertain" in _statuses(house), "dying after the server's acceptance leaves doubt"


def _let_leases_run_out(house: House) -> None:
    past = timedelta(seconds=2 * LEASE_SECONDS)
    with house.engine.begin() as connection:
        for row in connection.execute(
            select(outbox_message.c.id, outbox_message.c.lease_until).where(
                outbox_message.c.status == "sending"
            )
        ).all():
            connection.execute(
                update(outbox_message)
                .where(outbox_message.c.id == row.id)
                .values(lease_until=row.lease_until - past)
            )


def _statuses(house: House) -> list[str]:
    with house.engine.connect() as connection:
        return list(connection.execute(select(outbox_message.c.status)).scalars())


def _accepted_but_unsure(house: House, arrived: Counter[str]) -> int:
    with house.engine.connect() as connection:
        unsure = connection.execute(
            select(outbox_message.c.id).where(outbox_message.c.status == "uncertain")
        ).scalars()
        return sum(any(str(each) in key for key in arrived) for each in unsure)
