"""Set bank movements aside that no customer's invoice explains, and take them back."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import BankTransactionId


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreTransactions:
    """Ask for movements to be set aside, and say why."""

    transaction_ids: tuple[BankTransactionId, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackTransactions:
    """Ask for movements set aside to wait on the desk again."""

    transaction_ids: tuple[BankTransactionId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionIgnored(Event):
    """A bank movement was set aside."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionTakenBack(Event):
    """A bank movement set aside waits again."""


@use_case(permission=Permission.ALLOCATE)
def ignore_transactions(
    command: IgnoreTransactions, ctx: Context, task: Task
) -> Sequence[BankTransaction]:
    """Set movements aside, all or none; nothing is posted.

    Raises:
        NotFoundError: `banking.transaction_not_found`.
        RuleError: `banking.missing_reason`, `banking.not_waiting`.
    """
    reason = command.reason.strip()
    if not reason:
        raise RuleError("banking.missing_reason", where="reason")
    with ctx.unit_of_work() as uow:
        ignored = []
        for transaction_id in sorted(command.transaction_ids):
            transaction = uow.bank.get(transaction_id, lock=True).set_aside()
            uow.bank.save(transaction)
            uow.record(TransactionIgnored(subject_id=transaction.id, reason=reason))
            ignored.append(transaction)
        return uow.commit(tuple(ignored))


@use_case(permission=Permission.ALLOCATE)
def take_back_transactions(
    command: TakeBackTransactions, ctx: Context, task: Task
) -> Sequence[BankTransaction]:
    """Let movements set aside wait on the desk again, all or none.

    Raises:
        NotFoundError: `banking.transaction_not_found`.
        RuleError: `banking.not_ignored`.
    """
    with ctx.unit_of_work() as uow:
        waiting = []
        for transaction_id in sorted(command.transaction_ids):
            transaction = uow.bank.get(transaction_id, lock=True).take_back()
            uow.bank.save(transaction)
            uow.record(TransactionTakenBack(subject_id=transaction.id))
            waiting.append(transaction)
        return uow.commit(tuple(waiting))
