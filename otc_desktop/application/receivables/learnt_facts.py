"""Look at what matching has learnt, and make it forget."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.matching.learning import LearntFact
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import BankTransactionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLearntFacts:
    """Ask for all that is learnt, or for what one movement taught."""

    transaction_id: BankTransactionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLearntFact:
    """Ask for a fact to be forgotten; what was matched by it stays."""

    fact_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class LearntFactRow:
    """A fact with the customer it tells of."""

    fact: LearntFact
    customer_code: str
    customer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerForgotten(Event):
    """A learnt fact about a payer was removed."""

    fact: str


@use_case(permission=Permission.READ)
def list_learnt_facts(
    command: ListLearntFacts, ctx: Context, task: Task
) -> Sequence[LearntFactRow]:
    """The facts, the latest first; nothing is stored."""
    with ctx.snapshot() as uow:
        facts = uow.match_memory.facts(transaction_id=command.transaction_id)
        files = {each.id: each for each in uow.match_memory.payer_files()} if facts else {}
        return [
            LearntFactRow(
                fact=each,
                customer_code=files[each.customer_id].code,
                customer_name=files[each.customer_id].name,
            )
            for each in reversed(facts)
        ]


@use_case(permission=Permission.ALLOCATE)
def remove_learnt_fact(command: RemoveLearntFact, ctx: Context, task: Task) -> LearntFact:
    """Forget one fact.

    Raises:
        NotFoundError: `matching.fact_not_found`.
    """
    with ctx.unit_of_work() as uow:
        fact = uow.match_memory.remove(command.fact_id)
        uow.record(
            PayerForgotten(
                subject_id=fact.customer_id,
                customer_id=fact.customer_id,
                fact=f"{fact.kind.value} {fact.key}".strip(),
            )
        )
        return uow.commit(fact)
