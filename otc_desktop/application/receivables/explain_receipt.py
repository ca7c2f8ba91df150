"""What one receipt may pay: proposals with reasons, and what its customer owes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.likely_items import likely_items
from otc_desktop.application.receivables.payer_memory import (
    claim_of,
    matching_limits,
    payer_memory,
    receipt_of,
    with_delays,
)
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.matching.candidates import Candidate, Memory
from otc_desktop.domain.matching.engine import payer_of, propose
from otc_desktop.domain.matching.limits import MatchingLimits
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId, OpenItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainReceipt:
    """Ask what a receipt may pay; `customer_id` insists on one customer's items."""

    transaction_id: BankTransactionId
    customer_id: CustomerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptExplanation:
    """The ways to explain a receipt, best first, and the open items of `customer`.

    `customer` is the one asked for, else that of the best candidate, else the payer as
    far as it is known. `items` are in order of due date. `customer_of` tells whose the
    items of the candidates are.
    """

    transaction: BankTransaction
    candidates: Sequence[Candidate]
    customer: Customer | None
    items: Sequence[OpenItem]
    customer_of: Mapping[OpenItemId, CustomerId] = field(default_factory=dict)


@use_case(permission=Permission.READ)
def explain_receipt(command: ExplainReceipt, ctx: Context, task: Task) -> ReceiptExplanation:
    """Explain one receipt as the books stand now; nothing is written.

    Money out has no candidates: this desk settles what customers owe.

    Raises:
        NotFoundError: `banking.transaction_not_found`.
    """
    with ctx.snapshot() as uow:
        transaction = uow.bank.get(command.transaction_id)
        if transaction.unallocated.amount <= 0:
            return ReceiptExplanation(
                transaction=transaction, candidates=(), customer=None, items=()
            )
        receipt = receipt_of(transaction)
        memory = payer_memory(uow)
        items = likely_items(uow, receipt, memory, ctx.today, command.customer_id)
        memory = with_delays(memory, items.values())
        task.check_cancelled()
        candidates = _candidates(
            transaction, items, memory, command.customer_id, matching_limits(uow)
        )
        customer_id = command.customer_id or _likely(transaction, candidates, items, memory)
        return ReceiptExplanation(
            transaction=transaction,
            candidates=candidates,
            customer=None if customer_id is None else uow.customers.get(customer_id),
            items=()
            if customer_id is None
            else _owed(uow.open_items.open_of(customer_id), transaction),
            customer_of={
                item_id: items[item_id].customer_id
                for candidate in candidates
                for item_id, _ in candidate.parts
            },
        )


def _candidates(
    transaction: BankTransaction,
    items: Mapping[OpenItemId, OpenItem],
    memory: Memory,
    customer_id: CustomerId | None,
    limits: MatchingLimits,
) -> Sequence[Candidate]:
    claims = [
        claim_of(each)
        for each in items.values()
        if customer_id is None or each.customer_id == customer_id
    ]
    (proposal,) = propose(
        [receipt_of(transaction)],
        claims,
        memory,
        threshold=DEFAULT_THRESHOLD,
        limits=limits,
    )
    return proposal.candidates


def _likely(
    transaction: BankTransaction,
    candidates: Sequence[Candidate],
    items: Mapping[OpenItemId, OpenItem],
    memory: Memory,
) -> CustomerId | None:
    if candidates:
        item_id, _ = candidates[0].parts[0]
        return items[item_id].customer_id
    payer, _ = payer_of(receipt_of(transaction), memory)
    return payer


def _owed(items: Sequence[OpenItem], transaction: BankTransaction) -> Sequence[OpenItem]:
    return sorted(
        (each for each in items if each.open.currency == transaction.amount.currency),
        key=lambda each: (each.due_on, each.number),
    )
