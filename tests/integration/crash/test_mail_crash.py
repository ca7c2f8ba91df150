"""A crash at any step of sending never sends a mail twice."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from email.message import Message as EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from sqlalchemy import select, update

from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.outbox.send_mail import LEASE_SECONDS, SendMail, send_mail
from otc_desktop.bootstrap import House
from otc_desktop.persistence.tables.outbox import outbox_message
from tests.support.dying import dies_at_every_step
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 11, 20)


class _Received(Message):
    """Counts what arrives by Message-ID."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def handle_message(self, message: EmailMessage) -> None:
        self.counts[message["Message-ID"]] += 1


@pytest.fixture
def received() -> Iterator[tuple[_Received, int]]:
    handler = _Received()
    controller = Controller(handler, hostname="127.0.0.1", port=0)
    controller.start()
    port = controller.server.sockets[0].getsockname()[1]
    yield handler, port
    controller.stop()


def test_a_crash_at_any_step_never_sends_a_mail_twice(
    database_url: str, tmp_path: Path, received: tuple[_Received, int]
) -> None:
    handler, port = received
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
        assert all(count == 1 for count in handler.counts.values())
        # What was accepted is known as sent, or told as uncertain: never lost from sight.
        assert len(handler.counts) == statuses.count("sent") + _accepted_but_unsure(house, handler)
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


def _accepted_but_unsure(house: House, handler: _Received) -> int:
    with house.engine.connect() as connection:
        unsure = connection.execute(
            select(outbox_message.c.id).where(outbox_message.c.status == "uncertain")
        ).scalars()
        return sum(any(str(each) in key for key in handler.counts) for each in unsure)
