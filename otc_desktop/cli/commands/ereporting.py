"""`otc ereporting`."""

from typing import Any

from otc_desktop.application.invoicing.ereporting_status import (
    ReadEReportingStatus,
    read_ereporting_status,
)
from otc_desktop.application.invoicing.export_ereporting import (
    ExportEReporting,
    export_ereporting,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House


def export(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the transmission of a period."""
    command = ExportEReporting(
        from_on=options.from_on, to_on=options.to_on, content=options.content, folder=options.out
    )
    made = house.use_cases.run(export_ereporting, command, task)
    report = made.report
    return {
        "number": None if report is None else report.number,
        "transmission": None if report is None else report.kind.value,
        "new": made.is_news,
        "file": None if made.path is None else str(made.path),
        "sha256": None if report is None else report.sha256,
        **made.summary,
    }


def status(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The periods of the last year."""
    command = ReadEReportingStatus(since=options.since)
    return {
        "periods": [
            {
                "from": str(each.period.from_on),
                "to": str(each.period.to_on),
                "due": str(each.period.due_on),
                "content": each.content,
                "state": each.state.value,
                "documents": each.documents,
                "number": None if each.report is None else each.report.number,
                "transmission": None if each.report is None else each.report.kind.value,
            }
            for each in house.use_cases.run(read_ereporting_status, command, task)
        ]
    }
