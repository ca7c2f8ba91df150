"""Two people who send the same document at once make one mail."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier
from uuid import uuid4

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.persistence.tables.outbox import outbox_message
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 11, 20)


def test_one_mail_whoever_sends(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    number = issue(house).invoice.number
    desks = [house, house_on(database_url, DAY)]
    together = Barrier(len(desks))

    def send(desk: House) -> str:
        together.wait()
        try:
            desk.use_cases.run(send_invoice, SendInvoice(number=number))
        except RuleError as refusal:
            return refusal.code
        return "queued"

    with ThreadPoolExecutor(len(desks)) as pool:
        assert sorted(pool.map(send, desks)) == ["mail.already_queued", "queued"]
    assert house.queries.outbox.count(PageRequest()) == 1

    # The database itself holds the line, whatever a program forgets.
    with house.engine.connect() as connection:
        row = connection.execute(select(outbox_message)).mappings().one()
        with pytest.raises(IntegrityError):
            connection.execute(insert(outbox_message).values(**{**row, "id": uuid4()}))
    house.use_cases.run(send_invoice, SendInvoice(number=number, again=True))
    assert house.queries.outbox.count(PageRequest()) == 2
    for desk in desks:
        desk.close()
