"""`otc platform` and `otc ereporting`: what is typed, and the document that answers."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.bootstrap import House
from otc_desktop.cli.parser import build_parser
from tests.support.goods import failed_checks
from tests.support.line import house_on, issue, set_up
from tests.support.platform_server import SECRET, running_platform

SOLD, DAY = date(2026, 11, 3), date(2026, 11, 20)


def _otc(house: House, *words: str | Path) -> dict[str, Any]:
    options = build_parser().parse_args([str(word) for word in words])
    document: dict[str, Any] = options.command(house, options, SilentTask())
    return document


def test_a_document_and_a_transmission_reach_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTC_PLATFORM_SECRET", SECRET)
    url = f"sqlite:///{tmp_path / 'books.db'}"
    sold = set_up(url, tmp_path, SOLD)
    number = issue(sold).invoice.number
    issue(sold, customer="C0003", price="50.00")
    sold.close()
    house = house_on(url, DAY)
    period = ("--from", "2026-11-01", "--to", "2026-11-10")
    told = _otc(house, "ereporting", "export", *period, "--out", tmp_path)
    assert Path(told["file"]).is_file()
    assert told["documents"]["10.3"]["totals"]["EUR"]["total_incl_tax"] == "60.00"
    (first, *_) = _otc(house, "ereporting", "status")["periods"]
    assert (first["from"], first["due"], first["state"]) == ("2026-11-01", "2026-11-20", "told")
    with running_platform() as server:
        account = server.account()
        given = ("--kind", "api", "--api-url", account.api_url, "--token-url", account.token_url)
        kept = _otc(house, "platform", "configure", *given, "--client-id", account.client_id)
        assert kept["account"]["format"] == "factur-x"
        assert _otc(house, "platform", "test") == {"reached": True}
        sent = _otc(house, "platform", "send", number, "--report", told["number"])
        assert sent["sent"] == {"deposited": 2}
        again = _otc(house, "platform", "send", number)
        assert [fault["code"] for fault in again["errors"]] == ["platform.already_queued"]
        assert [flow.info["flowSyntax"] for flow in server.deposited] == ["Factur-X", "FRR"]
        for flow in server.deposited:
            server.acknowledge(flow, "Ok")
        assert _otc(house, "platform", "fetch")["acknowledged"] == {"accepted": 2}
    flows = _otc(house, "platform", "list", "--status", "accepted")["flows"]
    assert {flow["invoice"] for flow in flows} == {number, None}
    assert failed_checks(house) == []
    house.close()
