"""What mail servers say of mails they could not deliver.

First the standard report (RFC 3464), then what Exim and Google write in a header, then the
letters of servers that follow no standard, in English and French.
"""

import re
from collections.abc import Iterator, Sequence
from email import message_from_string, policy
from email.message import Message

from otc_desktop.adapters.mail.words import decoded_header
from otc_desktop.domain.mailbox.received import FailedDelivery

_MOST_FAILURES = 50
_LONGEST_DIAGNOSTIC = 500
_READ_OF_TEXT = 8_000
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'=-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_DAEMON = re.compile(
    r"^(?:mailer-daemon|postmaster|mail-daemon|no-?reply-?mailer|microsoftexchange[0-9a-f]*)@|^$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"undeliver|delivery (?:status notification|has )?\(?fail|delivery failed|mail delivery fail"
    r"|returned mail|return(?:ed)? to sender|failure notice|could not be delivered"
    r"|delivery status notification|delivery problem"
    r"|non remis|non d[ée]livr|non distribu|[ée]chec (?:de|d['’])\s*(?:la )?(?:remise|livraison"
    r"|distribution|envoi|acheminement)|n['’]a pas pu [êe]tre (?:remis|d[ée]livr|distribu)"
    r"|retard|delay|warning: message",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"delay|will (?:keep trying|retry|be retried)|no action is required|retard|sera retent",
    re.IGNORECASE,
)


def failures_in(
    message: Message, parts: Sequence[Message], *, sender: str, text: str
) -> tuple[FailedDelivery, ...]:
    """The addresses that a mail says were not reached; none in a mail that is no bounce."""
    reports = [part for part in parts if part.get_content_type() == "message/delivery-status"]
    found = [each for report in reports for each in _standard(report)]
    if not found and not reports:
        found = list(_by_header(message, text)) or list(
            _by_letter(message, parts, sender=sender, text=text)
        )
    return tuple(dict.fromkeys(found))[:_MOST_FAILURES]


def _standard(report: Message) -> Iterator[FailedDelivery]:
    for block in _blocks(report):
        address = _address(block.get("Final-Recipient")) or _address(
            block.get("Original-Recipient")
        )
        original = _address(block.get("Original-Recipient"))
        action = str(block.get("Action", "")).strip().casefold()
        status = _STATUS.search(str(block.get("Status", "")))
        # Delivered, relayed and expanded are no failures.
        if not address or action not in ("failed", "delayed"):
            continue
        diagnostic = str(block.get("Diagnostic-Code", ""))[: 4 * _LONGEST_DIAGNOSTIC]
        kind, _, words = diagnostic.partition(";")
        yield FailedDelivery(
            # An alias is told as the address that we wrote to.
            recipient=original or address,
            status=status[1] if status else "",
            diagnostic=_short(words if kind.strip().isalpha() or "-" in kind[:8] else diagnostic),
            for_good=action == "failed",
        )


def _blocks(report: Message) -> list[Message]:
    payload = report.get_payload()
    if isinstance(payload, list):
        return [each for each in payload[: _MOST_FAILURES + 1] if isinstance(each, Message)]
    decoded = report.get_payload(decode=True)
    text = decoded.decode("utf-8", "replace") if isinstance(decoded, bytes) else ""
    pieces = re.split(r"\r?\n\s*\r?\n", text[:100_000])
    return [message_from_string(piece, policy=policy.compat32) for piece in pieces]


def _by_header(message: Message, text: str) -> Iterator[FailedDelivery]:
    for address in _ADDRESS.findall(str(message.get("X-Failed-Recipients", ""))[:4_000]):
        yield _told_in(text, address)


def _by_letter(
    message: Message, parts: Sequence[Message], *, sender: str, text: str
) -> Iterator[FailedDelivery]:
    """A daemon's letter that names the address, before the mail that it returns."""
    subject = str(message.get("Subject", ""))[:500]
    letter = _before_the_copy(text)
    looks = _SUBJECT.search(decoded_header(subject)) or "I wasn't able to deliver" in letter
    if not (_DAEMON.search(sender) and looks):
        return
    for address in _ADDRESS.findall(letter):
        if not _DAEMON.search(address):
            yield _told_in(letter, address)
            return
    for returned in returned_mails(parts):
        address = _address(returned.get("To"))
        if address:
            yield _told_in(letter, address)
            return


def returned_mails(parts: Sequence[Message]) -> Iterator[Message]:
    """The mails that hang on a report, as they were sent."""
    for part in parts:
        payload = part.get_payload() if part.get_content_type() == "message/rfc822" else None
        if isinstance(payload, list) and payload and isinstance(payload[0], Message):
            yield payload[0]


def _told_in(text: str, address: str) -> FailedDelivery:
    letter = _before_the_copy(text)
    status = _STATUS.search(letter)
    code = status[1] if status else ""
    _, _, after = letter.partition(address)
    for_good = code.startswith("5") or (not code.startswith("4") and not _DELAY.search(letter))
    diagnostic = _short(after.lstrip(">: \r\n") or letter)
    return FailedDelivery(
        recipient=address.casefold(), status=code, diagnostic=diagnostic, for_good=for_good
    )


def _before_the_copy(text: str) -> str:
    parts = re.split(
        r"^-{2,}.*(?:copy|copie|original|returned).*$",
        text[:_READ_OF_TEXT],
        maxsplit=1,
        flags=re.M | re.I,
    )
    return parts[0]


def _address(value: object) -> str:
    """The address in `rfc822; user@host` or `Name <user@host>`."""
    found = _ADDRESS.search(str(value)[:1_000]) if value is not None else None
    return found[0].casefold() if found else ""


def _short(text: str) -> str:
    kept = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(kept.split())[:_LONGEST_DIAGNOSTIC]
