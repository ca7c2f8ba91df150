"""The company's credit rules and how much each role may agree to."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.policy import CreditPolicy
from otc_desktop.domain.security.approval_limits import (
    ADMINISTRATOR,
    ApprovalLimit,
)
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRules:
    """The decision table with its thresholds, and the approval limits by role."""

    policy: CreditPolicy
    approval_limits: tuple[ApprovalLimit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCreditRules:
    """Ask for the rules in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCreditRules:
    """Ask for changed rules to be kept; the policy's version is the one looked at."""

    rules: CreditRules


@use_case(permission=Permission.READ)
def read_credit_rules(command: ReadCreditRules, ctx: Context, task: Task) -> CreditRules:
    """The rules in force: the company's, or the defaults."""
    with ctx.snapshot() as uow:
        return CreditRules(
            policy=uow.credit.policy(), approval_limits=tuple(uow.credit.approval_limits())
        )


@use_case(permission=Permission.SET_UP_COMPANY)
def save_credit_rules(command: SaveCreditRules, ctx: Context, task: Task) -> None:
    """Keep the rules.

    Raises:
        RuleError: `security.role_twice`, `security.no_administrator`.
        ConflictError: `database.changed_meanwhile`.
    """
    limits = command.rules.approval_limits
    roles = [each.role for each in limits]
    for role in roles:
        if roles.count(role) > 1:
            raise RuleError("security.role_twice", where="role", role=role)
    if not any(each.role == ADMINISTRATOR and each.has_no_end for each in limits):
        raise RuleError("security.no_administrator", where="role")
    with ctx.unit_of_work() as uow:
        uow.credit.save_policy(command.rules.policy)
        uow.credit.save_approval_limits(limits)
        uow.commit(None)
