"""Signing in at a provider, and what a token opens."""

import base64
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from aiosmtpd.smtp import MISSING, AuthResult

from otc_desktop.adapters.mail.oauth import OAuthSignIn
from otc_desktop.adapters.mail.providers import Provider, provider_of
from otc_desktop.adapters.mail.smtp import SmtpTransport
from otc_desktop.application.kernel.mailbox import SignInPrompt
from otc_desktop.application.kernel.mailing import OutgoingMail
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.domain.shared.company import MailSettings
from otc_desktop.domain.shared.errors import Cancelled, ExternalError
from tests.support.identity_provider import IdentityProvider, Kept, identity_provider

USER = "compta@atelier-lumen.example"
MAIL = OutgoingMail(
    message_id="<01a2@atelier-lumen.example>",
    sender=USER,
    recipient="durand@client.example",
    subject="Facture",
    text="Bonjour",
)


class TokenServer:
    """A mail server that only a token of the provider opens."""

    def __init__(self, identity: IdentityProvider) -> None:
        self.identity = identity
        self.taken = 0
        self.refused = 0

    async def auth_XOAUTH2(self, server: Any, args: list[str]) -> AuthResult:  # noqa: N802
        words = base64.b64decode(args[1]).decode().split("\x01")
        token = words[1].removeprefix("auth=Bearer ")
        if words[0] == f"user={USER}" and token in self.identity.access:
            return AuthResult(success=True, auth_data=token)
        self.refused += 1
        # The details of the refusal come as a question first.
        answered = await server.challenge_auth(b'{"status":"400"}')
        assert answered is MISSING or answered == b""
        return AuthResult(success=False, handled=False)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken += 1
        return "250 OK"


@pytest.fixture
def identity() -> Iterator[IdentityProvider]:
    with identity_provider() as running:
        yield running


@pytest.fixture
def kept() -> Kept:
    return Kept()


def settings(port: int = 587, **changes: Any) -> MailSettings:
    values: dict[str, Any] = {
        "host": "127.0.0.1",
        "port": port,
        "security": "none",
        "user": USER,
        "sender": USER,
        "login": "microsoft365",
        "client_id": "our-client",
        **changes,
    }
    return MailSettings(**values)


def sign_in(identity: IdentityProvider, kept: Kept, **options: Any) -> OAuthSignIn:
    return OAuthSignIn(
        kept,
        provider=lambda _: identity.provider(),
        **{"browse": identity.browser, "wait_seconds": 5, **options},
    )


def test_browser_sign_in_proves_itself_and_only_the_renewing_token_is_kept(
    identity: IdentityProvider, kept: Kept
) -> None:
    shown: list[SignInPrompt] = []
    ours = sign_in(identity, kept)
    ours.by_browser(settings(), shown.append, SilentTask())

    assert list(kept.secrets.values()) == list(identity.refresh)
    assert ours.access(settings()) in identity.access
    assert "code_challenge_method=S256" in shown[0].url
    assert shown[0].url.startswith(identity.root)
    # Nothing was renewed: the first access token still lives.
    assert [each["grant_type"] for each in identity.asked] == ["authorization_code"]


def test_an_answer_without_our_state_is_turned_away(identity: IdentityProvider, kept: Kept) -> None:
    def forged(url: str) -> None:
        where = parse_qs(urlsplit(url).query)["redirect_uri"][0]
        with pytest.raises(OSError, match="400"):
            urlopen(f"{where}/?code=stolen&state=guess")  # noqa: S310

    ours = sign_in(
        identity,
        kept,
        browse=lambda url: threading.Thread(target=forged, args=(url,)).start(),
        wait_seconds=0.6,
    )
    with pytest.raises(ExternalError) as caught:
        ours.by_browser(settings(), lambda _: None, SilentTask())
    assert caught.value.code == "mail.sign_in_timed_out"
    assert kept.secrets == {}


def test_a_user_who_declines_or_gives_up_leaves_nothing(
    identity: IdentityProvider, kept: Kept
) -> None:
    class GaveUp(SilentTask):
        def check_cancelled(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        sign_in(identity, kept, browse=lambda _: None).by_browser(
            settings(), lambda _: None, GaveUp()
        )
    with pytest.raises(ExternalError) as caught:
        sign_in(identity, kept).by_browser(settings(client_id=""), lambda _: None, SilentTask())
    assert caught.value.code == "mail.no_client_id"
    identity.gives_refresh = False
    with pytest.raises(ExternalError) as caught:
        sign_in(identity, kept).by_browser(settings(), lambda _: None, SilentTask())
    assert caught.value.code == "mail.sign_in_not_lasting"
    assert kept.secrets == {}


def test_a_code_typed_elsewhere_signs_in_after_some_asking(
    identity: IdentityProvider, kept: Kept
) -> None:
    identity.pending = 2
    shown: list[SignInPrompt] = []
    ours = sign_in(identity, kept)
    ours.by_code(settings(), shown.append, SilentTask())

    assert shown == [SignInPrompt(url=f"{identity.root}/type", code="ABCD-EFGH")]
    assert ours.access(settings()) in identity.access


def test_access_is_renewed_when_it_ran_out_and_a_rotated_token_is_kept(
    identity: IdentityProvider, kept: Kept
) -> None:
    sign_in(identity, kept).by_browser(settings(), lambda _: None, SilentTask())
    identity.rotates = True
    identity.life = 60  # shorter than the margin: out at once
    another_day = sign_in(identity, kept)
    first = another_day.access(settings())
    second = another_day.access(settings())

    assert first != second
    assert list(kept.secrets.values()) == list(identity.refresh)
    identity.refresh.clear()
    with pytest.raises(ExternalError) as caught:
        another_day.access(settings())
    assert (caught.value.code, caught.value.retryable) == ("mail.sign_in_needed", False)
    assert caught.value.params["answer"] == "AADSTS70008: expired"


def test_mail_leaves_by_token_which_is_renewed_when_the_server_refuses_it(
    identity: IdentityProvider, kept: Kept, smtp_server: Callable[..., int]
) -> None:
    ours = sign_in(identity, kept)
    ours.by_browser(settings(), lambda _: None, SilentTask())
    server = TokenServer(identity)
    account = settings(smtp_server(server, auth_require_tls=False))
    transport = SmtpTransport(
        account,
        lambda: None,
        token=lambda renewed: ours.access(account, renewed=renewed),
        dialogue_timeout=5,
    )

    assert transport.send(MAIL) == "250 OK"
    identity.access.clear()  # taken back before its time
    assert transport.send(MAIL) == "250 OK"
    assert (server.taken, server.refused) == (2, 1)
    transport.check()

    identity.access.clear()
    identity.refresh.clear()
    with pytest.raises(ExternalError) as caught:
        transport.send(MAIL)
    assert caught.value.code == "mail.sign_in_needed"
    assert server.taken == 2


def test_providers_are_asked_over_https_alone(kept: Kept) -> None:
    for login in ("microsoft365", "google"):
        provider = provider_of(settings(login=login))
        assert provider.authorize_url.startswith("https://")
        assert provider.token_url.startswith("https://")
    with pytest.raises(ExternalError, match=r"mail\.bad_tenant"):
        provider_of(settings(tenant="../evil"))
    plain = Provider(
        name="x", authorize_url="http://a.example", token_url="http://a.example", scopes=()
    )
    ours = OAuthSignIn(kept, provider=lambda _: plain, browse=lambda _: None)
    with pytest.raises(ExternalError, match=r"mail\.sign_in_not_safe"):
        ours.by_browser(settings(), lambda _: None, SilentTask())
