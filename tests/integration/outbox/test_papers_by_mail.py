"""Pro formas, delivery notes and statements of account by mail: drawn, queued, queued once."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pypdf import PdfReader
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError

from otc_desktop.application.invoicing.make_pro_forma import MakeProForma, make_pro_forma
from otc_desktop.application.invoicing.send_pro_forma import SendProForma, send_pro_forma
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.customer_statement import (
    DrawStatement,
    SendStatement,
    draw_statement,
    send_statement,
)
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.send_delivery_note import (
    SendDeliveryNote,
    send_delivery_note,
)
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import ConfirmationRequired
from otc_desktop.persistence.tables.contracts import pro_forma
from otc_desktop.persistence.tables.outbox import outbox_message
from tests.support.databases import new_sqlite_file
from tests.support.goods import confirmed_order
from tests.support.line import draft, issue, set_up

DAY = date(2026, 11, 20)
EVERY = PageRequest()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = set_up(new_sqlite_file(tmp_path / "otc.db"), tmp_path, DAY)
    yield made
    made.close()


def _pro_forma(house: House) -> Callable[[bool], Any]:
    made = house.use_cases.run(make_pro_forma, MakeProForma(draft_id=draft(house)))
    return lambda again: house.use_cases.run(
        send_pro_forma, SendProForma(number=made.number, again=again)
    )


def _delivery(house: House) -> Callable[[bool], Any]:
    order = confirmed_order(house, ("P-01", "2"))
    delivery, _ = house.use_cases.run(create_delivery, CreateDelivery(order=order))
    return lambda again: house.use_cases.run(
        send_delivery_note, SendDeliveryNote(number=delivery.number, again=again)
    )


def _statement(house: House) -> Callable[[bool], Any]:
    issue(house)
    return lambda again: house.use_cases.run(
        send_statement, SendStatement(customer="C0001", again=again)
    )


@pytest.mark.parametrize(
    ("prepare", "kind"),
    [(_pro_forma, "pro_forma"), (_delivery, "delivery_note"), (_statement, "statement")],
)
def test_a_paper_leaves_once_unless_somebody_wants_it_again(
    house: House, prepare: Callable[[House], Callable[[bool], Any]], kind: str
) -> None:
    send = prepare(house)
    send(False)
    [mail] = house.queries.outbox.page(EVERY)
    assert mail.kind == kind
    with pytest.raises(ConfirmationRequired) as asked:
        send(False)
    assert asked.value.code == "mail.document_already_queued"
    send(True)
    with house.engine.connect() as connection:
        keys = connection.execute(select(outbox_message.c.document_key)).scalars().all()
    assert sorted(key.rpartition("/")[2] for key in keys if key) == ["0", "1"]


def test_a_pro_forma_is_made_and_queued_or_neither(house: House) -> None:
    refuse = "BEGIN SELECT RAISE(ABORT, 'the outbox fails'); END"
    waiting = draft(house)
    with house.engine.begin() as connection:
        connection.execute(text(f"CREATE TRIGGER broken BEFORE INSERT ON outbox_message {refuse}"))
    with pytest.raises(IntegrityError):
        house.use_cases.run(make_pro_forma, MakeProForma(draft_id=waiting, send=True))
    with house.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER broken"))
        assert connection.execute(select(func.count()).select_from(pro_forma)).scalar() == 0
    made = house.use_cases.run(make_pro_forma, MakeProForma(draft_id=waiting, send=True))
    assert made.number == "PF2026-00001"
    [mail] = house.queries.outbox.page(EVERY)
    assert made.number in mail.subject


def test_the_statement_shows_what_is_open_and_how_late(house: House, tmp_path: Path) -> None:
    issue(house, price="100.00")
    issue(house, price="50.00")
    path = tmp_path / "releve.pdf"
    drawn = house.use_cases.run(draw_statement, DrawStatement(customer="C0001", path=path))
    [currency] = drawn.statement.currencies
    assert str(drawn.statement.balance(currency).amount) == "180.00"
    assert not drawn.statement.overdue(currency)
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)
    for expected in ("F2026-00001", "F2026-00002", "180,00", "Relevé de compte"):
        assert expected in said.replace("\u202f", " ")


def test_the_database_itself_refuses_a_second_mail_with_the_same_paper(house: House) -> None:
    """Two who send at once each find none before theirs: the key lets one of them pass."""
    _statement(house)(False)
    with house.engine.connect() as connection:
        row = dict(connection.execute(select(outbox_message)).mappings().one())
    twin = {**row, "id": uuid4()}
    with pytest.raises(IntegrityError), house.engine.begin() as connection:
        connection.execute(insert(outbox_message).values(twin))
