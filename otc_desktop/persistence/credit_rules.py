"""The company's credit rules and approval limits as a database keeps them."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.credit.policy import (
    DEFAULT_TABLE,
    Action,
    CreditPolicy,
    Rule,
    Situation,
)
from otc_desktop.domain.security.approval_limits import DEFAULT_LIMITS, ApprovalLimit
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import ConflictError
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.credit import approval_limit, credit_policy


class SqlCreditRules:
    """One row of rules, one row for each role."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def policy(self) -> CreditPolicy:
        """The company's rules, or the defaults while it has none."""
        row = self._session.one(select(credit_policy))
        if row is None:
            return CreditPolicy()
        return _policy_of(json.loads(row["settings"]), row["version"])

    def save_policy(self, policy: CreditPolicy) -> None:
        """Changed rules; ConflictError when somebody else changed them meanwhile."""
        settings = json.dumps(_plain(policy), sort_keys=True)
        row = self._session.one(select(credit_policy), lock=True)
        if row is None and policy.version == 0:
            self._session.insert(credit_policy, {"id": 1, "settings": settings, "version": 1})
        elif row is None:
            raise ConflictError("database.changed_meanwhile", table="credit_policy")
        else:
            self._session.update_versioned(credit_policy, 1, policy.version, {"settings": settings})
        self._session.topics.add(Topic.CREDIT)

    def approval_limits(self) -> Sequence[ApprovalLimit]:
        """How much each role may agree to, or the defaults while none were set."""
        rows = self._session.rows(select(approval_limit).order_by(approval_limit.c.position))
        if not rows:
            return DEFAULT_LIMITS
        return tuple(
            ApprovalLimit(
                role=row["role"],
                most=None
                if row["most_minor"] is None
                else Money.from_minor(row["most_minor"], EUR),
                most_percent=row["most_percent"],
            )
            for row in rows
        )

    def save_approval_limits(self, limits: Sequence[ApprovalLimit]) -> None:
        """Changed limits, all at once."""
        before = [str(each) for each in self.approval_limits()]
        self._session.connection.execute(delete(approval_limit))
        self._session.insert_many(
            approval_limit,
            [
                {
                    "role": each.role,
                    "position": place,
                    "most_minor": None if each.most is None else each.most.minor,
                    "most_percent": each.most_percent,
                }
                for place, each in enumerate(limits)
            ],
            audited=False,
        )
        self._session.changes.append(
            {
                "table": approval_limit.name,
                "before": before,
                "after": [str(each) for each in limits],
            }
        )
        self._session.topics.add(Topic.CREDIT)


def _plain(policy: CreditPolicy) -> dict[str, Any]:
    return {
        "table": {
            situation.value: {
                grade.value: [rule.action.value, str(rule.deposit_percent)]
                for grade, rule in row.items()
            }
            for situation, row in policy.table.items()
        },
        "near_percent": str(policy.near_percent),
        "overdue_days": policy.overdue_days,
        "overdue_amount_minor": policy.overdue_amount.minor,
        "approval_days": policy.approval_days,
        "review_months": policy.review_months,
    }


def _policy_of(data: dict[str, Any], version: int) -> CreditPolicy:
    table = {situation: dict(row) for situation, row in DEFAULT_TABLE.items()}
    for situation, row in data["table"].items():
        for grade, (action, percent) in row.items():
            table[Situation(situation)][CreditGrade(grade)] = Rule(Action(action), Decimal(percent))
    return CreditPolicy(
        table=table,
        near_percent=Decimal(data["near_percent"]),
        overdue_days=data["overdue_days"],
        overdue_amount=Money.from_minor(data["overdue_amount_minor"], EUR),
        approval_days=data["approval_days"],
        review_months=data["review_months"],
        version=version,
    )
