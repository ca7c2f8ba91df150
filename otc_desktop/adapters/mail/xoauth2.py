"""The login of Microsoft and Google by access token, in SMTP and IMAP (XOAUTH2)."""

from otc_desktop.domain.shared.errors import ExternalError


def xoauth2(user: str, token: str) -> bytes:
    """What the server is told, not yet in base64.

    Raises:
        ExternalError: `mail.bad_header` for a user or token that would smuggle a field.
    """
    if any(sign < " " for sign in user + token):
        raise ExternalError("mail.bad_header", retryable=False, header="user")
    return f"user={user}\x01auth=Bearer {token}\x01\x01".encode()
