"""HTTP towards a platform: one request and its answer, in words of ours when it fails."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from otc_desktop.domain.shared.errors import ExternalError

TIMEOUT_SECONDS = 30.0
_LONGEST_REASON = 300
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class _NoRedirect(HTTPRedirectHandler):
    """A token for one address must not be carried to another."""

    def redirect_request(self, *_args: Any, **_more: Any) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class NotAnsweredError(Exception):
    """No answer came; `sent` says that the request may have arrived."""

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)
        self.reason = reason[:_LONGEST_REASON]
        self.sent = sent


def ask(
    method: str,
    url: str,
    *,
    headers: Mapping[str, str],
    content: bytes | None = None,
    largest: int,
    timeout: float = TIMEOUT_SECONDS,
) -> Answer:
    """One request, without following anybody elsewhere.

    Raises:
        NotAnsweredError: nothing came back.
        ExternalError: `platform.not_safe` for an address that others can read on the way,
            `platform.answer_too_large`.
    """
    host = require_safe(url)
    request = Request(url, data=content, headers=dict(headers), method=method)  # noqa: S310
    try:
        with build_opener(_NoRedirect()).open(request, timeout=timeout) as answer:
            got = answer.read(largest + 1)
            found = Answer(answer.status, _lower(answer.headers.items()), got)
    except HTTPError as refusal:
        with refusal:
            got = refusal.read(largest + 1)
        found = Answer(refusal.code, _lower(refusal.headers.items()), got)
    except URLError as problem:
        # Raised while connecting, or while the request was written.
        unsent = isinstance(problem.reason, ConnectionRefusedError)
        raise NotAnsweredError(str(problem.reason), sent=not unsent) from problem
    except (OSError, HTTPException) as problem:
        raise NotAnsweredError(str(problem) or type(problem).__name__, sent=True) from problem
    if len(found.content) > largest:
        raise ExternalError("platform.answer_too_large", retryable=False, host=host)
    return found


def require_safe(url: str) -> str:
    """The host of an address that nobody on the way can read.

    Raises:
        ExternalError: `platform.not_safe`.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host and (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)):
        return host
    raise ExternalError("platform.not_safe", retryable=False, url=url)


def _lower(items: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in items}
