"""What comes into the mailbox finds its customer, exactly once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.mailbox.mail_account import (
    ReadMailAccount,
    SaveMailAccount,
    read_mail_account,
    save_mail_account,
)
from otc_desktop.application.mailbox.poll_mailbox import PollMailbox, PollOutcome, poll_mailbox
from otc_desktop.application.outbox.retry_mail import RetryMail, retry_mail
from otc_desktop.application.outbox.send_mail import SendMail, send_mail
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.company import ReadingSettings
from otc_desktop.domain.shared.errors import ExternalError
from otc_desktop.domain.shared.ids import MailId
from otc_desktop.persistence.tables.attachments import attachment
from otc_desktop.persistence.tables.audit import event
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.mailbox import received_mail
from otc_desktop.persistence.tables.outbox import outbox_message
from tests.support.dying import dies_at_every_step
from tests.support.imap_server import PASSWORD, USER, Folder, imap_server
from tests.support.incoming_mails import bounce, out_of_office, reply
from tests.support.line import house_on, issue, set_up
from tests.support.mailbox import Mailbox, mail_server

DAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTC_SMTP_PASSWORD", PASSWORD)


@pytest.fixture
def folder() -> Iterator[tuple[Folder, int]]:
    with imap_server() as running:
        yield running


@pytest.fixture
def sent() -> Iterator[tuple[Mailbox, int]]:
    with mail_server() as running:
        yield running


@pytest.fixture
def house(tmp_path: Path, folder: tuple[Folder, int], sent: tuple[Mailbox, int]) -> House:
    return _house(_url(tmp_path), tmp_path, folder, sent)


@pytest.fixture
def each_house(
    database_url: str, tmp_path: Path, folder: tuple[Folder, int], sent: tuple[Mailbox, int]
) -> House:
    return _house(database_url, tmp_path, folder, sent)


def _url(folder: Path) -> str:
    return f"sqlite:///{folder / 'books.db'}"


def _house(
    url: str, tmp_path: Path, folder: tuple[Folder, int], sent: tuple[Mailbox, int]
) -> House:
    made = set_up(url, tmp_path, DAY, smtp_port=sent[1])
    _read_mail(made, folder[1])
    return made


def _read_mail(house: House, port: int) -> None:
    account = house.use_cases.run(read_mail_account, ReadMailAccount())
    assert account is not None
    reading = ReadingSettings(host="127.0.0.1", port=port, security="none", user=USER)
    house.use_cases.run(
        save_mail_account, SaveMailAccount(account=replace(account, reading=reading))
    )


def _poll(house: House) -> PollOutcome:
    return house.use_cases.run(poll_mailbox, PollMailbox())


def _sent_mail(house: House, box: Mailbox) -> tuple[MailId, str]:
    """An invoice's mail that a server took: its id, and its Message-ID."""
    number = issue(house).invoice.number
    mail_id = house.use_cases.run(send_invoice, SendInvoice(number=number))
    house.use_cases.run(send_mail, SendMail())
    return mail_id, str(box.mails[-1]["Message-ID"])


def _status(house: House, mail_id: MailId) -> str:
    with house.engine.connect() as connection:
        query = select(outbox_message.c.status).where(outbox_message.c.id == mail_id)
        return str(connection.execute(query).scalar_one())


def _events(house: House, kind: str) -> int:
    with house.engine.connect() as connection:
        query = select(func.count()).select_from(event).where(event.c.kind == kind)
        return int(connection.execute(query).scalar_one())


def test_a_reply_is_filed_with_its_customer_and_its_invoice_and_its_file(
    each_house: House, folder: tuple[Folder, int], sent: tuple[Mailbox, int]
) -> None:
    house = each_house
    mail_id, message_id = _sent_mail(house, sent[0])
    folder[0].put(reply("<r1@client.example>", to=message_id, sender="unknown@else.example"))
    folder[0].put(b"From: shop@spam.example\nSubject: Promo F2026-00001\n\nhello")
    outcome = _poll(house)

    assert (outcome.filed, outcome.ignored) == ({"reply": 1}, 1)
    with house.engine.connect() as connection:
        row = connection.execute(select(received_mail)).one()
        file = connection.execute(select(attachment)).one()
    assert (row.mail_id, row.body) == (mail_id, "Bonjour,\nle règlement part demain.")
    assert row.invoice_id is not None
    assert (file.subject_kind, file.subject_id) == ("invoice", row.invoice_id)
    assert file.file_name == "avis de virement.pdf"
    text = house.queries.timeline.mail_text(row.id)
    assert text is not None and "règlement" in text.body
    assert _poll(house).filed == {}
    assert folder[0].read == [1, 2], "what was read once is not fetched again"


