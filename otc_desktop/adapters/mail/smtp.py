"""Handing a mail to the company's server, and telling its fate exactly.

The standard library's `sendmail` hides the server's answer to DATA and does not say on
which side of the hand-over a connection broke; both decide whether a mail may be sent
again. So the dialogue of RFC 5321 is driven here step by step.
"""

import base64
import ipaddress
import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from otc_desktop.adapters.mail.message import Envelope, compose
from otc_desktop.adapters.mail.xoauth2 import xoauth2
from otc_desktop.application.kernel.mailing import (
    OutgoingMail,
)
from otc_desktop.domain.shared.company import MailSettings
from otc_desktop.domain.shared.errors import ExternalError

DIALOGUE_TIMEOUT_SECONDS = 30.0
# A server may scan the message before it answers: RFC 5321 grants it ten minutes. A
# shorter wait costs no duplicate here, only a mail whose fate a person has to look up.
ANSWER_TIMEOUT_SECONDS = 120.0

_LONGEST_ANSWER = 500
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_LINE_WITH_DOT = re.compile(rb"^\.", re.MULTILINE)
# A private name of the workstation or its domain is nobody's business.
_HELLO_NAME = "[127.0.0.1]"
_AUTHENTICATION_REQUIRED = 530
_GO_ON = 334
_TOKEN_REFUSED = frozenset((530, 534, 535))
_SERVICE_NOT_AVAILABLE = 421
# Enhanced status codes (RFC 3463): the subject and the detail say why, the class how long.
_DETAIL = re.compile(r"\b[45]\.(\d{1,3})\.(\d{1,3})\b")
_TOO_BIG = frozenset(((2, 3), (3, 4)))
_MAILBOX_FULL = (2, 2)
# What a server without them most often means by its bare code.
_USUAL = {
    450: (2, 0),
    452: (2, 0),
    550: (1, 1),
    551: (1, 6),
    552: (3, 4),
    553: (1, 3),
    554: (7, 1),
}


