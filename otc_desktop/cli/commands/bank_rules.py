"""`otc bank post`, `otc bank undo-posting` and `otc bank rule`."""

from typing import Any
from uuid import UUID

from otc_desktop.application.banking.line_rules import (
    ListLineRules,
    RemoveLineRule,
    SaveLineRule,
    list_line_rules,
    remove_line_rule,
    save_line_rule,
)
from otc_desktop.application.banking.post_lines import (
    ApplyLineRules,
    PostBankLines,
    RuledLine,
    UndoBankPosting,
    apply_line_rules,
    post_bank_lines,
    undo_bank_posting,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, findings_json
from otc_desktop.domain.banking.line_rule import Direction, LineRule
from otc_desktop.domain.banking.posting import BankPosting
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.shared.money import Money


def post(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Post movements to a ledger account."""
    command = PostBankLines(
        transaction_ids=tuple(
            BankTransactionId(_id(each, "banking.transaction_not_found"))
            for each in options.transactions
        ),
        ledger_account=options.account,
        amount=None if options.amount is None else Money(options.amount, EUR),
    )
    posted = house.use_cases.run(post_bank_lines, command, task)
    return {"posted": [_posting_json(each) for each in posted]}


def undo_posting(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take a posting back."""
    command = UndoBankPosting(posting_id=_id(options.posting, "banking.posting_not_found"))
    reversal = house.use_cases.run(undo_bank_posting, command, task)
    return {"undone": command.posting_id, "reversal": reversal.id}


def add_rule(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep a new rule."""
    command = SaveLineRule(
        name=options.name,
        contains=options.contains,
        ledger_account=options.account,
        direction=Direction(options.direction),
        lowest=options.lowest,
        highest=options.highest,
        bank_account=options.bank_account.replace(" ", ""),
        place=options.place,
        automatic=not options.propose_only,
    )
    return _rule_json(house.use_cases.run(save_line_rule, command, task))


def list_rules(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List the rules in the order in which they are tried."""
    rules = house.use_cases.run(list_line_rules, ListLineRules(), task)
    return {"rules": [_rule_json(rule) for rule in rules]}


def remove_rule(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Try a rule no more."""
    rule_id = _id(options.rule, "banking.rule_not_found")
    house.use_cases.run(remove_line_rule, RemoveLineRule(rule_id=rule_id), task)
    return {"removed": rule_id}


def apply_rules(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Try the rules on waiting movements, and with --post book the automatic ones."""
    done = house.use_cases.run(apply_line_rules, ApplyLineRules(post=options.post), task)
    return {
        "posted": [_ruled_json(each) for each in done.posted],
        "proposed": [_ruled_json(each) for each in done.proposed],
        "warnings": findings_json(done.refused, house.messages),
    }


def _id(text: str, code: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFoundError(code, id=text) from None


def _posting_json(posting: BankPosting) -> dict[str, Any]:
    return {
        "id": posting.id,
        "transaction": posting.transaction_id,
        "account": posting.ledger_account,
        "amount": amount(posting.amount),
        "entry": posting.entry_id,
    }


def _rule_json(rule: LineRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "contains": rule.contains,
        "direction": rule.direction,
        "lowest": rule.lowest,
        "highest": rule.highest,
        "account": rule.ledger_account,
        "place": rule.place,
        "automatic": rule.automatic,
    }


def _ruled_json(line: RuledLine) -> dict[str, Any]:
    return {
        "transaction": line.transaction_id,
        "rule": line.rule.name,
        "account": line.rule.ledger_account,
        "posting": None if line.posting is None else line.posting.id,
    }
