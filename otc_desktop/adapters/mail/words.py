"""Words of mails from outside: decoded where they can be, shown as written where not."""

from contextlib import suppress
from email.header import decode_header, make_header


def decoded_header(raw: str) -> str:
    """A header's value without its encoding (RFC 2047), on one line."""
    # What can't be decoded is shown as it was written.
    with suppress(LookupError, ValueError, AttributeError, AssertionError):
        raw = str(make_header(decode_header(raw)))
    return " ".join(plain(raw).split())


def plain(text: str) -> str:
    """Text without what no database takes and no screen shows."""
    return "".join(sign if sign in "\n\t" or sign.isprintable() else " " for sign in text)
