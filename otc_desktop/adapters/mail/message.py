"""An outgoing mail as the bytes and addresses that travel to the server."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, getaddresses

from otc_desktop.application.kernel.mailing import (
    OutgoingMail,
)
from otc_desktop.domain.shared.errors import ExternalError

_MESSAGE_ID = re.compile(r"<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.\-\[\]:]+>")
_MEDIA_TYPE = re.compile(r"([a-z0-9][a-z0-9.+-]*)/([a-z0-9][a-z0-9.+-]*)")
# Reserved by Windows, or read by shells and browsers.
_UNSAFE_IN_FILE_NAMES = re.compile(r'[<>:"|?*%;`$&\']')
_LONGEST_FILE_NAME = 120


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the transport needs: bare addresses, and the message with CRLF line ends."""

    sender: str
    recipient: str
    content: bytes


def compose(mail: OutgoingMail) -> Envelope:
    """Turn a mail into its envelope, refusing what could smuggle a header or an address.

    Raises:
        ExternalError: `mail.bad_header` naming the header, `mail.bad_address` naming the
            header and the address; both surely not sent, and not retryable.
    """
    for header, value in (
        ("subject", mail.subject),
        ("to", mail.recipient),
        ("from", mail.sender),
        ("message_id", mail.message_id),
    ):
        if has_control(value):
            raise ExternalError("mail.bad_header", retryable=False, header=header)
    if not _MESSAGE_ID.fullmatch(mail.message_id):
        raise ExternalError("mail.bad_header", retryable=False, header="message_id")
    sender = single_address(mail.sender, header="from")
    recipient = single_address(mail.recipient, header="to")

    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = recipient
    message["Subject"] = mail.subject
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = mail.message_id
    # Quoted-printable passes servers that know no 8BITMIME, and keeps French readable.
    message.set_content(mail.text, cte="quoted-printable")
    attach(message, mail.attachments)
    content = message.as_bytes()
    if not content.endswith(b"\r\n"):
        content += b"\r\n"  # the transport's final dot stands on its own line
    return Envelope(sender.addr_spec, recipient.addr_spec, content)


def attach(message: EmailMessage, attachments: Iterable[tuple[str, str, bytes]]) -> None:
    """Hang files on a message: file name, media type, bytes."""
    for name, media_type, content in attachments:
        known = _MEDIA_TYPE.fullmatch(media_type.lower())
        main, sub = known.groups() if known else ("application", "octet-stream")
        if main in ("text", "message", "multipart"):
            main, sub = "application", "octet-stream"  # bytes stay as they are
        message.add_attachment(content, maintype=main, subtype=sub, filename=safe_file_name(name))


def safe_file_name(name: str) -> str:
    """A bare file name that is harmless on any system; `document` when nothing is left."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(
        letter for letter in bare if unicodedata.category(letter)[0] not in "CZ" or letter == " "
    )
    clean = _UNSAFE_IN_FILE_NAMES.sub("_", printable).strip(" .")
    if len(clean) > _LONGEST_FILE_NAME:
        stem, dot, suffix = clean.rpartition(".")
        ending = f"{dot}{suffix}" if stem and len(suffix) <= 10 else ""
        clean = clean[: _LONGEST_FILE_NAME - len(ending)] + ending
    return clean or "document"


def has_control(text: str) -> bool:
    """Whether a header's value would begin another line."""
    return any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") for letter in text)


def single_address(text: str, *, header: str) -> Address:
    """The one address in `Name <local@domain>` or `local@domain`.

    One recipient per mail: with two, a server may take one and refuse the other, and no
    answer could then say whether the mail left. A domain with accents is put in its DNS
    form; a local part with accents needs SMTPUTF8, which few servers offer.
    """
    refusal = ExternalError("mail.bad_address", retryable=False, header=header, address=text)
    found = getaddresses([text])
    if len(found) != 1:
        raise refusal
    name, bare = found[0]
    local, at, domain = bare.rpartition("@")
    known_domain = "." in domain.strip(".") or domain == "localhost"
    if not (at and local and local.isascii() and known_domain):
        raise refusal
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
        address = Address(display_name=name, addr_spec=f"{local}@{ascii_domain}")
    except (UnicodeError, ValueError, HeaderParseError) as problem:
        raise refusal from problem
    if re.search(r"[\s<>,;]", address.addr_spec):
        raise refusal
    return address
