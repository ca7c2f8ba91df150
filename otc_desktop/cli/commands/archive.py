"""`otc archive`."""

from typing import Any

from otc_desktop.application.invoicing.export_archive import ExportArchive, export_archive
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House


def export(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write a year's issued documents with an index."""
    command = ExportArchive(year=options.year, path=options.output)
    made = house.use_cases.run(export_archive, command, task)
    return {
        "file": str(made.path),
        "documents": made.documents,
        "files": made.files,
        "bytes": made.size,
        "sha256": made.sha256,
    }
