"""Signing in at Microsoft 365 and Google: what is kept renews access, in the keyring only.

Authorisation code with PKCE through the system's browser and back to this computer
(RFC 8252, RFC 7636), or a code typed on any device (RFC 8628).
"""

import base64
import hashlib
import secrets
import threading
import time
import webbrowser
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from otc_desktop.adapters.mail.loopback import WAIT_SECONDS, Loopback, pause
from otc_desktop.adapters.mail.providers import Provider, provider_of
from otc_desktop.adapters.mail.token_requests import ask, reason_of, require_safe
from otc_desktop.application.kernel.mailbox import MAIL_CLIENT_SECRET, MAIL_TOKEN, SignInPrompt
from otc_desktop.application.kernel.ports import Secrets
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.company import MailSettings
from otc_desktop.domain.shared.errors import ExternalError

# Renewed a little early, so that no token runs out between our look and the server's.
_MARGIN_SECONDS = 120
_USUAL_LIFE_SECONDS = 3_600
_LONGEST_LIFE_SECONDS = 86_400
_FIRST_PAUSE_SECONDS = 5
_SLOWER_BY_SECONDS = 5
_LONGEST_PAUSE_SECONDS = 60


class OAuthSignIn:
    """Signs in, and gives access tokens while a process runs.

    Args:
        store: where the tokens that renew access live.
        provider: finds the service of a login.
        browse: opens an address in the system's browser.
        wait_seconds: how long the user may take.
    """

    def __init__(
        self,
        store: Secrets,
        *,
        provider: Callable[[MailSettings], Provider] = provider_of,
        browse: Callable[[str], Any] = webbrowser.open,
        wait_seconds: float = WAIT_SECONDS,
    ) -> None:
        self._store = store
        self._provider = provider
        self._browse = browse
        self._wait_seconds = wait_seconds
        self._access: dict[str, tuple[str, float]] = {}
        self._one_at_a_time = threading.Lock()

    def by_browser(
        self, settings: MailSettings, show: Callable[[SignInPrompt], None], task: Task
    ) -> None:
        """Let the user sign in with the browser, and keep what renews the access.

        Raises:
            Cancelled: the user gave up.
            ExternalError: `mail.no_client_id`, `mail.sign_in_refused`,
                `mail.sign_in_timed_out`, `mail.sign_in_not_reached`, `mail.sign_in_odd_answer`.
        """
        provider = self._provider(settings)
        verifier = secrets.token_urlsafe(64)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest())
        require_safe(provider.authorize_url)
        with Loopback(provider.redirect_host, wait_seconds=self._wait_seconds) as back:
            question = {
                "response_type": "code",
                "client_id": _client_id(settings),
                "redirect_uri": back.address,
                "scope": " ".join(provider.scopes),
                "state": back.state,
                "code_challenge": challenge.rstrip(b"=").decode("ascii"),
                "code_challenge_method": "S256",
                "login_hint": settings.user,
                **provider.extra,
            }
            url = f"{provider.authorize_url}?{urlencode(question)}"
            show(SignInPrompt(url=url))
            self._browse(url)
            answer = back.wait(task)
            if "code" not in answer:
                raise _refused(answer)
            self._keep(
                settings,
                self._ask(
                    provider,
                    settings,
                    grant_type="authorization_code",
                    code=answer["code"],
                    redirect_uri=back.address,
                    code_verifier=verifier,
                ),
            )

    def by_code(
        self, settings: MailSettings, show: Callable[[SignInPrompt], None], task: Task
    ) -> None:
        """Let the user type a code on any device; for machines without a browser.

        Raises:
            Cancelled: the user gave up.
            ExternalError: as `by_browser`, and `mail.no_device_sign_in`.
        """
        provider = self._provider(settings)
        if not provider.device_url:
            raise ExternalError("mail.no_device_sign_in", retryable=False)
        started = ask(
            provider.device_url,
            {"client_id": _client_id(settings), "scope": " ".join(provider.scopes)},
        )
        if "device_code" not in started:
            raise _refused(started)
        url = str(started.get("verification_uri") or started.get("verification_url") or "")
        show(SignInPrompt(url=url, code=str(started.get("user_code", ""))))
        seconds = _whole(started.get("interval"), _FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS)
        until = time.monotonic() + min(
            self._wait_seconds * 3, _whole(started.get("expires_in"), 900, 3_600)
        )
        while time.monotonic() < until:
            pause(seconds, task)
            answer = self._ask(
                provider,
                settings,
                grant_type="urn:ietf:params:oauth:grant-type:device_code",
                device_code=str(started["device_code"]),
            )
            if answer.get("error") == "slow_down":
                seconds = min(seconds + _SLOWER_BY_SECONDS, _LONGEST_PAUSE_SECONDS)
            elif answer.get("error") != "authorization_pending":
                self._keep(settings, answer)
                return
        raise ExternalError("mail.sign_in_timed_out", retryable=True)

    def access(self, settings: MailSettings, *, renewed: bool = False) -> str:
        """A token that opens the mailbox now; `renewed` when a server refused the last one.

        Raises:
            ExternalError: `mail.sign_in_needed` when nobody signed in or the provider took it
                back; `mail.sign_in_not_reached`; `secrets.*`.
        """
        key = _key(settings)
        with self._one_at_a_time:
            known, until = self._access.get(key, ("", 0.0))
            if known and not renewed and time.monotonic() < until:
                return known
            kept = self._store.get(MAIL_TOKEN, key)
            if not kept:
                raise _signed_out(settings, "")
            provider = self._provider(settings)
            answer = self._ask(
                provider,
                settings,
                grant_type="refresh_token",
                refresh_token=kept,
                scope=" ".join(provider.scopes),
            )
            if "access_token" not in answer:
                self._access.pop(key, None)
                raise _signed_out(settings, reason_of(answer))
            return self._remember(settings, answer)

    def _ask(self, provider: Provider, settings: MailSettings, **fields: str) -> Mapping[str, Any]:
        client_id = _client_id(settings)
        secret = self._store.get(MAIL_CLIENT_SECRET, client_id)
        more = {"client_secret": secret} if secret else {}
        return ask(provider.token_url, {"client_id": client_id, **more, **fields})

    def _keep(self, settings: MailSettings, answer: Mapping[str, Any]) -> None:
        if "access_token" not in answer:
            raise _refused(answer)
        if not answer.get("refresh_token"):
            # The sign-in would end within the hour, in the middle of a night's reminders.
            raise ExternalError("mail.sign_in_not_lasting", retryable=False)
        with self._one_at_a_time:
            self._remember(settings, answer)

    def _remember(self, settings: MailSettings, answer: Mapping[str, Any]) -> str:
        key = _key(settings)
        newer = answer.get("refresh_token")
        if newer and str(newer) != self._store.get(MAIL_TOKEN, key):
            self._store.put(MAIL_TOKEN, key, str(newer))
        life = _whole(answer.get("expires_in"), _USUAL_LIFE_SECONDS, _LONGEST_LIFE_SECONDS)
        token = str(answer["access_token"])
        self._access[key] = (token, time.monotonic() + max(life - _MARGIN_SECONDS, 0))
        return token


def _key(settings: MailSettings) -> str:
    return f"{settings.login}/{settings.user}"


def _client_id(settings: MailSettings) -> str:
    if not settings.client_id:
        raise ExternalError("mail.no_client_id", retryable=False, login=settings.login)
    return settings.client_id


def _signed_out(settings: MailSettings, answer: str) -> ExternalError:
    return ExternalError(
        "mail.sign_in_needed", retryable=False, user=settings.user, answer=answer or "—"
    )


def _refused(answer: Mapping[str, Any]) -> ExternalError:
    return ExternalError("mail.sign_in_refused", retryable=False, answer=reason_of(answer) or "—")


def _whole(value: object, usual: int, most: int) -> int:
    text = str(value)
    return min(int(text), most) if text.isdecimal() and text.isascii() and len(text) < 10 else usual
