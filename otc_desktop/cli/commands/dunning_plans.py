"""`otc dunning`: plans, rates, pauses and late interest."""

import json
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from otc_desktop.application.customers.read_customer_file import (
    ReadCustomerFile,
    read_customer_file,
)
from otc_desktop.application.dunning.dunning_plans import (
    DunningPlans,
    ReadDunningPlans,
    SaveDunningPlan,
    read_dunning_plans,
    save_dunning_plan,
)
from otc_desktop.application.dunning.late_rates import ReadRates, SaveRate, read_rates, save_rate
from otc_desktop.application.dunning.pause_list import ReadPauseList, read_pause_list
from otc_desktop.application.dunning.pause_reminders import (
    EndPause,
    PauseReminders,
    end_pause,
    pause_reminders,
)
from otc_desktop.application.invoicing.invoice_late_interest import (
    InvoiceLateInterest,
    invoice_late_interest,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.documents import load_json
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.domain.dunning.late_interest import EcbRate
from otc_desktop.domain.dunning.plan_document import document_of, plan_of
from otc_desktop.domain.shared.errors import RuleError


def plans(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The plans in force."""
    found = _read(house, task)
    return {
        "plans": [
            {
                "code": kept.plan.code,
                "name": kept.plan.name,
                "revision": kept.revision,
                "steps": len(kept.plan.steps),
                "customers": found.followers.get(kept.plan.code, 0),
            }
            for kept in found.plans
        ]
    }


def show(house: House, options: Any, task: Task) -> dict[str, Any]:
    """One plan, in the form that `plan-set` takes."""
    kept = _read(house, task).of_code(options.code)
    return {"revision": kept.revision, "plan": document_of(kept.plan)}


def put(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep a plan from a file; the whole answer of `plan-show` serves as well."""
    document = load_json(options.file)
    if isinstance(document, dict) and isinstance(document.get("plan"), dict):
        document = document["plan"]
    # Numbers of a file are decimals; a plan has whole ones only.
    plan = plan_of(json.loads(json.dumps(document, default=_whole)))
    kept = house.use_cases.run(save_dunning_plan, SaveDunningPlan(plan=plan, version=None), task)
    return {"code": kept.plan.code, "revision": kept.revision}


def pauses(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Who is left in peace, until when; a pause is begun or ended first where asked to."""
    if options.hold:
        file = house.use_cases.run(read_customer_file, ReadCustomerFile(code=options.hold))
        command = PauseReminders(
            customer_id=file.customer.id, until=options.until, reason=options.reason
        )
        house.use_cases.run(pause_reminders, command, task)
    if options.end is not None:
        house.use_cases.run(end_pause, EndPause(pause_id=options.end), task)
    rows = house.use_cases.run(read_pause_list, ReadPauseList(), task)
    return {
        "pauses": [
            {
                "id": row.pause.id,
                "customer": row.customer_code,
                "invoice": row.number,
                "until": row.pause.until_on,
                "reason": row.pause.reason,
                "since": row.pause.made_on,
            }
            for row in rows
        ]
    }


def rates(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The ECB's rates by half-year; `--set 2026-07-01=2.15` enters one."""
    if options.set:
        house.use_cases.run(save_rate, SaveRate(rate=_rate(options.set)), task)
    found = house.use_cases.run(read_rates, ReadRates(), task)
    return {
        "terms": found.terms,
        "missing_from": found.missing_from,
        "rates": [{"from": each.from_on, "percent": f"{each.percent:.2f}"} for each in found.rates],
    }


def interest(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Draft the invoice of a customer's late interest and indemnities."""
    command = InvoiceLateInterest(customer=options.customer, numbers=tuple(options.invoices))
    drafted = house.use_cases.run(invoice_late_interest, command, task)
    return {
        "id": drafted.draft_id,
        "interest": amount(drafted.interest),
        "indemnity": amount(drafted.indemnity),
        "estimated": drafted.is_estimated,
    }


def _read(house: House, task: Task) -> DunningPlans:
    return house.use_cases.run(read_dunning_plans, ReadDunningPlans(), task)


def _whole(value: object) -> int:
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    raise RuleError("dunning.bad_plan_file", where="plan", field=str(value))


def _rate(text: str) -> EcbRate:
    day, _, percent = text.partition("=")
    try:
        return EcbRate(date.fromisoformat(day), Decimal(percent.replace(",", ".")))
    except (ValueError, InvalidOperation) as problem:
        raise RuleError("dunning.bad_rate", where="set") from problem
