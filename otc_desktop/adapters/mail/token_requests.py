"""Questions to a provider's token endpoint (RFC 6749, RFC 8628), over HTTPS only."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from otc_desktop.domain.shared.errors import ExternalError

TIMEOUT_SECONDS = 30.0
_LARGEST_ANSWER = 1_000_000
_LONGEST_REASON = 300
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class _NoRedirect(HTTPRedirectHandler):
    """A code or token sent to one address must not be repeated to another."""

    def redirect_request(self, *_args: Any, **_more: Any) -> None:
        return None


def ask(url: str, fields: Mapping[str, str]) -> Mapping[str, Any]:
    """Post a form; returns the answer's fields, those of a refusal (`error`) too.

    Raises:
        ExternalError: `mail.sign_in_not_reached`, retryable; `mail.sign_in_odd_answer`.
    """
    host = require_safe(url)
    request = Request(  # noqa: S310 - the scheme was checked above
        url,
        data=urlencode(fields).encode("ascii"),
        headers={
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        },
    )
    try:
        with build_opener(_NoRedirect()).open(request, timeout=TIMEOUT_SECONDS) as answer:
            content = answer.read(_LARGEST_ANSWER)
    except HTTPError as refusal:
        with refusal:
            content = refusal.read(_LARGEST_ANSWER)
        if refusal.code >= 500:
            raise _not_reached(host, f"HTTP {refusal.code}") from refusal
    except (URLError, OSError) as problem:
        raise _not_reached(host, str(getattr(problem, "reason", problem))) from problem
    try:
        found = json.loads(content, parse_float=str)
    except (ValueError, RecursionError) as problem:
        raise ExternalError("mail.sign_in_odd_answer", retryable=True, host=host) from problem
    if not isinstance(found, dict):
        raise ExternalError("mail.sign_in_odd_answer", retryable=True, host=host)
    return found


def require_safe(url: str) -> str:
    """The host of an address that nobody on the way can read.

    Raises:
        ExternalError: `mail.sign_in_not_safe`.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK):
        return host
    raise ExternalError("mail.sign_in_not_safe", retryable=False, url=url)


def reason_of(answer: Mapping[str, Any]) -> str:
    """A refusal in the provider's words, fit to be shown."""
    said = str(answer.get("error_description") or answer.get("error") or "")
    return " ".join(said.split())[:_LONGEST_REASON]


def _not_reached(host: str, reason: str) -> ExternalError:
    return ExternalError(
        "mail.sign_in_not_reached", retryable=True, host=host, reason=reason[:_LONGEST_REASON]
    )
