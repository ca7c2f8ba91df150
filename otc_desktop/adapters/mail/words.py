"""Words of mails from outside: decoded where they can be, shown as written where not."""

from email.header import decode_header, make_header


def decoded_header(raw: str) -> str:
    """A header's value without its encoding (RFC 2047), on one line."""
    try:
        raw = str(make_header(decode_header(raw)))
    except (LookupError, ValueError, UnicodeError, AttributeError, AssertionError):
        pass  # shown as it was written
    return " ".join(plain(raw).split())


def plain(text: str) -> str:
    """Text without what no database takes and no screen shows."""
    return "".join(sign if sign in "\n\t" or sign.isprintable() else " " for sign in text)
