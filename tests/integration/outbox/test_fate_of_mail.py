"""Each mail's state is what its server said; every step is kept; nothing leaves twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import insert, select, update

from otc_desktop.application.invoicing.preview_mails import PreviewMails, preview_mails
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.outbox.cancel_mail import CancelMail, cancel_mail
from otc_desktop.application.outbox.queries import MailRow
from otc_desktop.application.outbox.retry_mail import RetryMail, retry_mail
from otc_desktop.application.outbox.send_mail import SendMail, send_mail
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import ConfirmationRequired, RuleError
from otc_desktop.domain.shared.ids import MailId
from otc_desktop.persistence.tables.outbox import outbox_attempt, outbox_message
from tests.support.dying_smtp import Death, Mortal, dying_server
from tests.support.line import issue, set_up

DAY = date(2026, 11, 20)
_EVERYTHING = PageRequest(offset=0, limit=50)


@pytest.fixture
def server() -> Iterator[tuple[Mortal, int]]:
    with dying_server() as running:
        yield running


@pytest.fixture
def mortal(server: tuple[Mortal, int]) -> Mortal:
    return server[0]


@pytest.fixture
def house(database_url: str, tmp_path: Path, server: tuple[Mortal, int]) -> House:
    return set_up(database_url, tmp_path, DAY, smtp_port=server[1])


def _queue(house: House) -> MailId:
    number = issue(house).invoice.number
    return house.use_cases.run(send_invoice, SendInvoice(number=number))


def _send(house: House) -> None:
    house.use_cases.run(send_mail, SendMail())


def _row(house: House, mail_id: MailId) -> MailRow:
    return next(row for row in house.queries.outbox.page(_EVERYTHING) if row.id == mail_id)


def _states(house: House, mail_id: MailId) -> list[str]:
    return [step.status for step in house.queries.steps_of_mail(mail_id)]


def _wait_over(house: House) -> timedelta:
    """Let the delay before the next try pass; tells how long it was."""
    with house.engine.begin() as connection:
        row = connection.execute(select(outbox_message)).one()
        past = row.created_at - timedelta(seconds=1)
        connection.execute(update(outbox_message).values(next_attempt_at=past))
    delay: timedelta = row.next_attempt_at - row.created_at
    return delay


@pytest.mark.parametrize("death", [Death.GREETING, Death.EHLO, Death.MAIL, Death.RCPT, Death.DATA])
def test_a_server_that_dies_before_the_content_is_tried_again_and_gets_it_once(
    house: House, mortal: Mortal, death: Death
) -> None:
    mail_id = _queue(house)
    mortal.dies = death
    _send(house)
    assert _row(house, mail_id).status == "ready"
    assert _row(house, mail_id).server_answer.startswith("mail.not_reached")

    mortal.dies = None
    _wait_over(house)
    _send(house)

    assert _states(house, mail_id) == ["ready", "sending", "ready", "sending", "sent"]
    assert len(mortal.taken) == 1


def test_a_server_that_dies_before_its_answer_gets_nothing_again_from_the_machine(
    house: House, mortal: Mortal
) -> None:
    mail_id = _queue(house)
    mortal.dies = Death.BEFORE_ANSWER
    _send(house)
    mortal.dies = None
    _wait_over(house)
    _send(house)

    assert _states(house, mail_id) == ["ready", "sending", "uncertain"]
    assert len(mortal.taken) == 1
    assert house.queries.today().mails_in_trouble == 1


def test_a_server_that_dies_after_its_answer_took_the_mail(house: House, mortal: Mortal) -> None:
    mail_id = _queue(house)
    mortal.dies = Death.AFTER_ANSWER
    _send(house)
    mortal.dies = None
    _send(house)

    assert _row(house, mail_id).status == "sent"
    assert house.queries.steps_of_mail(mail_id)[-1].answer == "250 OK id=1abc"
    assert len(mortal.taken) == 1


def test_a_person_resends_an_uncertain_mail_only_after_a_question(
    house: House, mortal: Mortal
) -> None:
    mail_id = _queue(house)
    mortal.dies = Death.BEFORE_ANSWER
    _send(house)
    mortal.dies = None
    with pytest.raises(ConfirmationRequired, match=r"mail\.may_arrive_twice"):
        house.use_cases.run(retry_mail, RetryMail(mail_id=mail_id))

    house.use_cases.run(retry_mail, RetryMail(mail_id=mail_id, may_arrive_twice=True))
    _send(house)

    assert _states(house, mail_id)[2:] == ["uncertain", "ready", "sending", "sent"]
    # The same Message-ID: whoever reads both can tell that they are one.
    assert len(mortal.taken) == 2
    assert len(set(mortal.taken)) == 1


def test_a_refusal_for_good_is_told_today_and_goes_out_corrected(
    house: House, mortal: Mortal
) -> None:
    mail_id = _queue(house)
    wrong = _row(house, mail_id).recipient
    mortal.answers[wrong] = "550 5.1.1 No such user"
    _send(house)
    refused = house.queries.steps_of_mail(mail_id)[-1]
    assert (refused.status, refused.answer) == (
        "failed",
        "mail.unknown_recipient 550 5.1.1 No such user",
    )
    assert house.queries.today().mails_in_trouble == 1

    again = RetryMail(mail_id=mail_id, recipient="juste@client.example", keep_address=True)
    with pytest.raises(RuleError, match=r"customers\.bad_email"):
        house.use_cases.run(retry_mail, replace(again, recipient="juste@client"))
    house.use_cases.run(retry_mail, again)
    _send(house)

    assert _row(house, mail_id).status == "sent"
    assert _row(house, mail_id).recipient == "juste@client.example"
    assert house.queries.today().mails_in_trouble == 0
    assert refused in house.queries.steps_of_mail(mail_id), "the first answer is kept"
    [preview] = house.use_cases.run(preview_mails, PreviewMails(numbers=("F2026-00001",)))
    assert preview.recipients == ("juste@client.example",), "the next mail goes there, too"


def test_refusals_for_now_wait_longer_each_time_and_end(house: House, mortal: Mortal) -> None:
    mail_id = _queue(house)
    mortal.answers[_row(house, mail_id).recipient] = "450 4.2.0 Try later"
    delays = []
    while _row(house, mail_id).status == "ready":
        _send(house)
        delays.append(_wait_over(house))

    tried = delays[:-1]
    assert tried == sorted(tried)
    assert tried[0] < tried[-1] < timedelta(hours=5)
    assert _row(house, mail_id).status == "failed"
    assert _states(house, mail_id).count("sending") == len(delays) == 8


def test_a_fault_of_the_account_uses_up_no_attempt(house: House, mortal: Mortal) -> None:
    mail_id = _queue(house)
    mortal.dies = Death.MAIL
    for _ in range(9):
        _send(house)
        _wait_over(house)

    assert _row(house, mail_id).status == "ready"
    assert _row(house, mail_id).attempts == 0


def test_a_cancelled_mail_never_leaves_and_frees_its_invoice(house: House, mortal: Mortal) -> None:
    number = issue(house).invoice.number
    mail_id = house.use_cases.run(send_invoice, SendInvoice(number=number))
    house.use_cases.run(cancel_mail, CancelMail(mail_id=mail_id))
    _send(house)

    assert _states(house, mail_id) == ["ready", "cancelled"]
    assert mortal.taken == []
    with pytest.raises(RuleError, match=r"mail\.not_cancellable"):
        house.use_cases.run(cancel_mail, CancelMail(mail_id=mail_id))
    house.use_cases.run(send_invoice, SendInvoice(number=number))
    _send(house)
    assert len(mortal.taken) == 1


def test_a_mail_that_was_accepted_is_neither_retried_nor_cancelled(
    house: House, mortal: Mortal
) -> None:
    mail_id = _queue(house)
    _send(house)
    with pytest.raises(RuleError, match=r"mail\.not_retryable"):
        house.use_cases.run(retry_mail, RetryMail(mail_id=mail_id, may_arrive_twice=True))
    with pytest.raises(RuleError, match=r"mail\.not_cancellable"):
        house.use_cases.run(cancel_mail, CancelMail(mail_id=mail_id))
    assert _row(house, mail_id).status == "sent"


def test_verify_finds_a_mail_that_left_unasked_and_one_queued_twice(house: House) -> None:
    mail_id = _queue(house)
    _send(house)
    assert _double_sends(house) == ""
    with house.engine.begin() as connection:
        row = connection.execute(select(outbox_message)).mappings().one()
        connection.execute(
            insert(outbox_message).values({**row, "id": uuid4(), "document_key": None})
        )
        last = len(_states(house, mail_id))
        for place, status in enumerate(("sending", "sent"), start=last + 1):
            connection.execute(
                insert(outbox_attempt).values(
                    mail_id=mail_id, position=place, status=status, made_at=row["created_at"]
                )
            )
    found = _double_sends(house)
    assert found.count(row["recipient"]) == 2, found


def _double_sends(house: House) -> str:
    checks = house.queries.verification.run_checks(SilentTask())
    return next(each.detail for each in checks if each.name == "no_double_send")
