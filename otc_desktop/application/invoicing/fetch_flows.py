"""Hear the platform: what it thinks of our deposits, and which statuses came."""

from dataclasses import dataclass, field

from otc_desktop.application.invoicing.send_flows import note_receipt
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.einvoicing_platform import (
    FlowState,
    IncomingFlow,
    InvoicePlatform,
)
from otc_desktop.application.kernel.status_messages import take_status_message
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.platform_account import PlatformAccount, PlatformKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import OtcError, RuleError

TAKEN, KNOWN, REFUSED = "taken", "known", "refused"
# A platform that always names another page must not hold the program for ever.
_MOST_PAGES = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchFlows:
    """Ask for everything new."""


@dataclass(slots=True)
class HeardOutcome:
    """Acknowledgements by what they said, messages by what became of them."""

    acknowledged: dict[str, int] = field(default_factory=dict)
    messages: dict[str, int] = field(default_factory=dict)


@use_case(permission=Permission.SEND_MAIL)
def fetch_flows(command: FetchFlows, ctx: Context, task: Task) -> HeardOutcome:
    """Ask for the fate of deposits, then for messages; each is dealt with once.

    A message that can't be taken in, of an invoice that is not ours for example, is kept with
    the reason: the next ones are not held up by it.

    Raises:
        RuleError: `platform.not_configured`.
        ExternalError: what the platform raises.
    """
    with ctx.snapshot() as uow:
        account = uow.platform.account()
        if account.kind is PlatformKind.NONE:
            raise RuleError("platform.not_configured")
        awaiting = uow.platform.awaiting()
        name = account_name(account)
        place = uow.platform.place(name)
    platform = ctx.ports.platform(account)
    outcome = HeardOutcome()
    for done, flow in enumerate(awaiting):
        task.check_cancelled()
        task.progress(done, len(awaiting))
        receipt = platform.acknowledgement(flow.platform_id)
        if receipt is None or receipt.state is FlowState.PENDING:
            continue
        with ctx.unit_of_work() as uow:
            status = note_receipt(uow, ctx, uow.platform.get(flow.id), receipt)
            uow.commit(None)
        outcome.acknowledged[status] = outcome.acknowledged.get(status, 0) + 1
    _messages(ctx, task, platform, place=(name, place), outcome=outcome)
    return outcome


def account_name(account: PlatformAccount) -> str:
    """The name of a platform's account among all that were ever read."""
    if account.kind is PlatformKind.API:
        return f"api:{account.client_id}@{account.api_url}/{account.organization_id}"[:255]
    return f"{account.kind.value}:{account.folder}"[:255]


def _messages(
    ctx: Context,
    task: Task,
    platform: InvoicePlatform,
    *,
    place: tuple[str, str],
    outcome: HeardOutcome,
) -> None:
    """Page by page from where the account was read to."""
    name, since = place
    for _ in range(_MOST_PAGES):
        task.check_cancelled()
        fetched = platform.fetch(since)
        for flow in fetched.flows:
            task.check_cancelled()
            status = _take(ctx, flow)
            outcome.messages[status] = outcome.messages.get(status, 0) + 1
        # Only once its flows are dealt with: a crash before reads them again, and knows them.
        with ctx.unit_of_work() as uow:
            uow.platform.advance(name, fetched.cursor)
            uow.commit(None)
        if not fetched.has_more:
            return
        since = fetched.cursor


def _take(ctx: Context, flow: IncomingFlow) -> str:
    """One message in its own transaction; a refused one is kept in another."""
    try:
        with ctx.unit_of_work() as uow:
            if uow.platform.is_taken(flow.flow_id):
                return KNOWN
            taken = take_status_message(uow, ctx, flow.content)
            status = KNOWN if taken.is_duplicate else TAKEN
            sha256 = uow.archive.keep(flow.content)
            uow.platform.take(ctx.new_id(), flow, sha256=sha256, status=status, problem="")
            return uow.commit(status)
    except OtcError as problem:
        refusal = problem.code
    with ctx.unit_of_work() as uow:
        sha256 = uow.archive.keep(flow.content)
        uow.platform.take(ctx.new_id(), flow, sha256=sha256, status=REFUSED, problem=refusal)
        return uow.commit(REFUSED)
