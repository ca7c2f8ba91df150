"""`otc platform`."""

import sys
from dataclasses import replace
from typing import Any
from uuid import UUID

from otc_desktop.application.invoicing.deposit import (
    CancelFlow,
    DepositInvoices,
    DepositReport,
    RetryFlows,
    cancel_flow,
    deposit_invoices,
    deposit_report,
    retry_flows,
)
from otc_desktop.application.invoicing.fetch_flows import FetchFlows, fetch_flows
from otc_desktop.application.invoicing.platform_settings import (
    ReadPlatform,
    SavePlatform,
    TestPlatform,
    read_platform,
    save_platform,
    test_platform,
)
from otc_desktop.application.invoicing.send_flows import SendFlows, send_flows
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import errors_of
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.invoicing.ereporting_periods import ReportingRhythm
from otc_desktop.domain.invoicing.platform_account import (
    FlowFormat,
    PlatformAccount,
    PlatformKind,
)
from otc_desktop.domain.shared.errors import NotFoundError, OtcError

_LONGEST_SECRET = 10_000
_TEXTS = ("folder", "api_url", "token_url", "client_id", "organization_id")


def configure(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Change what is given of the account; the secret comes by the standard input."""
    account = house.use_cases.run(read_platform, ReadPlatform())
    given: dict[str, Any] = {
        name: getattr(options, name) for name in _TEXTS if getattr(options, name) is not None
    }
    if options.kind:
        given["kind"] = PlatformKind(options.kind)
    if options.format:
        given["format"] = FlowFormat(options.format)
    if options.rhythm:
        given["rhythm"] = ReportingRhythm(options.rhythm)
    if options.on_issue:
        given["on_issue"] = options.on_issue == "yes"
    secret = sys.stdin.readline(_LONGEST_SECRET).rstrip("\r\n") if options.secret else ""
    if given or secret:
        command = SavePlatform(account=replace(account, **given), secret=secret)
        account = house.use_cases.run(save_platform, command, task)
    return {"account": _document(account)}


def test(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Try the account as it is kept."""
    account = house.use_cases.run(read_platform, ReadPlatform())
    house.use_cases.run(test_platform, TestPlatform(account=account), task)
    return {"reached": True}


def send(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Queue what is named, then deposit everything that waits."""
    document: dict[str, Any] = {"queued": [], "refused": []}
    faults: list[Any] = []
    if options.numbers:
        asked = DepositInvoices(numbers=tuple(options.numbers))
        made = house.use_cases.run(deposit_invoices, asked, task)
        document["queued"] = list(made.queued)
        for number, problem in made.refused:
            document["refused"].append(number)
            faults.extend(errors_of(problem, house.messages))
    for number in options.report or ():
        flow = house.use_cases.run(deposit_report, DepositReport(number=number), task)
        document["queued"].append(flow.name)
    outcome = house.use_cases.run(send_flows, SendFlows(), task)
    document["sent"] = outcome.counts
    if outcome.problem is not None:
        faults.extend(errors_of(outcome.problem, house.messages))
    if faults:
        document["errors"] = faults
    return document


def fetch(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Hear what the platform thinks, and take the statuses that came."""
    outcome = house.use_cases.run(fetch_flows, FetchFlows(), task)
    return {"acknowledged": outcome.acknowledged, "messages": outcome.messages}


def send_and_fetch_if_set(house: House, task: Task) -> dict[str, Any]:
    """Both of them where a platform is chosen; a fault stops nothing else."""
    account = house.use_cases.run(read_platform, ReadPlatform())
    if account.kind is PlatformKind.NONE:
        return {}
    try:
        outcome = house.use_cases.run(send_flows, SendFlows(), task)
        document: dict[str, Any] = {"sent": outcome.counts, **fetch(house, None, task)}
    except OtcError as problem:
        return {"errors": errors_of(problem, house.messages)}
    if outcome.problem is not None:
        document["errors"] = errors_of(outcome.problem, house.messages)
    return document


def list_flows(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List flows, newest first."""
    filters = {} if options.status is None else {"status": options.status}
    return {
        "flows": [
            {
                "id": str(row.id),
                "kind": row.kind,
                "syntax": row.syntax,
                "name": row.name,
                "invoice": row.number or None,
                "customer": row.customer_code or None,
                "status": row.status,
                "attempts": row.attempts,
                "platform_id": row.platform_id or None,
                "answer": row.answer,
                "created_at": row.created_at,
                "deposited_at": row.deposited_at,
            }
            for row in every_row(house.queries.platform_flows, filters)
        ]
    }


def retry(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Have failed flows leave with the next sending."""
    command = RetryFlows(ids=[_flow_id(each) for each in options.ids])
    return {"queued": house.use_cases.run(retry_flows, command, task)}


def cancel(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Give a flow up."""
    house.use_cases.run(cancel_flow, CancelFlow(flow_id=_flow_id(options.id)), task)
    return {"cancelled": options.id}


def _flow_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as problem:
        raise NotFoundError("platform.flow_not_found", id=text) from problem


def _document(account: PlatformAccount) -> dict[str, Any]:
    return {
        "kind": account.kind.value,
        **{name: getattr(account, name) for name in _TEXTS},
        "format": account.format.value,
        "on_issue": account.on_issue,
        "rhythm": account.rhythm.value,
    }
