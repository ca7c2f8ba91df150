"""Reading the company's mailbox by IMAP (RFC 3501); nothing in it is ever changed."""

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date

from otc_desktop.adapters.mail.incoming import take_apart
from otc_desktop.adapters.mail.smtp import is_loopback
from otc_desktop.adapters.mail.xoauth2 import xoauth2
from otc_desktop.application.kernel.mailbox import OpenMailbox
from otc_desktop.domain.mailbox.received import ReceivedMail
from otc_desktop.domain.shared.company import MailSettings, ReadingSettings
from otc_desktop.domain.shared.errors import ExternalError

TIMEOUT_SECONDS = 60.0
# What is beyond is not fetched: a mail cut here still tells who wrote what.
LARGEST_MAIL_BYTES = 40_000_000
_LONGEST_REASON = 300
_MONTHS = ("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
_QUOTED = re.compile(r'(["\\])')
_PLAIN_FOLDER = re.compile(r"[\x20-\x7e]+")


class ImapMailbox:
    """The `MailboxReader` over IMAP; one connection for each reading.

    Args:
        settings: the account, with `reading` set.
        password: asked for at each reading, so that it is never kept.
        token: gives an access token instead (XOAUTH2); True asks for a renewed one.
        tls: trust and protocol settings; by default the system's certificate authorities.
        timeout: seconds to wait for each answer.
    """

    def __init__(
        self,
        settings: MailSettings,
        password: Callable[[], str | None],
        *,
        token: Callable[[bool], str] | None = None,
        tls: ssl.SSLContext | None = None,
        timeout: float = TIMEOUT_SECONDS,
    ) -> None:
        self._settings = settings
        self._password = password
        self._token = token
        self._tls = tls
        self._timeout = timeout

    @contextmanager
    def open(self) -> Iterator[OpenMailbox]:
        """Enter the folder for reading only, and leave again.

        Raises:
            ExternalError: `mailbox.not_configured`, `mailbox.not_reached`,
                `mailbox.login_refused`, `mailbox.no_folder`, `mail.certificate_refused`,
                `mail.starttls_missing`, `mail.insecure_not_allowed`, `mail.no_password`,
                `mail.sign_in_needed`.
        """
        reading = self._settings.reading
        if reading is None:
            raise ExternalError("mailbox.not_configured", retryable=False)
        secret = self._secret(reading)
        with _named(reading):
            connection = self._connect(reading)
        try:
            with _named(reading):
                self._log_in(connection, secret)
                folder = _select(connection, reading)
            # What fails outside while the folder is open is none of this server's doing.
            yield folder
        finally:
            with suppress(imaplib.IMAP4.error, OSError):
                connection.logout()
            with suppress(OSError):
                connection.shutdown()

    def _secret(self, reading: ReadingSettings) -> str:
        local = reading.security == "none" and is_loopback(reading.host)
        if reading.security not in ("tls", "starttls") and not local:
            raise ExternalError(
                "mail.insecure_not_allowed",
                retryable=False,
                host=reading.host,
                security=reading.security,
            )
        if self._token is not None:
            return self._token(False)
        password = self._password()
        if not password:
            raise ExternalError("mail.no_password", retryable=False, user=self._user())
        return password

    def _user(self) -> str:
        reading = self._settings.reading
        return (reading.user if reading is not None else "") or self._settings.user

    def _connect(self, reading: ReadingSettings) -> imaplib.IMAP4:
        trust = self._tls if self._tls is not None else ssl.create_default_context()
        host = reading.host.strip("[]")
        if reading.security == "tls":
            return imaplib.IMAP4_SSL(host, reading.port, ssl_context=trust, timeout=self._timeout)
        connection = imaplib.IMAP4(host, reading.port, timeout=self._timeout)
        if reading.security == "starttls":
            if "STARTTLS" not in connection.capabilities:
                connection.shutdown()
                raise ExternalError("mail.starttls_missing", retryable=False, host=reading.host)
            connection.starttls(ssl_context=trust)
        return connection

    def _log_in(self, connection: imaplib.IMAP4, secret: str) -> None:
        user = self._user()
        try:
            if self._token is None:
                _plain_login(connection, user, secret)
                return
            try:
                _token_login(connection, user, secret)
            except imaplib.IMAP4.abort:
                raise
            except imaplib.IMAP4.error:
                # A token taken back before its time is renewed once.
                _token_login(connection, user, self._token(True))
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as problem:
            answer = _printable(problem)
            # The library's text may quote the command, and with it the password.
            raise ExternalError(
                "mailbox.login_refused",
                retryable=False,
                user=user,
                answer="" if secret in answer else answer,
            ) from None


@contextmanager
def _named(reading: ReadingSettings) -> Iterator[None]:
    try:
        yield
    except ssl.SSLCertVerificationError as problem:
        raise ExternalError(
            "mail.certificate_refused",
            retryable=False,
            host=reading.host,
            reason=problem.verify_message,
        ) from problem
    except (imaplib.IMAP4.error, OSError) as problem:
        raise ExternalError(
            "mailbox.not_reached",
            retryable=True,
            host=reading.host,
            port=reading.port,
            reason=_printable(problem),
        ) from problem


def _plain_login(connection: imaplib.IMAP4, user: str, password: str) -> None:
    if "AUTH=PLAIN" in connection.capabilities or not (user + password).isascii():
        # LOGIN takes ASCII only; a French password may well hold an é.
        connection.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())
        return
    connection.login(user, password)


