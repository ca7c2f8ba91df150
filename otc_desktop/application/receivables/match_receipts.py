"""Propose what each receipt pays, and book the sure ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.settle_receipt import settle_receipt
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.payer_memory import (
    matching_limits,
    payer_memory,
    receipt_of,
)
from otc_desktop.domain.matching.candidates import MatchProposal
from otc_desktop.domain.matching.engine import propose
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from otc_desktop.domain.receivables.allocation import Allocation
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ConflictError, OtcError, RuleError
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.domain.shared.ids import BankTransactionId, OpenItemId

PAYMENTS_REPEAT_WITHIN = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchReceipts:
    """Ask for proposals; with `post`, the sure ones are booked."""

    post: bool = False
    min_confidence: float = DEFAULT_THRESHOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchOutcome:
    """Proposals by receipt: `booked` were posted (or would be), with the allocation made.

    `refused` tells of those that could not be booked after all, such as a receipt that
    somebody else allocated meanwhile.
    """

    booked: Sequence[tuple[MatchProposal, Allocation | None]]
    suggested: Sequence[MatchProposal]
    unmatched: Sequence[BankTransactionId]
    numbers: Mapping[OpenItemId, str] = field(default_factory=dict)
    refused: Sequence[Finding] = ()


@use_case(permission=Permission.ALLOCATE)
def match_receipts(command: MatchReceipts, ctx: Context, task: Task) -> MatchOutcome:
    """Explain waiting receipts; each booking is a transaction of its own.

    So a run can be stopped between two and taken up again, and a receipt that somebody
    allocates meanwhile costs nothing but its own booking.
    """
    with ctx.snapshot() as uow:
        transactions = uow.bank.unmatched()
        # What was settled lately too: a second payment of an invoice names one that is
        # settled; unknown, it could go to a twin.
        claims = uow.match_memory.claims(settled_since=ctx.today - PAYMENTS_REPEAT_WITHIN)
        memory = payer_memory(uow, claims)
        limits = matching_limits(uow)
    waiting = [each for each in transactions if each.unallocated.amount > 0]
    proposals = propose(
        [receipt_of(each) for each in waiting],
        claims,
        memory,
        threshold=command.min_confidence,
        limits=limits,
        watch=lambda done: task.progress(done, len(waiting)),
    )
    booked: list[tuple[MatchProposal, Allocation | None]] = []
    suggested: list[MatchProposal] = []
    refused: list[Finding] = []
    explained = {each.id: each for each in transactions if each.unallocated.amount <= 0}
    unmatched: list[BankTransactionId] = list(explained)
    for done, proposal in enumerate(proposals):
        sure = proposal.automatic(command.min_confidence)
        if sure is None:
            if proposal.candidates:
                suggested.append(proposal)
            else:
                unmatched.append(proposal.receipt_id)
            continue
        if not command.post:
            booked.append((proposal, None))
            continue
        task.check_cancelled()
        task.progress(done, len(proposals))
        try:
            booked.append((proposal, _book(ctx, proposal, command.min_confidence)))
        except (RuleError, ConflictError) as problem:
            refused.append(_finding(problem))
            suggested.append(proposal)
    return MatchOutcome(
        booked=booked,
        suggested=suggested,
        unmatched=unmatched,
        numbers={each.id: each.number for each in claims},
        refused=refused,
    )


def _book(ctx: Context, proposal: MatchProposal, threshold: float) -> Allocation:
    sure = proposal.automatic(threshold)
    if sure is None:
        raise RuleError("receivables.not_sure_enough")
    with ctx.unit_of_work() as uow:
        allocation = settle_receipt(
            uow,
            ctx,
            transaction_id=proposal.receipt_id,
            parts=sure.parts,
            difference=sure.difference,
            confidence=sure.confidence,
            reasons=sure.reasons,
            by_machine=True,
        )
        return uow.commit(allocation)


def _finding(problem: OtcError) -> Finding:
    return Finding(Severity.WARNING, problem.code, problem.params, problem.where)
