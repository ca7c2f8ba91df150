"""The fate of a mail is told exactly, whatever the server does."""

import email
import email.policy
import ssl
from collections.abc import Callable
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from otc_desktop.adapters.mail.smtp import SmtpTransport
from otc_desktop.application.kernel.mailing import (
    MailTransport,
    OutgoingMail,
)
from otc_desktop.domain.shared.company import MailSettings
from otc_desktop.domain.shared.errors import ExternalError

PASSWORD = "clé-secrète"
MAIL = OutgoingMail(
    message_id="<01a2@atelier-lumen.example>",
    sender="Atelier Lumen <compta@atelier-lumen.example>",
    recipient="Zoé Durand <durand@client.example>",
    subject="Facture échue : 1 234,56 €",
    text="Bonjour,\n\n.une ligne qui commence par un point\n..\nCordialement, é\n",
    attachments=(("F2026-00412.pdf", "application/pdf", b"%PDF-1.7\r\n\x00\xff\n.\n"),),
)


class Recorder:
    """Accepts everything and keeps it."""

    def __init__(self, answer: str = "250 OK id=1abcDE") -> None:
        self.answer = answer
        self.contents: list[bytes] = []
        self.senders: list[str] = []
        self.recipients: list[list[str]] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.contents.append(envelope.content)
        self.senders.append(envelope.mail_from)
        self.recipients.append(envelope.rcpt_tos)
        return self.answer


def transport(
    port: int,
    *,
    security: str = "none",
    user: str = "",
    password: str | None = PASSWORD,
    tls: ssl.SSLContext | None = None,
    host: str = "127.0.0.1",
) -> MailTransport:
    settings = MailSettings(
        host=host, port=port, security=security, user=user, sender="compta@atelier-lumen.example"
    )
    return SmtpTransport(
        settings, lambda: password, tls=tls, dialogue_timeout=5, answer_timeout=0.5
    )


def refusal(sender: MailTransport, mail: OutgoingMail = MAIL) -> ExternalError:
    with pytest.raises(ExternalError) as caught:
        sender.send(mail)
    assert PASSWORD not in str(caught.value)
    return caught.value


def test_accepted_mail_returns_answer_and_arrives_unaltered(
    smtp_server: Callable[..., int],
) -> None:
    server = Recorder()

    answer = transport(smtp_server(server)).send(MAIL)

    assert answer == "250 OK id=1abcDE"
    assert server.senders == ["compta@atelier-lumen.example"]
    assert server.recipients == [["durand@client.example"]]
    message = email.message_from_bytes(server.contents[0], policy=email.policy.default)
    assert message["Subject"] == MAIL.subject
    assert message["Message-ID"] == MAIL.message_id
    assert message["Date"].datetime is not None
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == MAIL.text
    (attachment,) = message.iter_attachments()
    assert attachment.get_filename() == "F2026-00412.pdf"
    assert attachment.get_content() == MAIL.attachments[0][2]


@pytest.mark.parametrize(
    ("hook", "answer", "code", "retryable"),
    [
        ("handle_RCPT", "550 5.1.1 No such user", "mail.unknown_recipient", False),
        ("handle_RCPT", "550 No such user", "mail.unknown_recipient", False),
        ("handle_RCPT", "550 5.7.1 Listed", "mail.refused_by_policy", False),
        ("handle_RCPT", "552 5.2.2 Over quota", "mail.mailbox_full", False),
        ("handle_RCPT", "450 Mailbox busy", "mail.recipient_busy", True),
        ("handle_RCPT", "452 4.2.2 Over quota", "mail.recipient_busy", True),
        ("handle_RCPT", "421 4.3.2 Shutting down", "mail.server_busy", True),
        ("handle_MAIL", "552 5.3.4 Too big", "mail.too_big", False),
        ("handle_DATA", "552 Too big", "mail.too_big", False),
        ("handle_DATA", "554 Refused", "mail.refused_by_policy", False),
        ("handle_DATA", "500 5.5.2 Odd line", "mail.refused", False),
        ("handle_RCPT", "451 4.7.1 Greylisted", "mail.try_later", True),
        ("handle_MAIL", "451 4.3.0 Not now", "mail.try_later", True),
        ("handle_MAIL", "553 5.7.1 Not your address", "mail.refused_by_policy", False),
        ("handle_DATA", "554 5.7.1 Spam", "mail.refused_by_policy", False),
        ("handle_DATA", "451 4.3.0 Disk full", "mail.try_later", True),
        ("handle_RCPT", "530 5.7.0 Authentication required", "mail.login_refused", False),
    ],
)
def test_refusal_before_acceptance_is_never_an_unknown_fate(
    smtp_server: Callable[..., int], hook: str, answer: str, code: str, retryable: bool
) -> None:
    server = Recorder()

    async def refuse(*_: object) -> str:
        return answer

    setattr(server, hook, refuse)
    problem = refusal(transport(smtp_server(server)))

    assert (problem.code, problem.retryable) == (code, retryable)
    assert problem.params["answer"] == answer
    assert server.contents == []


