"""Keep the rules by which bank lines go to ledger accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.line_rule import Direction, LineRule
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLineRules:
    """Ask for all rules, in the order in which they are tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveLineRule:
    """Ask for a rule: a new one, or other contents for the one named by `rule_id`.

    `bank_account` is the number of the only account it is for; empty for all.
    """

    name: str
    contains: str
    ledger_account: str
    direction: Direction = Direction.EITHER
    lowest: Decimal | None = None
    highest: Decimal | None = None
    bank_account: str = ""
    place: int = 0
    automatic: bool = True
    rule_id: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLineRule:
    """Ask for a rule to be tried no more; what was posted by it stays."""

    rule_id: UUID


@use_case(permission=Permission.READ)
def list_line_rules(command: ListLineRules, ctx: Context, task: Task) -> Sequence[LineRule]:
    """All rules; nothing is stored."""
    with ctx.snapshot() as uow:
        return uow.bank_postings.rules()


@use_case(permission=Permission.ALLOCATE)
def save_line_rule(command: SaveLineRule, ctx: Context, task: Task) -> LineRule:
    """Keep a rule; it is tried from the next run on.

    Raises:
        NotFoundError: `banking.account_not_found`.
        RuleError: what `LineRule` refuses.
        ConflictError: `database.changed_meanwhile`.
    """
    with ctx.unit_of_work() as uow:
        account = uow.bank.find_account(command.bank_account) if command.bank_account else None
        if command.bank_account and account is None:
            raise NotFoundError(
                "banking.account_not_found", account=command.bank_account, where="bank_account"
            )
        rule = LineRule(
            id=command.rule_id or ctx.new_id(),
            name=command.name.strip(),
            contains=command.contains.strip(),
            ledger_account=command.ledger_account.strip(),
            direction=command.direction,
            lowest=command.lowest,
            highest=command.highest,
            bank_account_id=None if account is None else account.id,
            place=command.place,
            automatic=command.automatic,
            version=command.version,
        )
        uow.bank_postings.save_rule(rule)
        return uow.commit(rule)


@use_case(permission=Permission.ALLOCATE)
def remove_line_rule(command: RemoveLineRule, ctx: Context, task: Task) -> None:
    """Try a rule no more.

    Raises:
        NotFoundError: `banking.rule_not_found`.
    """
    with ctx.unit_of_work() as uow:
        uow.bank_postings.remove_rule(command.rule_id)
        uow.commit(None)
