"""`otc match learnt`."""

from typing import Any
from uuid import UUID

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.receivables.learnt_facts import (
    LearntFactRow,
    ListLearntFacts,
    RemoveLearntFact,
    list_learnt_facts,
    remove_learnt_fact,
)
from otc_desktop.cli.house import House
from otc_desktop.domain.matching.learning import fact_in_words
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import BankTransactionId


def list_facts(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List what matching has learnt, the latest first."""
    return {"learnt": _facts(house, ListLearntFacts(), task)}


def remove_fact(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Forget one fact."""
    try:
        command = RemoveLearntFact(fact_id=UUID(options.fact))
    except ValueError as problem:
        raise NotFoundError("matching.fact_not_found", id=options.fact) from problem
    return {"removed": house.use_cases.run(remove_learnt_fact, command, task).id}


def taught_by(house: House, transaction_id: BankTransactionId, task: Task) -> list[dict[str, Any]]:
    """What the allocation of a movement taught, as `learnt list` shows it."""
    return _facts(house, ListLearntFacts(transaction_id=transaction_id), task)


def _facts(house: House, command: ListLearntFacts, task: Task) -> list[dict[str, Any]]:
    return [_fact(house, row) for row in house.use_cases.run(list_learnt_facts, command, task)]


def _fact(house: House, row: LearntFactRow) -> dict[str, Any]:
    fact = row.fact
    told = fact_in_words(fact)
    return {
        "id": fact.id,
        "customer": row.customer_code,
        "kind": fact.kind,
        "key": fact.key,
        "text": house.messages.sentence(told.code, told.params),
        "confirmed": fact.confirmed,
        "contradicted": fact.contradicted,
        "believed": fact.holds,
    }