def test_no_server_is_not_reached(unused_port: int) -> None:
    problem = refusal(transport(unused_port))
    assert (problem.code, problem.retryable) == ("mail.not_reached", True)


def test_busy_greeting_asks_to_wait(raw_server: Callable[..., int]) -> None:
    problem = refusal(transport(raw_server(lambda stream: stream.write(b"421 Busy\r\n"))))
    assert (problem.code, problem.retryable) == ("mail.server_busy", True)


@pytest.mark.parametrize("command", ["EHLO", "MAIL", "RCPT", "DATA"])
def test_connection_dropped_before_content_is_surely_not_accepted(
    raw_server: Callable[..., int], command: str
) -> None:
    def dialogue(stream: Any) -> None:
        _answer_until(stream, command)

    problem = refusal(transport(raw_server(dialogue)))
    assert (problem.code, problem.retryable) == ("mail.not_reached", True)


def test_connection_dropped_at_the_login_is_surely_not_accepted(
    raw_server: Callable[..., int],
) -> None:
    def dialogue(stream: Any) -> None:
        stream.write(b"220 here\r\n")
        stream.readline()
        stream.write(b"250-here\r\n250 AUTH PLAIN\r\n")
        assert stream.readline().startswith(b"AUTH")

    problem = refusal(transport(raw_server(dialogue), user="compta"))
    assert (problem.code, problem.retryable) == ("mail.not_reached", True)


def test_connection_dropped_amid_content_is_surely_not_accepted(
    raw_server: Callable[..., int],
) -> None:
    def dialogue(stream: Any) -> None:
        _answer_until(stream, "DATA")
        stream.write(b"354 Go on\r\n")
        stream.read(1000)

    huge = OutgoingMail(
        message_id=MAIL.message_id,
        sender=MAIL.sender,
        recipient=MAIL.recipient,
        subject="s",
        text="t",
        attachments=(("big.pdf", "application/pdf", bytes(20_000_000)),),
    )
    problem = refusal(transport(raw_server(dialogue)), huge)
    assert (problem.code, problem.retryable) == ("mail.not_reached", True)


def _content(stream: Any) -> bytes:
    received = b""
    while not received.endswith(b"\r\n.\r\n"):
        received += stream.read(65536)
    return received


@pytest.mark.parametrize(
    "end", [b"", b"garbage\r\n", b"25", b"354 what?\r\n"], ids=["drop", "noise", "half", "odd"]
)
def test_no_clear_answer_after_content_is_an_unknown_fate(
    raw_server: Callable[..., int], end: bytes
) -> None:
    received: list[bytes] = []

    def dialogue(stream: Any) -> None:
        _answer_until(stream, "DATA")
        stream.write(b"354 Go on\r\n")
        received.append(_content(stream))
        stream.write(end)

    problem = refusal(transport(raw_server(dialogue)))
    assert (problem.code, problem.retryable) == ("mail.unknown_fate", False)
    assert received[0].count(b"\r\n.\r\n") == 1  # nothing in the text ended it early


def test_silence_after_content_is_an_unknown_fate(raw_server: Callable[..., int]) -> None:
    def dialogue(stream: Any) -> None:
        _answer_until(stream, "DATA")
        stream.write(b"354 Go on\r\n")
        _content(stream)
        stream.read(1)  # until the client gives up

    problem = refusal(transport(raw_server(dialogue)))
    assert problem.code == "mail.unknown_fate"


def test_drop_after_acceptance_is_accepted(raw_server: Callable[..., int]) -> None:
    def dialogue(stream: Any) -> None:
        _answer_until(stream, "DATA")
        stream.write(b"354 Go on\r\n")
        _content(stream)
        stream.write(b"250-2.0.0 Ok\r\n250 queued as 9\r\n")

    assert transport(raw_server(dialogue)).send(MAIL) == "250 2.0.0 Ok queued as 9"


