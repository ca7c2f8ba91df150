"""The grammar of reminders, calls and payment plans."""

import argparse
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from uuid import UUID

from otc_desktop.cli.commands import calls, dunning, dunning_plans, payment_plans
from otc_desktop.cli.grammar import command, day, group
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.dunning.call import CallOutcome
from otc_desktop.domain.dunning.payment_plan import USUAL_TOLERANCE, Rhythm


def add_dunning(commands: Any) -> None:
    """`otc reminders …` and `otc dunning …`."""
    reminders = group(commands, "reminders", "reminders")
    for name, handler, text in (
        ("plan", dunning.plan, "what would leave"),
        ("run", dunning.run, "make and send what is due"),
    ):
        made = command(reminders, name, handler, text)
        made.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")
        made.add_argument(
            "--despite",
            choices=("bank_not_fresh", "unmatched_receipt"),
            action="append",
            default=[],
            help="do not wait for this",
        )
    plans = group(commands, "dunning", "dunning plans and late interest")
    command(plans, "plans", dunning_plans.plans, "the plans in force")
    command(plans, "plan-show", dunning_plans.show, "one plan").add_argument("code")
    command(plans, "plan-set", dunning_plans.put, "keep a plan").add_argument("file", type=Path)
    command(plans, "rates", dunning_plans.rates, "the ECB's rates by half-year").add_argument(
        "--set", default="", metavar="YYYY-MM-DD=PERCENT"
    )
    late = command(plans, "interest", dunning_plans.interest, "draft late interest")
    late.add_argument("customer")
    late.add_argument("invoices", nargs="*", metavar="INVOICE")
    paused = command(plans, "pauses", dunning_plans.pauses, "who is left in peace, until when")
    paused.add_argument("--hold", default="", metavar="CUSTOMER")
    paused.add_argument("--until", type=day, default=None, metavar="YYYY-MM-DD")
    paused.add_argument("--reason", default="")
    paused.add_argument("--end", type=UUID, default=None, metavar="ID")


def add_calls(commands: Any) -> None:
    """`otc call …`, `otc promise …` and `otc payment-plan …`."""
    called = group(commands, "call", "whom to telephone, and how it went")
    listed = command(called, "list", calls.list_calls, "the calls of a day, the best first")
    listed.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")
    command(called, "sheet", calls.sheet, "what to say").add_argument("customer")
    noted = command(called, "log", calls.log, "note a call; what follows is done with it")
    noted.add_argument("customer")
    noted.add_argument("--outcome", required=True, choices=[each.value for each in CallOutcome])
    noted.add_argument("--incoming", action="store_true")
    noted.add_argument("--contact", default="")
    noted.add_argument("--phone", default="")
    noted.add_argument("--text", default="")
    noted.add_argument("--promised-on", type=day, default=None, metavar="YYYY-MM-DD")
    noted.add_argument("--amount", type=_number, default=None, help="promised, or contested")
    noted.add_argument("--invoice", action="append", default=[], metavar="INVOICE")
    noted.add_argument(
        "--reason",
        choices=[each.value for each in DisputeReason],
        default=DisputeReason.OTHER.value,
        help="of a dispute",
    )
    noted.add_argument("--next", type=day, default=None, metavar="YYYY-MM-DD")
    noted.add_argument("--at", default="", metavar="HH:MM")
    promise = group(commands, "promise", "promises to pay")
    command(promise, "check", calls.check, "see which were kept")
    _add_payment_plans(commands)


def _add_payment_plans(commands: Any) -> None:
    plan = group(commands, "payment-plan", "invoices paid off in instalments")
    made = command(plan, "create", payment_plans.create, "agree on instalments")
    made.add_argument("customer")
    made.add_argument("--invoice", action="append", required=True, metavar="INVOICE")
    made.add_argument("--count", type=int, default=0, help="equal instalments")
    made.add_argument("--first", type=day, default=None, metavar="YYYY-MM-DD")
    made.add_argument(
        "--rhythm", choices=[each.value for each in Rhythm], default=Rhythm.MONTHLY.value
    )
    made.add_argument(
        "--instalment",
        type=_instalment,
        action="append",
        default=[],
        metavar="YYYY-MM-DD=AMOUNT",
        help="by hand",
    )
    made.add_argument("--tolerance", type=int, default=USUAL_TOLERANCE, metavar="DAYS")
    made.add_argument("--text", default="")
    command(plan, "approve", payment_plans.approve, "let it take effect").add_argument("number")
    ended = command(plan, "cancel", payment_plans.cancel, "call it off")
    ended.add_argument("number")
    ended.add_argument("--reason", required=True)
    letter = command(plan, "letter", payment_plans.letter, "write its letter, or mail it")
    letter.add_argument("number")
    letter.add_argument("--out", type=Path, default=None, metavar="F.pdf")
    letter.add_argument("--send", action="store_true")
    letter.add_argument("--again", action="store_true", help="although it was sent before")
    listed = command(plan, "list", payment_plans.list_plans, "where plans stand")
    listed.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")


def _number(text: str) -> Decimal:
    """An amount such as 1234.50, or a wrong usage."""
    try:
        value = Decimal(text)
    except InvalidOperation as problem:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount like 1234.50") from problem
    if not value.is_finite():
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount like 1234.50")
    return value


def _instalment(text: str) -> tuple[date, Decimal]:
    """A day and an amount joined by «=», or a wrong usage."""
    due_on, _, amount = text.partition("=")
    return day(due_on), _number(amount)
