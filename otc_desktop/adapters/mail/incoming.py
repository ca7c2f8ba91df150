"""A mail from outside taken apart: whatever its bytes are, something readable comes out."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser

from otc_desktop.adapters.mail.bounces import failures_in, returned_mails
from otc_desktop.adapters.mail.words import decoded_header, plain
from otc_desktop.domain.mailbox.received import ReceivedFile, ReceivedMail

MOST_FILES, LARGEST_FILE_BYTES, LARGEST_FILES_BYTES = 20, 10_000_000, 25_000_000
LONGEST_TEXT = 50_000
_LONGEST_HEADER = 1_000
_LONGEST_NAME = 200
_MOST_PARTS = 300
_DEEPEST = 20
_LARGEST_TEXT_BYTES = 1_000_000
_ID = re.compile(r"<[^<>\s]{1,250}>")
_QUOTED_ID = re.compile(r"^[\s>]*Message-ID:\s*(<[^<>\s]{1,250}>)", re.IGNORECASE | re.MULTILINE)
_AUTOMATIC_SUBJECT = re.compile(
    r"\s*(?:(?:re|tr|fw|fwd)\s*:\s*)*(?:auto(?:matic)? ?reply|automatic reply|auto\s*:"
    r"|out of (?:the )?office|r[ée]ponse automatique|absence du bureau|message d['’ ]absence"
    r"|absent\(?e?\)? du bureau|automatische antwort|respuesta autom[áa]tica"
    r"|risposta automatica|abwesen)",
    re.IGNORECASE,
)
_AUTOMATIC_HEADERS = ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress-Reply")
_LINE_TAGS = frozenset("br p div tr li h1 h2 h3 h4 table blockquote".split())
_SILENT_TAGS = frozenset(("script", "style", "head", "title"))


def take_apart(content: bytes) -> ReceivedMail:
    """A mail's own words, files, and what it is about."""
    message = _parsed(content)
    parts = list(_parts(message))
    text = _text(parts)
    files, left_out = _files(parts)
    sender_name, sender = parseaddr(_header(message, "From"))
    return ReceivedMail(
        identity=_identity(message, content),
        sender=plain(sender)[:_LONGEST_HEADER].casefold(),
        sender_name=plain(sender_name)[:_LONGEST_NAME],
        subject=_header(message, "Subject"),
        text=text,
        sent_at=_date(message),
        mentions=_mentions(message, parts, text),
        files=files,
        left_out=left_out,
        failures=failures_in(message, parts, sender=sender, text=text),
        is_automatic=_is_automatic(message),
    )


def _header(message: Message, name: str) -> str:
    found = message.get(name)
    if found is None:
        return ""
    return decoded_header(str(found)[: 4 * _LONGEST_HEADER])[:_LONGEST_HEADER]


def _parsed(content: bytes) -> Message:
    try:
        return message_from_bytes(content, policy=policy.compat32)
    except (RecursionError, ValueError, LookupError, AttributeError, AssertionError):
        # Nested without end, to bring a reader down: who wrote what is still told.
        return BytesHeaderParser(policy=policy.compat32).parsebytes(content)


def _parts(message: Message) -> Iterator[Message]:
    """Every part that is no container, in order; not without end."""
    waiting, seen = [(message, 0)], 0
    while waiting and seen < _MOST_PARTS:
        part, depth = waiting.pop()
        seen += 1
        payload = part.get_payload() if part.is_multipart() else None
        if isinstance(payload, list) and part.get_content_maintype() == "multipart":
            if depth < _DEEPEST:
                inner = [each for each in payload if isinstance(each, Message)]
                waiting.extend((each, depth + 1) for each in reversed(inner))
            continue
        yield part


def _text(parts: list[Message]) -> str:
    bodies = [part for part in parts if not _is_file(part)]
    for kind in ("text/plain", "text/html"):
        found = [part for part in bodies if part.get_content_type() == kind]
        if found:
            words = _decoded(found[0])
            readable = words if kind == "text/plain" else _without_tags(words)
            lines = [line.rstrip() for line in plain(readable).splitlines()]
            return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:LONGEST_TEXT]
    return ""


def _decoded_bytes(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _decoded(part: Message) -> str:
    content = _decoded_bytes(part)[:_LARGEST_TEXT_BYTES]
    for charset in (part.get_content_charset() or "utf-8", "utf-8"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeError, ValueError):
            continue
    return content.decode("cp1252", "replace")


class _Words(HTMLParser):
    """Collects what a reader of a page would read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT_TAGS
        if tag in _LINE_TAGS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT_TAGS:
            self._silent = max(self._silent - 1, 0)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(" ".join(data.split()) + (" " if data[-1:].isspace() else ""))


def _without_tags(page: str) -> str:
    words = _Words()
    try:
        words.feed(page[:_LARGEST_TEXT_BYTES])
        words.close()
    except (AssertionError, ValueError):
        pass  # what was read so far
    return "".join(words.found)


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _file_name(part: Message) -> str:
    try:
        found = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        return "?"
    return decoded_header(found)[:_LONGEST_NAME]


def _files(parts: list[Message]) -> tuple[tuple[ReceivedFile, ...], tuple[str, ...]]:
    files: list[ReceivedFile] = []
    left_out: list[str] = []
    total = 0
    for part in parts:
        if not _is_file(part) or _is_ornament(part):
            continue
        name = _file_name(part) or "?"
        content = _decoded_bytes(part)
        too_much = len(content) > LARGEST_FILE_BYTES or total + len(content) > LARGEST_FILES_BYTES
        if not content or too_much or len(files) == MOST_FILES:
            left_out.append(name)
            continue
        total += len(content)
        files.append(ReceivedFile(name=name, content=content))
    return tuple(files), tuple(left_out[:MOST_FILES])


def _is_ornament(part: Message) -> bool:
    """A logo of a signature, shown within the text."""
    return (
        part.get_content_maintype() == "image"
        and part.get_content_disposition() != "attachment"
        and "Content-ID" in part
    )


def _identity(message: Message, content: bytes) -> str:
    found = _ID.search(str(message.get("Message-ID", ""))[:_LONGEST_HEADER])
    if found and found[0].isprintable():
        return found[0]
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _date(message: Message) -> datetime | None:
    try:
        found = parsedate_to_datetime(str(message.get("Date", ""))[:_LONGEST_HEADER])
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _mentions(message: Message, parts: list[Message], text: str) -> tuple[str, ...]:
    """What it answers first, then what is older, then what it quotes or returns."""
    found = _ID.findall(str(message.get("In-Reply-To", ""))[: 8 * _LONGEST_HEADER])
    found += reversed(_ID.findall(str(message.get("References", ""))[-8 * _LONGEST_HEADER :]))
    for returned in returned_mails(parts):
        found += _ID.findall(str(returned.get("Message-ID", ""))[:_LONGEST_HEADER])
    for part in parts:
        if part.get_content_type() in ("text/rfc822-headers", "message/rfc822"):
            found += _QUOTED_ID.findall(_decoded(part)[:LONGEST_TEXT])
    found += _QUOTED_ID.findall(text)
    return tuple(dict.fromkeys(found))


def _is_automatic(message: Message) -> bool:
    submitted = _header(message, "Auto-Submitted").casefold()
    precedence = _header(message, "Precedence").casefold()
    return (
        (bool(submitted) and not submitted.startswith("no"))
        or any(name in message for name in _AUTOMATIC_HEADERS)
        or precedence in ("auto_reply", "bulk", "junk", "list")
        or message.get_content_type() == "multipart/report"
        or bool(_AUTOMATIC_SUBJECT.match(_header(message, "Subject")))
    )
