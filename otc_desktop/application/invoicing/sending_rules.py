"""Ask which customers' documents are mailed with their issue."""

from collections.abc import Mapping
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.sending import SendAtIssue, rule_in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSendingRules:
    """Ask for the rules in force of some customers, by code."""

    customers: frozenset[str]


@use_case(permission=Permission.READ)
def read_sending_rules(
    command: ReadSendingRules, ctx: Context, task: Task
) -> Mapping[str, SendAtIssue]:
    """The rule that each customer's documents follow: its own, else the company's."""
    with ctx.snapshot() as uow:
        company = uow.company.get().send_at_issue
        found = uow.customers.by_codes(command.customers)
    return {code: rule_in_force(each.send_at_issue, company) for code, each in found.items()}