class SmtpTransport:
    """The `MailTransport` over SMTP; one connection per mail.

    Args:
        settings: server, port, security and user; an empty user means no login.
        password: asked for at each sending, so that it is never kept.
        token: gives an access token instead (XOAUTH2); True asks for a renewed one.
        tls: trust and protocol settings; by default the system's certificate authorities.
        dialogue_timeout: seconds to wait for the connection and for each answer.
        answer_timeout: seconds to wait for the answer to the message itself.
    """

    def __init__(
        self,
        settings: MailSettings,
        password: Callable[[], str | None],
        *,
        token: Callable[[bool], str] | None = None,
        tls: ssl.SSLContext | None = None,
        dialogue_timeout: float = DIALOGUE_TIMEOUT_SECONDS,
        answer_timeout: float = ANSWER_TIMEOUT_SECONDS,
    ) -> None:
        self._settings = settings
        self._password = password
        self._token = token
        self._tls = tls
        self._dialogue_timeout = dialogue_timeout
        self._answer_timeout = answer_timeout

    def send(self, mail: OutgoingMail) -> str:
        """Deliver to the server; returns its answer, such as `250 OK id=1abc`.

        Raises:
            ExternalError: surely not accepted, retryable: `mail.not_reached`,
                `mail.try_later`, `mail.server_busy`, `mail.recipient_busy`. Surely not
                accepted, not retryable: `mail.refused`, `mail.unknown_recipient`,
                `mail.mailbox_full`, `mail.too_big`, `mail.refused_by_policy`,
                `mail.login_refused`, `mail.no_password`, `mail.sign_in_needed`,
                `mail.certificate_refused`,
                `mail.starttls_missing`, `mail.insecure_not_allowed`, `mail.bad_header`,
                `mail.bad_address`. `mail.unknown_fate` when the connection broke after
                the message was handed over: never to be sent again by the machine.
        """
        envelope = compose(mail)
        self._refuse_insecure()
        password = self._secret_for_login()
        with self._surely_not_accepted():
            connection = self._connect()
        try:
            with self._surely_not_accepted():
                self._secure(connection)
                self._log_in(connection, password)
                self._announce(connection, envelope)
                connection.send(_LINE_WITH_DOT.sub(b"..", envelope.content))
            answer = self._finish(connection)
            with suppress(smtplib.SMTPException, OSError):
                connection.quit()
        finally:
            connection.close()
        return answer

    def check(self) -> None:
        """Connect, secure and log in as a sending would, and leave.

        Raises:
            ExternalError: what `send` raises before the message.
        """
        self._refuse_insecure()
        secret = self._secret_for_login()
        with self._surely_not_accepted():
            connection = self._connect()
            try:
                self._secure(connection)
                self._log_in(connection, secret)
                connection.quit()
            finally:
                connection.close()

    def _refuse_insecure(self) -> None:
        security, host = self._settings.security, self._settings.host
        if security in ("starttls", "tls") or (security == "none" and is_loopback(host)):
            return
        raise ExternalError(
            "mail.insecure_not_allowed", retryable=False, host=host, security=security
        )

    def _secret_for_login(self) -> str:
        """The password or token, met before the server is: a fault of ours is told as such."""
        if not self._settings.user:
            return ""
        if self._token is not None:
            return self._token(False)
        password = self._password()
        if not password:
            raise ExternalError("mail.no_password", retryable=False, user=self._settings.user)
        return password

    @contextmanager
    def _surely_not_accepted(self) -> Iterator[None]:
        """Name what fails before the message is wholly handed over."""
        try:
            yield
        except ssl.SSLCertVerificationError as problem:
            raise ExternalError(
                "mail.certificate_refused",
                retryable=False,
                host=self._settings.host,
                reason=problem.verify_message,
            ) from problem
        except smtplib.SMTPResponseException as problem:
            raise _refusal(problem.smtp_code, problem.smtp_error) from problem
        except (smtplib.SMTPException, OSError) as problem:
            raise ExternalError(
                "mail.not_reached",
                retryable=True,
                host=self._settings.host,
                port=self._settings.port,
                reason=_printable(str(problem)),
            ) from problem

    def _connect(self) -> smtplib.SMTP:
        host, port = self._settings.host, self._settings.port
        if self._settings.security == "tls":
            return smtplib.SMTP_SSL(
                host,
                port,
                local_hostname=_HELLO_NAME,
                timeout=self._dialogue_timeout,
                context=self._trust(),
            )
        return smtplib.SMTP(host, port, local_hostname=_HELLO_NAME, timeout=self._dialogue_timeout)

    def _trust(self) -> ssl.SSLContext:
        return self._tls if self._tls is not None else ssl.create_default_context()

    def _secure(self, connection: smtplib.SMTP) -> None:
        connection.ehlo_or_helo_if_needed()
        if self._settings.security != "starttls":
            return
        try:
            connection.starttls(context=self._trust())
        except smtplib.SMTPNotSupportedError as problem:
            # Going on in the clear is what an eavesdropper who strips the offer wants.
            raise ExternalError(
                "mail.starttls_missing", retryable=False, host=self._settings.host
            ) from problem
        connection.ehlo_or_helo_if_needed()

    def _log_in(self, connection: smtplib.SMTP, password: str) -> None:
        user = self._settings.user
        if not user:
            return
        if self._token is not None:
            self._log_in_by_token(connection, password, self._token)
            return
        offered = connection.esmtp_features.get("auth", "").upper().split()
        if "PLAIN" in offered:
            # The library's own login takes ASCII only; a French password may well hold an é.
            token = base64.b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
            code, answer = connection.docmd("AUTH", f"PLAIN {token}")
            if _is_temporary(code):
                raise _refusal(code, answer)
            if code // 100 != 2:
                raise _login_refused(user, code, answer)
            return
        try:
            connection.login(user, password)
        except smtplib.SMTPAuthenticationError as problem:
            if _is_temporary(problem.smtp_code):
                raise
            raise _login_refused(user, problem.smtp_code, problem.smtp_error) from problem
        except (smtplib.SMTPResponseException, smtplib.SMTPServerDisconnected):
            raise
        except smtplib.SMTPException as problem:
            # No method of login in common, or none offered at all.
            raise _login_refused(user, 0, str(problem)) from problem
        except UnicodeEncodeError:
            # Its text and its object hold the password: cut it off.
            raise _login_refused(user, 0, "non-ASCII credentials") from None

    def _log_in_by_token(
        self, connection: smtplib.SMTP, token: str, renew: Callable[[bool], str]
    ) -> None:
        """XOAUTH2; a token that was taken back before its time is renewed once."""
        user = self._settings.user
        code, answer = _tell_token(connection, user, token)
        if code in _TOKEN_REFUSED:
            code, answer = _tell_token(connection, user, renew(True))
        if _is_temporary(code):
            raise _refusal(code, answer)
        if code // 100 != 2:
            raise _login_refused(user, code, answer)

    def _announce(self, connection: smtplib.SMTP, envelope: Envelope) -> None:
        """Say who writes to whom, and be allowed to hand over the message."""
        size = _size_option(connection, envelope)
        self._require(connection.mail(envelope.sender, size), 250)
        self._require(connection.rcpt(envelope.recipient), 250, 251, 252)
        self._require(connection.docmd("DATA"), 354)

    def _require(self, reply: tuple[int, bytes], *accepted: int) -> None:
        code, answer = reply
        if code == _AUTHENTICATION_REQUIRED:
            raise _login_refused(self._settings.user, code, answer)
        if code not in accepted:
            raise _refusal(code, answer)

    def _finish(self, connection: smtplib.SMTP) -> str:
        """Send the final dot: from here on only the server's answer tells the fate."""
        if connection.sock is not None:
            connection.sock.settimeout(self._answer_timeout)
        try:
            connection.send(b".\r\n")
            code, answer = connection.getreply()
        except (smtplib.SMTPException, OSError) as problem:
            raise ExternalError(
                "mail.unknown_fate", retryable=False, reason=_printable(str(problem))
            ) from problem
        if code // 100 == 2:
            return _answer(code, answer)
        if code // 100 in (4, 5):
            raise _refusal(code, answer)
        raise ExternalError("mail.unknown_fate", retryable=False, reason=_answer(code, answer))


