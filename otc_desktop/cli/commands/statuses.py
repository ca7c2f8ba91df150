"""`otc invoice status` and `otc invoice statuses`: the life cycle of the reform."""

from contextlib import suppress
from typing import Any

from otc_desktop.application.invoicing.export_statuses import ExportStatuses, export_statuses
from otc_desktop.application.invoicing.read_life_cycle import (
    LifeCycle,
    ReadLifeCycle,
    read_life_cycle,
)
from otc_desktop.application.invoicing.receive_status_message import (
    ImportStatusFile,
    import_status_file,
)
from otc_desktop.application.invoicing.record_status import RecordStatus, record_status
from otc_desktop.application.invoicing.tell_receipts import TellReceipts, tell_receipts
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, errors_of
from otc_desktop.domain.invoicing.lifecycle import FACTS, TURNED_DOWN
from otc_desktop.domain.invoicing.lifecycle_history import ReformStatus
from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.messages.catalogue import MessageCatalogue


def status(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Show the life cycle of a document, after noting a status where one is given."""
    if options.set:
        command = RecordStatus(
            number=options.number,
            code=options.set,
            on=options.on,
            reason=options.reason,
            note=options.note,
        )
        house.use_cases.run(record_status, command, task)
    elif options.reason or options.note or options.on:
        raise RuleError("status.nothing_to_note")
    found = house.use_cases.run(read_life_cycle, ReadLifeCycle(number=options.number), task)
    return life_cycle_json(found, house.messages)


def statuses(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take messages in, tell what was received, and write our own messages."""
    answer: dict[str, Any] = {}
    errors: list[dict[str, Any]] = []
    if options.imported:
        answer["imported"] = []
        for path in options.imported:
            try:
                taken = house.use_cases.run(import_status_file, ImportStatusFile(path=path), task)
            except OtcError as problem:
                faults = errors_of(problem, house.messages)
                errors.extend({**fault, "file": str(path)} for fault in faults)
                continue
            answer["imported"].append(
                {
                    "file": str(path),
                    "message": taken.message_id,
                    "duplicate": taken.is_duplicate,
                    "statuses": [
                        {"number": each.number, **status_json(each.status, house.messages)}
                        for each in taken.kept
                    ],
                }
            )
    told = house.use_cases.run(tell_receipts, TellReceipts(), task)
    answer["receipts_told"] = {"statuses": told.statuses, "invoices": told.invoices}
    if options.export is not None:
        # A folder that can't be made is told of by the writing.
        with suppress(OSError):
            options.export.mkdir(parents=True, exist_ok=True)
        command = ExportStatuses(folder=options.export, since=options.since)
        written = house.use_cases.run(export_statuses, command, task)
        answer["exported"] = [str(path) for path in written]
    return {**answer, **({"errors": errors} if errors else {})}


def life_cycle_json(found: LifeCycle, messages: MessageCatalogue) -> dict[str, Any]:
    """A life cycle as the console shows it."""
    present = found.present
    return {
        "number": found.number,
        "customer": found.customer_name,
        "issued_on": found.issued_on,
        "status": "" if present is None else present.code.value,
        "name": "" if present is None else messages.word("reform_status", present.code.value),
        "since": None if present is None else present.since.isoformat(sep=" "),
        "cashed": None if present is None else amount(present.cashed),
        "partial": present is not None and present.is_partial,
        "advice": messages.word("reform_advice", present.code.value)
        if present is not None and present.code in TURNED_DOWN
        else "",
        "may_be_noted": [code.value for code in found.may_be_noted],
        "history": [status_json(each, messages) for each in found.history],
    }


def status_json(status: ReformStatus, messages: MessageCatalogue) -> dict[str, Any]:
    """One status: code, name, when, by whom, why, how much."""
    return {
        "id": str(status.id),
        "status": status.code.value,
        "name": messages.word("reform_status", status.code.value),
        "at": status.at.isoformat(sep=" "),
        "set_by": FACTS[status.code].setter.value,
        "source": status.source.value,
        "ours": status.is_own,
        "to_the_state": status.is_bound,
        "reasons": [
            {"code": each, "name": messages.word("reform_reason", each)} for each in status.reasons
        ],
        "reason_text": status.reason_text,
        "note": status.note,
        "amounts": [
            {
                "kind": each.kind,
                "vat_rate": None if each.rate is None else str(each.rate),
                "amount": amount(each.amount),
            }
            for each in status.amounts
        ],
        "message": status.message_id,
        "recorded_by": status.recorded_by,
    }