def test_without_a_reference_address_and_number_tell_whose_mail_it_is(
    house: House, folder: tuple[Folder, int]
) -> None:
    number = issue(house).invoice.number
    with house.engine.connect() as connection:
        query = select(customer.c.email).where(customer.c.code == "C0001")
        address = connection.execute(query).scalar_one()
    folder[0].put(reply("<r2@x>", sender=address.upper(), subject=f"Question sur {number.lower()}"))
    folder[0].put(reply("<r3@x>", sender="other@else.example", subject=f"Sur {number}"))

    assert _poll(house).filed == {"reply": 1}
    with house.engine.connect() as connection:
        assert connection.execute(select(received_mail.c.invoice_id)).scalar_one() is not None


def test_a_bounce_tells_who_did_not_get_what_and_the_corrected_mail_leaves(
    house: House, folder: tuple[Folder, int], sent: tuple[Mailbox, int]
) -> None:
    mail_id, message_id = _sent_mail(house, sent[0])
    recipient = str(sent[0].mails[-1]["To"])
    folder[0].put(bounce(message_id, recipient=recipient, action="delayed", status="4.4.1"))
    folder[0].put(out_of_office("<o1@x>", to=message_id))
    assert _poll(house).filed == {"delayed": 1, "automatic": 1}
    assert _status(house, mail_id) == "sent"
    assert house.queries.today().mails_in_trouble == 0

    folder[0].put(bounce(message_id, recipient=recipient))
    assert _poll(house).filed == {"bounce": 1}
    assert _status(house, mail_id) == "bounced"
    assert house.queries.today().mails_in_trouble == 1
    (row,) = house.queries.outbox.page(PageRequest(offset=0, limit=5))
    assert row.server_answer.startswith("5.1.1 550 5.1.1")
    assert house.queries.steps_of_mail(mail_id)[-1].status == "bounced"

    retry = RetryMail(mail_id=mail_id, recipient="juste@client.example")
    house.use_cases.run(retry_mail, retry)
    house.use_cases.run(send_mail, SendMail())
    folder[0].put(bounce(message_id, recipient=recipient, status="5.1.0"))
    _poll(house)
    assert _status(house, mail_id) == "sent", "an old bounce says nothing of the new address"
    assert _events(house, "MailBounced") == 1


def test_a_bounce_that_names_no_mail_is_known_by_its_address(
    each_house: House, folder: tuple[Folder, int], sent: tuple[Mailbox, int]
) -> None:
    house = each_house
    mail_id, _ = _sent_mail(house, sent[0])
    recipient = str(sent[0].mails[-1]["To"])
    folder[0].put(bounce("<theirs@mx.example>", recipient=recipient))
    assert _poll(house).filed == {"bounce": 1}
    assert _status(house, mail_id) == "bounced"


def test_a_new_numbering_of_the_folder_files_nothing_twice(
    house: House, folder: tuple[Folder, int], sent: tuple[Mailbox, int]
) -> None:
    _, message_id = _sent_mail(house, sent[0])
    folder[0].put(reply("<r1@x>", to=message_id))
    _poll(house)
    folder[0].validity += 1
    folder[0].put(reply("<r2@x>", to=message_id))

    assert _poll(house).filed == {"reply": 1}
    assert _events(house, "MailReceived") == 2


def test_a_line_cut_in_the_middle_of_a_mail_loses_and_doubles_nothing(
    house: House, folder: tuple[Folder, int], sent: tuple[Mailbox, int]
) -> None:
    _, message_id = _sent_mail(house, sent[0])
    for name in ("a", "b", "c"):
        folder[0].put(reply(f"<{name}@x>", to=message_id))
    folder[0].dies_at = 2
    with pytest.raises(ExternalError) as caught:
        _poll(house)
    assert (caught.value.code, caught.value.retryable) == ("mailbox.not_reached", True)
    folder[0].dies_at = None

    assert _poll(house).filed == {"reply": 2}
    assert _events(house, "MailReceived") == 3


def test_a_crash_at_any_step_files_each_mail_exactly_once(
    tmp_path: Path, house: House, folder: tuple[Folder, int], sent: tuple[Mailbox, int]
) -> None:
    _, message_id = _sent_mail(house, sent[0])
    house.close()

    def poll() -> None:
        house_on(_url(tmp_path), DAY).use_cases.run(poll_mailbox, PollMailbox())

    deaths = 0
    folder[0].put(reply("<r0@x>", to=message_id))
    for _ in dies_at_every_step(poll):
        deaths += 1
        _poll(house)
        assert _events(house, "MailReceived") == deaths
        folder[0].put(reply(f"<r{deaths}@x>", to=message_id))
    assert deaths > 5


def test_a_wrong_folder_or_password_is_told(
    house: House, folder: tuple[Folder, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder[0].name = "Archive"
    with pytest.raises(ExternalError, match=r"mailbox\.no_folder"):
        _poll(house)
    monkeypatch.setenv("OTC_SMTP_PASSWORD", "wrong")
    with pytest.raises(ExternalError) as caught:
        _poll(house)
    assert caught.value.code == "mailbox.login_refused"
    assert "wrong" not in str(caught.value)
