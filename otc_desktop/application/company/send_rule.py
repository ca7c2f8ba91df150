"""The company's standing rule of when issued documents are mailed."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.sending import COMPANY_RULES, SendAtIssue


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSendRule:
    """Ask when documents of customers without a rule of their own are mailed."""


@use_case(permission=Permission.READ)
def read_send_rule(command: ReadSendRule, ctx: Context, task: Task) -> SendAtIssue:
    """The company's rule."""
    with ctx.snapshot() as uow:
        return uow.company.get().send_at_issue


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSendRule:
    """Ask for another rule; it holds for what is issued from now on."""

    rule: SendAtIssue


@use_case(permission=Permission.SET_UP_COMPANY)
def set_send_rule(command: SetSendRule, ctx: Context, task: Task) -> SendAtIssue:
    """Keep the company's rule.

    Raises:
        RuleError: `company.bad_send_rule`, when it is to be as the company's.
    """
    if command.rule not in COMPANY_RULES:
        raise RuleError("company.bad_send_rule", where="send_at_issue")
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        if company.send_at_issue is command.rule:
            return command.rule
        uow.company.save(replace(company, send_at_issue=command.rule))
        return uow.commit(command.rule)
