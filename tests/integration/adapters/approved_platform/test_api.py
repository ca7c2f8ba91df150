"""The client of XP Z12-013 against a server that plays the platform."""

import hashlib
from collections.abc import Iterator

import pytest

from otc_desktop.adapters.approved_platform.api import ApiPlatform
from otc_desktop.application.kernel.einvoicing_platform import (
    FlowState,
    FlowSyntax,
    OutgoingFlow,
)
from otc_desktop.domain.shared.errors import ExternalError
from tests.support.platform_server import SECRET, PlatformServer, running_platform


@pytest.fixture
def server() -> Iterator[PlatformServer]:
    with running_platform() as running:
        yield running


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def platform(server: PlatformServer, waits: list[float]) -> ApiPlatform:
    return ApiPlatform(server.account(), lambda: SECRET, wait=waits.append)


def _flow(name: str = "F2026-00001.xml", *, again: bool = False) -> OutgoingFlow:
    return OutgoingFlow(
        tracking_id="11111111-aaaa",
        name=name,
        syntax=FlowSyntax.CII,
        content=b"<Invoice>\r\n--x--\r\n\xc3\xa9</Invoice>",
        profile="CIUS",
        maybe_deposited=again,
    )


def test_a_file_arrives_with_what_routes_it(server: PlatformServer, platform: ApiPlatform) -> None:
    receipt = platform.deposit(_flow(name='../F"2026\r\n.xml'))
    (kept,) = server.deposited
    assert (receipt.flow_id, receipt.state) == (kept.flow_id, FlowState.PENDING)
    assert kept.content == _flow().content
    assert kept.info == {
        "flowSyntax": "CII",
        "name": "..-F-2026-.xml",
        "trackingId": "11111111-aaaa",
        "processingRule": "B2B",
        "flowProfile": "CIUS",
        "sha256": hashlib.sha256(_flow().content).hexdigest(),
    }
    _, _, headers = server.asked[-1]
    assert headers["organization-id"] == "732829320"
    assert len(headers["request-id"]) == 36
    platform.check()


def test_an_expired_token_is_renewed_once(server: PlatformServer, platform: ApiPlatform) -> None:
    platform.check()
    server.tokens.clear()
    platform.deposit(_flow())
    assert len(server.deposited) == 1
    server.answers["/v1/healthcheck"] = [401, 401]
    with pytest.raises(ExternalError, match="access_refused"):
        platform.check()


def test_a_busy_platform_is_asked_again_later_and_later(
    server: PlatformServer, platform: ApiPlatform, waits: list[float]
) -> None:
    server.answers["/v1/flows"] = [429, 503]
    platform.deposit(_flow())
    assert waits == [1.0, 2.0]
    server.answers["/v1/flows"] = [429] * 3
    with pytest.raises(ExternalError) as refusal:
        platform.deposit(_flow())
    assert (refusal.value.code, refusal.value.retryable) == ("platform.busy", True)
    server.answers["/v1/healthcheck"] = [500, 504]
    platform.check()


def test_an_unknown_fate_is_looked_up_before_a_second_deposit(
    server: PlatformServer, platform: ApiPlatform
) -> None:
    server.hangs_up = 1
    with pytest.raises(ExternalError, match="unknown_fate"):
        platform.deposit(_flow())
    assert len(server.deposited) == 1
    receipt = platform.deposit(_flow(again=True))
    assert receipt.flow_id == server.deposited[0].flow_id
    assert (len(server.deposited), server.posts()) == (1, 1)
    # An error of the server itself: nothing was kept, so it is sent.
    server.flows.clear()
    server.answers["/v1/flows"] = [500]
    with pytest.raises(ExternalError, match="unknown_fate"):
        platform.deposit(_flow())
    platform.deposit(_flow(again=True))
    assert len(server.deposited) == 1


def test_a_refusal_is_told_in_the_platforms_words(
    server: PlatformServer, platform: ApiPlatform
) -> None:
    server.answers["/v1/flows"] = [422]
    with pytest.raises(ExternalError) as refusal:
        platform.deposit(_flow())
    assert not refusal.value.retryable
    assert refusal.value.params["answer"] == "HTTP 422 E422 As the test wished"


def test_a_rejection_comes_with_its_reasons(server: PlatformServer, platform: ApiPlatform) -> None:
    flow_id = platform.deposit(_flow()).flow_id
    server.acknowledge(
        server.deposited[0], "Error", reasonCode="InvalidSchema", reasonMessage="no", item="BT-1"
    )
    receipt = platform.acknowledgement(flow_id)
    assert receipt is not None
    assert (receipt.state, receipt.reasons) == (FlowState.ERROR, ("InvalidSchema: no (BT-1)",))
    assert platform.acknowledgement("gone") is None


def test_every_message_is_read_over_pages_and_afterwards_only_new_ones(
    server: PlatformServer, platform: ApiPlatform
) -> None:
    server.page = 2
    for number in range(5):
        server.hold(f"<message{number}/>".encode())
    server.hold(b"%PDF", syntax="Factur-X")
    found, cursor = _everything(platform, "")
    assert found == [f"<message{number}/>".encode() for number in range(5)]
    server.hold(b"<late/>")
    late, _ = _everything(platform, cursor)
    assert late[-1] == b"<late/>"
    # Only what shares the last minutes is met again; whoever asks knows it.
    assert len(late) < 5


def _everything(platform: ApiPlatform, cursor: str) -> tuple[list[bytes], str]:
    found: list[bytes] = []
    while True:
        page = platform.fetch(cursor)
        found += [flow.content for flow in page.flows]
        cursor = page.cursor
        if not page.has_more:
            return found, cursor


def test_what_is_no_access_is_said(server: PlatformServer) -> None:
    with pytest.raises(ExternalError, match="no_secret"):
        ApiPlatform(server.account(), lambda: None).check()
    with pytest.raises(ExternalError, match="login_refused"):
        ApiPlatform(server.account(), lambda: "wrong").check()
    unsafe = server.account(api_url="http://platform.example")
    with pytest.raises(ExternalError, match="not_safe"):
        ApiPlatform(unsafe, lambda: SECRET).check()
    nobody = server.account(token_url="http://127.0.0.1:9/token")
    with pytest.raises(ExternalError, match="not_reached"):
        ApiPlatform(nobody, lambda: SECRET).check()
