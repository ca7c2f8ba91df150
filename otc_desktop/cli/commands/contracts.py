"""`otc contract`, `otc works`: what is invoiced over time."""

from typing import Any

from otc_desktop.application.invoicing.cancel_contract import CancelContract, cancel_contract
from otc_desktop.application.invoicing.create_contract import CreateContract, create_contract
from otc_desktop.application.invoicing.create_works import create_works
from otc_desktop.application.invoicing.invoice_situation import (
    InvoiceSituation,
    invoice_situation,
)
from otc_desktop.application.invoicing.prepare_contract import (
    ContractsDue,
    PrepareContract,
    contracts_due,
    prepare_contract,
)
from otc_desktop.application.invoicing.release_retention import (
    ReleaseRetention,
    release_retention,
)
from otc_desktop.application.invoicing.set_index_value import SetIndexValue, set_index_value
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.commands.invoicing import draft_json, line_quantities
from otc_desktop.cli.contract_file import read_contract, read_works
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, errors_of
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.invoicing.recurring import RecurringContract
from otc_desktop.domain.shared.errors import OtcError, RuleError


def create(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep a recurring contract from a file."""
    command = CreateContract(contract=read_contract(options.file))
    return _contract(house.use_cases.run(create_contract, command, task))


def cancel(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Give a contract its last day."""
    command = CancelContract(number=options.number, last_day=options.on, reason=options.reason)
    return _contract(house.use_cases.run(cancel_contract, command, task))


def prepare(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make the drafts that contracts owe, each contract in its own transaction."""
    return prepare_due(house, ContractsDue(on=options.on, number=options.number or ""), task)


def prepare_due(house: House, due: ContractsDue, task: Task) -> dict[str, Any]:
    """The drafts of all contracts that are due; one that is refused stops no other."""
    contract_ids = house.use_cases.run(contracts_due, due, task)
    drafts: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    for place, contract_id in enumerate(contract_ids):
        task.progress(place, len(contract_ids))
        task.check_cancelled()
        command = PrepareContract(contract_id=contract_id, on=due.on)
        try:
            made = house.use_cases.run(prepare_contract, command, task)
        except OtcError as problem:
            errors.extend(errors_of(problem, house.messages))
        else:
            drafts.extend(
                {
                    **draft_json(draft),
                    "contract": draft.contract_reference,
                    "period_from": draft.period_from,
                    "period_to": draft.period_to,
                }
                for draft in made
            )
    return {"drafts": drafts, **({"errors": errors} if errors else {})}


def list_contracts(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List recurring contracts."""
    filters = {"running": True} if options.running else {}
    return {
        "contracts": [
            {
                "number": row.number,
                "customer": row.customer_code,
                "title": row.title,
                "months": row.months,
                "timing": row.timing,
                "start": row.starts_on,
                "end": row.ends_on,
                "renews": row.renews,
                "cancelled": row.cancelled_on,
                "next_invoice": row.next_due_on,
                "period_excl_tax": amount(row.period_total),
            }
            for row in every_row(house.queries.contracts, filters)
        ]
    }


def index(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Enter the value of an index."""
    command = SetIndexValue(series=options.series, valid_from=options.on, value=options.value)
    house.use_cases.run(set_index_value, command, task)
    return {"series": options.series, "valid_from": options.on, "value": str(options.value)}


def create_one_works(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep a works contract from a file."""
    contract = house.use_cases.run(create_works, read_works(options.file), task)
    return {
        "number": contract.number,
        "order": contract.order_number or None,
        "total_excl_tax": amount(contract.total),
        "retention_percent": str(contract.retention_percent),
    }


def situation(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prepare the next progress invoice; percentages are cumulative."""
    by_line = line_quantities(options.lines) or {}
    if any(percent is None for percent in by_line.values()):
        raise RuleError("invoicing.bad_progress", where="lines")
    command = InvoiceSituation(
        number=options.number,
        percent=options.percent,
        by_line={position: percent for position, percent in by_line.items() if percent is not None},
        is_final=options.final,
    )
    draft = house.use_cases.run(invoice_situation, command, task)
    facts = draft.progress
    document = draft_json(draft)
    if facts is not None:
        kept = facts.retention
        document |= {
            "situation": facts.situation,
            "cumulative_percent": str(facts.cumulative_percent),
            "cumulated_excl_tax": amount(facts.cumulated),
            "previous_excl_tax": amount(facts.previous),
            "retention": None if kept is None else amount(kept.amount),
            "release_on": None if kept is None else kept.release_on,
        }
    return document


def release(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Ask for a retention to be paid."""
    command = ReleaseRetention(number=options.number, on=options.on)
    item = house.use_cases.run(release_retention, command, task)
    return {"number": item.number, "due_date": item.due_on, "open_amount": amount(item.open)}


def list_works(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List works."""
    return {
        "works": [
            {
                "number": row.number,
                "customer": row.customer_code,
                "title": row.title,
                "status": row.status,
                "total_excl_tax": amount(row.total),
                "invoiced_excl_tax": amount(row.cumulated),
                "retention_percent": str(row.retention_percent),
            }
            for row in every_row(house.queries.works, {"open": True} if options.open else {})
        ]
    }


def _contract(contract: RecurringContract) -> dict[str, Any]:
    totals = contract.totals()
    return {
        "number": contract.number,
        "start": contract.starts_on,
        "end": contract.last_day,
        "months": contract.months,
        "period_excl_tax": amount(totals.total_excl_tax),
        "period_incl_tax": amount(totals.total_incl_tax),
    }
