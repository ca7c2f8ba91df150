"""`otc bank reconciliation`."""

from typing import Any

from otc_desktop.application.banking.reconciliation import (
    ExportReconciliation,
    ReadReconciliation,
    export_reconciliation,
    read_reconciliation,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount


def statement(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Why bank and books do not show the same balance; with --output also as a file."""
    account = options.account.replace(" ", "")
    if options.output is None:
        found = house.use_cases.run(
            read_reconciliation, ReadReconciliation(account=account, on=options.on), task
        )
    else:
        command = ExportReconciliation(account=account, on=options.on, path=options.output)
        found = house.use_cases.run(export_reconciliation, command, task)
    return {
        "accounts": list(found.accounts),
        "ledger_account": found.ledger_account,
        "on": found.on,
        "told_on": found.told_on,
        "bank_balance": amount(found.bank_balance),
        "ledger_balance": amount(found.ledger_balance),
        "missing": amount(found.missing),
        "lines": [
            {
                "kind": line.kind,
                "date": line.on,
                "label": line.label,
                "amount": amount(line.amount),
            }
            for line in found.lines()
        ],
        "file": None if options.output is None else str(options.output),
    }