def is_loopback(host: str) -> bool:
    """Whether a host is this computer, to which nobody listens in."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _tell_token(connection: smtplib.SMTP, user: str, token: str) -> tuple[int, bytes]:
    words = base64.b64encode(xoauth2(user, token)).decode("ascii")
    code, answer = connection.docmd("AUTH", f"XOAUTH2 {words}")
    if code == _GO_ON:
        # The refusal's details come as a question, to be answered with nothing.
        code, answer = connection.docmd("")
    return code, answer


def _is_temporary(code: int) -> bool:
    return code // 100 == 4


def _size_option(connection: smtplib.SMTP, envelope: Envelope) -> tuple[str, ...]:
    """Announce the size, so that a message too large is refused before it travels."""
    return (f"size={len(envelope.content)}",) if connection.has_extn("size") else ()


def _refusal(code: int, answer: bytes | str) -> ExternalError:
    """A permanent refusal for 5xx; anything else before acceptance may pass later."""
    text = _answer(code, answer)
    detail = _DETAIL.search(text)
    subject, number = (int(detail[1]), int(detail[2])) if detail else _USUAL.get(code, (0, 0))
    if code // 100 == 5:
        return ExternalError(_for_good(subject, number), retryable=False, answer=text)
    return ExternalError(_for_now(code, subject), retryable=True, answer=text)


def _for_good(subject: int, number: int) -> str:
    if (subject, number) in _TOO_BIG:
        return "mail.too_big"
    if (subject, number) == _MAILBOX_FULL:
        return "mail.mailbox_full"
    return {1: "mail.unknown_recipient", 7: "mail.refused_by_policy"}.get(subject, "mail.refused")


def _for_now(code: int, subject: int) -> str:
    if code == _SERVICE_NOT_AVAILABLE:
        return "mail.server_busy"
    return "mail.recipient_busy" if subject == 2 else "mail.try_later"


def _login_refused(user: str, code: int, answer: bytes | str) -> ExternalError:
    return ExternalError(
        "mail.login_refused", retryable=False, user=user, answer=_answer(code, answer)
    )


def _answer(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return _printable(f"{code} {text}" if code > 0 else text)


def _printable(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()[:_LONGEST_ANSWER]