def _token_login(connection: imaplib.IMAP4, user: str, token: str) -> None:
    told: list[bytes] = []

    def answer(_question: bytes) -> bytes:
        # A refusal's details come as a second question, to be answered with nothing.
        told.append(b"" if told else xoauth2(user, token))
        return told[-1]

    connection.authenticate("XOAUTH2", answer)


def _select(connection: imaplib.IMAP4, reading: ReadingSettings) -> "_Folder":
    folder = reading.folder
    if not _PLAIN_FOLDER.fullmatch(folder):
        raise ExternalError("mailbox.no_folder", retryable=False, folder=folder)
    name = '"' + _QUOTED.sub(r"\\\1", folder) + '"'
    status, _ = connection.select(name, readonly=True)
    _, found = connection.response("UIDVALIDITY")
    validity = found[0] if found else None
    if status != "OK" or not isinstance(validity, bytes) or not validity.isdigit():
        raise ExternalError("mailbox.no_folder", retryable=False, folder=folder)
    return _Folder(connection, int(validity), reading)


class _Folder:
    """An `OpenMailbox`."""

    def __init__(self, connection: imaplib.IMAP4, validity: int, reading: ReadingSettings) -> None:
        self._connection = connection
        self._reading = reading
        self.validity = validity

    def numbers(self, *, after: int, since: date) -> Sequence[int]:
        """The UIDs above one, in order, of mails that came on or after a day."""
        # A month in English, whatever the language of the system.
        day = f"{since.day:02d}-{_MONTHS[since.month - 1]}-{since.year:04d}"
        with _named(self._reading):
            _, data = self._connection.uid("SEARCH", "UID", f"{after + 1}:*", "SINCE", day)
        words = b" ".join(part for part in data if isinstance(part, bytes)).split()
        # `n:*` always names the last mail, even below n (RFC 3501 §6.4.8).
        return sorted({int(each) for each in words if each.isdigit() and int(each) > after})

    def mail(self, number: int) -> ReceivedMail | None:
        """A mail taken apart; PEEK leaves it unread for those who read it themselves."""
        wanted = f"(BODY.PEEK[]<0.{LARGEST_MAIL_BYTES}>)"
        with _named(self._reading):
            _, data = self._connection.uid("FETCH", str(number), wanted)
        for part in data:
            if isinstance(part, tuple) and len(part) > 1 and isinstance(part[1], bytes):
                return take_apart(part[1])
        return None


def _printable(problem: Exception) -> str:
    first = problem.args[0] if problem.args else problem
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(problem)
    return "".join(sign if sign.isprintable() else " " for sign in text).strip()[:_LONGEST_REASON]
