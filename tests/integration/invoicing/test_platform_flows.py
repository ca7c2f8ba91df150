"""Deposits through the queue: once, whatever dies; answers kept; statuses both ways."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from otc_desktop.adapters.einvoicing.cdar import CdarMessages
from otc_desktop.application.invoicing import send_flows as sending
from otc_desktop.application.invoicing.deposit import (
    CancelFlow,
    DepositInvoices,
    RetryFlows,
    cancel_flow,
    deposit_invoices,
    retry_flows,
)
from otc_desktop.application.invoicing.fetch_flows import FetchFlows, fetch_flows
from otc_desktop.application.invoicing.flow_queries import FlowRow
from otc_desktop.application.invoicing.platform_settings import (
    SavePlatform,
    TestPlatform,
    save_platform,
)
from otc_desktop.application.invoicing.platform_settings import test_platform as try_platform
from otc_desktop.application.invoicing.send_flows import SendFlows, send_flows
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.invoicing.lifecycle import StatusCode
from otc_desktop.domain.invoicing.platform_account import PlatformAccount, PlatformKind
from otc_desktop.domain.invoicing.status_message import (
    PLATFORM,
    MessageParty,
    StatusMessage,
    ToldStatus,
)
from otc_desktop.domain.shared.errors import ExternalError, RuleError
from otc_desktop.persistence.queries.verification.platform import platform_flows
from otc_desktop.persistence.tables.platform import platform_flow
from tests.support.goods import failed_checks
from tests.support.line import issue, set_up
from tests.support.payments import pay
from tests.support.platform_server import SECRET, PlatformServer, running_platform

DAY = date(2026, 11, 20)
INVOICE = "F2026-00001"
# What differs between the databases is claimed and locked by the first tests.
on_one = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PlatformServer]:
    monkeypatch.setenv("OTC_PLATFORM_SECRET", SECRET)
    with running_platform() as running:
        yield running


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    yield made
    made.close()


def _choose(house: House, account: PlatformAccount) -> None:
    house.use_cases.run(save_platform, SavePlatform(account=account))


def _flows(house: House) -> list[FlowRow]:
    return list(every_row(house.queries.platform_flows, {}))


def _states(house: House) -> list[str]:
    return [flow.status for flow in _flows(house)]


def _send(house: House) -> dict[str, int]:
    return house.use_cases.run(send_flows, SendFlows()).counts


def _lose_the_sender(house: House) -> None:
    """Its lease is over: the time of those who wait for it is long past."""
    with house.engine.begin() as connection:
        rows = connection.execute(platform_flow.select()).mappings().all()
        for row in rows:
            values = {"next_attempt_at": row["next_attempt_at"] - timedelta(days=1)}
            if row["lease_until"] is not None:
                values["lease_until"] = row["lease_until"] - timedelta(days=1)
            connection.execute(
                update(platform_flow).where(platform_flow.c.id == row["id"]).values(**values)
            )


def test_an_issued_invoice_is_deposited_and_acknowledged(
    house: House, server: PlatformServer
) -> None:
    _choose(house, server.account(on_issue=True))
    issue(house)
    issue(house, customer="C0003")  # a private person's goes by e-reporting
    assert _states(house) == ["queued"]
    assert _send(house) == {"deposited": 1}
    (kept,) = server.deposited
    assert kept.info["processingRule"] == "B2B"
    assert kept.content[:5] == b"%PDF-"
    assert _send(house) == {}
    server.acknowledge(kept, "Ok")
    heard = house.use_cases.run(fetch_flows, FetchFlows())
    assert heard.acknowledged == {"accepted": 1}
    (row,) = _flows(house)
    assert (row.number, row.status, row.platform_id) == (INVOICE, "accepted", kept.flow_id)
    (shown,) = [each for each in every_row(house.queries.invoices, {}) if each.number == INVOICE]
    assert shown.deposit_status == "accepted"
    refused = house.use_cases.run(deposit_invoices, DepositInvoices(numbers=(INVOICE,))).refused
    assert [problem.code for _, problem in refused] == ["platform.already_queued"]
    assert failed_checks(house) == []


def test_a_crash_after_the_deposit_is_found_out_before_a_second_one(
    house: House, server: PlatformServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(house, server.account(on_issue=True))
    issue(house)

    def die(*_: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(sending, "note_receipt", die)
        with pytest.raises(KeyboardInterrupt):
            _send(house)
    assert (_states(house), len(server.deposited)) == (["sending"], 1)
    # As long as its lease runs nobody else touches it.
    assert _send(house) == {}
    _lose_the_sender(house)
    assert _send(house) == {"deposited": 1}
    assert (server.posts(), len(server.deposited)) == (1, 1)
    assert _flows(house)[0].platform_id == server.deposited[0].flow_id
    with house.engine.connect() as connection, connection.begin() as altering:
        connection.execute(update(platform_flow).values(status="queued"))
        assert list(platform_flows(connection)) == [f"{INVOICE}.pdf"]
        altering.rollback()


@on_one
def test_a_platform_that_hangs_up_gets_it_once_and_one_that_is_away_later(
    house: House, server: PlatformServer
) -> None:
    _choose(house, server.account(on_issue=True))
    issue(house)
    server.hangs_up = 1
    assert _send(house) == {"queued": 1}
    assert "unknown_fate" in _flows(house)[0].answer
    _lose_the_sender(house)
    assert _send(house) == {"deposited": 1}
    assert len(server.deposited) == 1


@on_one
def test_a_rejection_is_told_and_another_deposit_may_follow(
    house: House, server: PlatformServer
) -> None:
    _choose(house, server.account())
    issue(house)
    house.use_cases.run(deposit_invoices, DepositInvoices(numbers=(INVOICE,)))
    _send(house)
    server.acknowledge(
        server.deposited[0], "Error", reasonCode="InvalidSchema", reasonMessage="bad", item="BT-1"
    )
    heard = house.use_cases.run(fetch_flows, FetchFlows())
    assert heard.acknowledged == {"rejected": 1}
    assert house.queries.today().flows_in_trouble == 1
    assert _flows(house)[0].answer == "InvalidSchema: bad (BT-1)"
    made = house.use_cases.run(deposit_invoices, DepositInvoices(numbers=(INVOICE,)))
    assert made.queued == (INVOICE,)
    assert house.queries.today().flows_in_trouble == 0
    newest, _ = _flows(house)
    house.use_cases.run(cancel_flow, CancelFlow(flow_id=newest.id))
    assert _states(house) == ["cancelled", "rejected"]


@on_one
def test_what_is_refused_at_once_waits_for_a_person(house: House, server: PlatformServer) -> None:
    _choose(house, server.account(on_issue=True))
    issue(house)
    server.answers["/v1/flows"] = [413]
    assert _send(house) == {"failed": 1}
    (flow,) = _flows(house)
    assert flow.answer == "platform.refused HTTP 413 E413 As the test wished"
    house.use_cases.run(retry_flows, RetryFlows(ids=[flow.id]))
    assert _send(house) == {"deposited": 1}
    with pytest.raises(RuleError, match="already_left"):
        house.use_cases.run(cancel_flow, CancelFlow(flow_id=flow.id))


@on_one
def test_messages_are_taken_once_and_a_bad_one_holds_up_no_other(
    house: House, server: PlatformServer
) -> None:
    _choose(house, server.account())
    server.hold(b"<nonsense/>")
    server.hold(b"no xml at all")
    heard = house.use_cases.run(fetch_flows, FetchFlows())
    assert heard.messages == {"refused": 2}
    assert house.use_cases.run(fetch_flows, FetchFlows()).messages == {"known": 2}


@on_one
def test_statuses_come_in_and_receipts_are_told(
    house: House, server: PlatformServer, tmp_path: Path
) -> None:
    _choose(house, server.account(on_issue=True))
    issue(house)
    _send(house)
    server.hold(_deposited_message())
    assert house.use_cases.run(fetch_flows, FetchFlows()).messages == {"taken": 1}
    pay(house, tmp_path, {INVOICE: "120.00"}, name="P1")
    assert _send(house) == {"deposited": 1}
    invoice, message = server.deposited
    assert (invoice.info["flowSyntax"], message.info["flowSyntax"]) == ("Factur-X", "CDAR")
    assert b"CrossDomainAcknowledgementAndResponse" in message.content
    assert _send(house) == {}
    (shown,) = every_row(house.queries.invoices, {})
    # The state of the document's own deposit, not of what is told of it.
    assert (shown.deposit_status, shown.reform_status) == ("deposited", "212")


def _deposited_message() -> bytes:
    at = datetime(2026, 11, 20, 10)  # noqa: DTZ001 - French legal time, as messages write it
    told = ToldStatus(
        code=StatusCode("200"),
        number=INVOICE,
        type_code="380",
        issued_on=DAY,
        seller_siren="732829320",
    )
    platform = MessageParty(role=PLATFORM)
    message = StatusMessage(
        id="M-200",
        name="",
        written_at=at,
        at=at,
        sender=platform,
        issuer=platform,
        recipients=(platform,),
        told=(told,),
    )
    return CdarMessages().write(message)


@on_one
def test_a_folder_and_a_platform_that_is_away(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    account = PlatformAccount(kind=PlatformKind.FOLDER, folder=str(folder), on_issue=True)
    with pytest.raises(ExternalError, match="no_folder"):
        house.use_cases.run(try_platform, TestPlatform(account=account))
    _choose(house, account)
    issue(house)
    outcome = house.use_cases.run(send_flows, SendFlows())
    assert (outcome.counts, outcome.problem is not None) == ({"queued": 1}, True)
    folder.mkdir()
    _lose_the_sender(house)
    assert _send(house) == {"deposited": 1}
    (file,) = folder.iterdir()
    assert file.name.startswith(f"{INVOICE}_")
    assert file.read_bytes()[:5] == b"%PDF-"


@on_one
def test_chorus_pro_wants_a_public_customer_with_its_references(
    house: House, tmp_path: Path
) -> None:
    account = PlatformAccount(kind=PlatformKind.CHORUS_PRO, folder=str(tmp_path), on_issue=True)
    _choose(house, account)
    issue(house)
    assert _flows(house) == []
    made = house.use_cases.run(deposit_invoices, DepositInvoices(numbers=(INVOICE,)))
    ((_, problem),) = made.refused
    codes = [finding.code for finding in problem.findings]  # type: ignore[attr-defined]
    assert codes == [
        "platform.chorus_not_public",
        "platform.chorus_no_siret",
        "platform.chorus_no_reference",
    ]
