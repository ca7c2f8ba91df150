"""Access to a platform by OAuth2 client credentials (RFC 6749, 4.4)."""

import base64
import json
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from otc_desktop.adapters.approved_platform.transport import (
    NotAnsweredError,
    ask,
    require_safe,
)
from otc_desktop.domain.shared.errors import ExternalError

_LARGEST_ANSWER = 1_000_000
_LONGEST_REASON = 300
# A token that ends within this time is not begun with.
_MARGIN_SECONDS = 30.0
_USUAL_LIFE_SECONDS = 300.0


class ClientAccess:
    """Tokens of one client, each used until it ends.

    Args:
        token_url: of the platform.
        client_id: of the company there.
        secret: asked of the keyring each time one is needed, and kept nowhere.
    """

    def __init__(self, token_url: str, client_id: str, secret: Callable[[], str | None]) -> None:
        self._url = token_url
        self._client_id = client_id
        self._secret = secret
        self._token = ""
        self._until = 0.0

    def token(self, *, renewed: bool = False) -> str:
        """A token that opens the platform now; `renewed` when it refused the last one.

        Raises:
            ExternalError: `platform.no_secret`, `platform.login_refused`,
                `platform.not_reached`, `platform.odd_answer`.
        """
        if renewed or not self._token or time.monotonic() >= self._until:
            found = self._ask()
            self._token = str(found["access_token"])
            life = _seconds(found.get("expires_in"))
            self._until = time.monotonic() + max(life - _MARGIN_SECONDS, life / 2)
        return self._token

    def _ask(self) -> Mapping[str, Any]:
        secret = self._secret()
        if not secret:
            raise ExternalError("platform.no_secret", retryable=False, client=self._client_id)
        host = require_safe(self._url)
        pair = f"{quote(self._client_id, safe='')}:{quote(secret, safe='')}"
        headers = {
            "Accept": "application/json",
            "Authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        content = urlencode({"grant_type": "client_credentials"}).encode()
        try:
            answer = ask(
                "POST", self._url, headers=headers, content=content, largest=_LARGEST_ANSWER
            )
        except NotAnsweredError as problem:
            raise ExternalError(
                "platform.not_reached", retryable=True, host=host, reason=problem.reason
            ) from problem
        if answer.status >= 500 or answer.status == 429:
            raise ExternalError(
                "platform.not_reached",
                retryable=True,
                host=host,
                reason=f"HTTP {answer.status}",
            )
        found = as_object(answer.content)
        if answer.status != 200:
            raise ExternalError(
                "platform.login_refused",
                retryable=False,
                client=self._client_id,
                answer=_reason(found or {}) or f"HTTP {answer.status}",
            )
        if not found or not isinstance(found.get("access_token"), str):
            raise ExternalError("platform.odd_answer", retryable=True, host=host)
        return found


def as_object(content: bytes) -> Mapping[str, Any] | None:
    """A JSON object, None for anything else; figures with a point stay texts."""
    try:
        found = json.loads(content, parse_float=str)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _reason(found: Mapping[str, Any]) -> str:
    said = str(found.get("error_description") or found.get("error") or "")
    return " ".join(said.split())[:_LONGEST_REASON]


def _seconds(value: Any) -> float:
    text = str(value or "")
    return float(text) if text.isdecimal() and int(text) > 0 else _USUAL_LIFE_SECONDS
