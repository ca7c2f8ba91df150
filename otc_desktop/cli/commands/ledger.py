"""`otc ledger`."""

from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.ledger.export_ledger import ExportLedger, export_ledger
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money


def export(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write a file of entries."""
    command = ExportLedger(
        format=options.format,
        from_on=options.from_on,
        to_on=options.to_on,
        folder=options.out,
        lock=options.lock,
    )
    made = house.use_cases.run(export_ledger, command, task)
    return {
        "file": str(made.file.path),
        "entries": made.file.entries,
        "lines": made.file.lines,
        "debit": amount(Money.from_minor(made.file.debit_minor, EUR)),
        "credit": amount(Money.from_minor(made.file.credit_minor, EUR)),
        "sha256": made.file.sha256,
        "batch": made.batch,
    }


def aged_balance(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What is owed on a date, by age from the due date."""
    on = options.on or house.today()
    return {
        "on": on,
        "definition": "open amounts as they stood on the date, by days past the due date",
        "customers": [
            {
                "customer": row.customer_code,
                "name": row.customer_name,
                "not_due": amount(row.not_due),
                "days_1_30": amount(row.days_1_30),
                "days_31_60": amount(row.days_31_60),
                "days_61_90": amount(row.days_61_90),
                "over_90": amount(row.over_90),
                "total": amount(row.total),
            }
            for row in house.queries.aged_balance(on)
        ],
    }