def _answer_until(stream: Any, last: str) -> None:
    """Play a server up to the command `last`, and leave that one unanswered."""
    stream.write(b"220 here\r\n")
    while line := stream.readline():
        if line[:4].decode().upper() == last:
            return
        stream.write(b"250 OK\r\n")


class Keeper:
    """Checks a login."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, server: Any, session: Any, envelope: Any, kind: str, data: Any) -> Any:
        self.asked += 1
        good = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
        return AuthResult(success=good, handled=False)


def test_login_with_accents_is_accepted(
    smtp_server: Callable[..., int], server_tls: ssl.SSLContext, trusting_tls: ssl.SSLContext
) -> None:
    server = Recorder()
    port = smtp_server(server, tls_context=server_tls, auth_required=True, authenticator=Keeper())

    transport(port, security="starttls", user="compta", tls=trusting_tls).send(MAIL)

    assert len(server.contents) == 1


def test_wrong_password_is_login_refused(
    smtp_server: Callable[..., int], server_tls: ssl.SSLContext, trusting_tls: ssl.SSLContext
) -> None:
    server = Recorder()
    port = smtp_server(server, tls_context=server_tls, auth_required=True, authenticator=Keeper())
    sender = transport(port, security="starttls", user="compta", tls=trusting_tls, password="no")

    problem = refusal(sender)

    assert (problem.code, problem.retryable) == ("mail.login_refused", False)
    assert problem.params["answer"].startswith("535")
    assert server.contents == []


def test_missing_login_is_login_refused(
    smtp_server: Callable[..., int], server_tls: ssl.SSLContext, trusting_tls: ssl.SSLContext
) -> None:
    port = smtp_server(
        Recorder(), tls_context=server_tls, auth_required=True, authenticator=Keeper()
    )
    problem = refusal(transport(port, security="starttls", tls=trusting_tls))
    assert problem.code == "mail.login_refused"


def test_login_where_none_is_offered_is_login_refused(smtp_server: Callable[..., int]) -> None:
    problem = refusal(transport(smtp_server(Recorder()), user="compta"))
    assert problem.code == "mail.login_refused"


def test_no_password_asks_for_one_before_connecting(unused_port: int) -> None:
    problem = refusal(transport(unused_port, user="compta", password=None))
    assert problem.code == "mail.no_password"


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_self_signed_certificate_is_refused_before_the_login(
    smtp_server: Callable[..., int], server_tls: ssl.SSLContext, security: str
) -> None:
    server, keeper = Recorder(), Keeper()
    options = {"tls_context": server_tls} if security == "starttls" else {"ssl_context": server_tls}
    port = smtp_server(server, authenticator=keeper, **options)

    problem = refusal(transport(port, security=security, user="compta"))

    assert (problem.code, problem.retryable) == ("mail.certificate_refused", False)
    assert server.contents == []
    assert keeper.asked == 0


def test_certificate_of_another_name_is_refused(
    smtp_server: Callable[..., int], server_tls: ssl.SSLContext, trusting_tls: ssl.SSLContext
) -> None:
    port = smtp_server(Recorder(), tls_context=server_tls)
    sender = transport(port, security="starttls", tls=trusting_tls, host="localhost")
    assert refusal(sender).code == "mail.certificate_refused"


def test_trusted_tls_delivers(
    smtp_server: Callable[..., int], server_tls: ssl.SSLContext, trusting_tls: ssl.SSLContext
) -> None:
    server = Recorder()
    port = smtp_server(server, ssl_context=server_tls)
    transport(port, security="tls", tls=trusting_tls).send(MAIL)
    assert len(server.contents) == 1


def test_stripped_starttls_is_refused_rather_than_sent_in_the_clear(
    smtp_server: Callable[..., int],
) -> None:
    server = Recorder()
    problem = refusal(transport(smtp_server(server), security="starttls"))
    assert problem.code == "mail.starttls_missing"
    assert server.contents == []


@pytest.mark.parametrize(
    ("host", "security"),
    [("smtp.example", "none"), ("127.0.0.1.example", "none"), ("127.0.0.1", ""), ("10.0.0.1", "")],
)
def test_clear_text_beyond_the_loopback_is_refused(host: str, security: str) -> None:
    problem = refusal(transport(25, host=host, security=security))
    assert problem.code == "mail.insecure_not_allowed"
