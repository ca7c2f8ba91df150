"""The way into a mailbox, by password and by token; nothing in it is changed."""

import ssl
from collections.abc import Iterator
from datetime import date

import pytest

from otc_desktop.adapters.mail.imap import ImapMailbox
from otc_desktop.domain.shared.company import MailSettings, ReadingSettings
from otc_desktop.domain.shared.errors import ExternalError
from tests.support.imap_server import PASSWORD, USER, Folder, imap_server
from tests.support.incoming_mails import reply

LONG_AGO = date(2026, 1, 1)


@pytest.fixture
def server() -> Iterator[tuple[Folder, int]]:
    with imap_server() as running:
        yield running


def settings(port: int, security: str = "none", host: str = "127.0.0.1") -> MailSettings:
    return MailSettings(
        host=host,
        port=587,
        security="starttls",
        user=USER,
        sender=USER,
        reading=ReadingSettings(host=host, port=port, security=security),
    )


def test_mails_are_read_in_order_and_left_unread(server: tuple[Folder, int]) -> None:
    folder, port = server
    for number in range(3):
        folder.put(reply(f"<r{number}@x>"))
    with ImapMailbox(settings(port), lambda: PASSWORD).open() as box:
        assert box.validity == 7
        assert list(box.numbers(after=1, since=LONG_AGO)) == [2, 3]
        assert list(box.numbers(after=3, since=LONG_AGO)) == []
        del folder.mails[2]
        assert box.mail(2) is None
        found = box.mail(3)
    assert found is not None and found.identity == "<r2@x>"
    words = " ".join(folder.commands).upper()
    assert "SELECT" not in words and "STORE" not in words and "BODY[" not in words


def test_a_token_opens_the_mailbox_and_is_renewed_once(server: tuple[Folder, int]) -> None:
    folder, port = server
    folder.tokens = lambda: {"new"}
    asked: list[bool] = []

    def token(renewed: bool) -> str:
        asked.append(renewed)
        return "new" if renewed else "old"

    with ImapMailbox(settings(port), lambda: None, token=token).open():
        assert asked == [False, True]
    folder.tokens = set
    with (
        pytest.raises(ExternalError, match=r"mailbox\.login_refused"),
        ImapMailbox(settings(port), lambda: None, token=token).open(),
    ):
        pass


def test_no_password_travels_in_the_clear(server: tuple[Folder, int]) -> None:
    folder, port = server
    for account, code in (
        (settings(port, host="mail.example"), "mail.insecure_not_allowed"),
        (settings(port, "starttls"), "mail.starttls_missing"),
    ):
        with pytest.raises(ExternalError) as caught, ImapMailbox(account, lambda: PASSWORD).open():
            pass
        assert caught.value.code == code
    assert not [each for each in folder.commands if each.startswith(("AUTH", "LOGIN"))]


def test_a_certificate_is_checked(server_tls: ssl.SSLContext, trusting_tls: ssl.SSLContext) -> None:
    with imap_server(server_tls) as (folder, port):
        with ImapMailbox(settings(port, "tls"), lambda: PASSWORD, tls=trusting_tls).open() as box:
            assert box.validity == folder.validity
        folder.commands.clear()
        with (
            pytest.raises(ExternalError, match=r"mail\.certificate_refused"),
            ImapMailbox(settings(port, "tls"), lambda: PASSWORD).open(),
        ):
            pass
        assert folder.commands == []


def test_what_fails_outside_is_not_blamed_on_the_server(server: tuple[Folder, int]) -> None:
    with (
        pytest.raises(OSError, match="disk"),
        ImapMailbox(settings(server[1]), lambda: PASSWORD).open(),
    ):
        raise OSError("disk")
