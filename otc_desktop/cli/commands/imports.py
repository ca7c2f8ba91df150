"""`otc import`."""

from typing import Any

from otc_desktop.application.catalogue.import_products import ImportProducts, import_products
from otc_desktop.application.customers.import_customers import (
    ImportCustomers,
    import_customers,
)
from otc_desktop.application.kernel.imports import ImportResult
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.receivables.import_open_items import (
    ImportOpenItems,
    import_open_items,
)
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import finding_json


def customers(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in customers."""
    command = ImportCustomers(
        path=options.file, dry_run=options.dry_run, accept_partial=options.accept_partial
    )
    return _document(house, house.use_cases.run(import_customers, command, task), options)


def products(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in products."""
    command = ImportProducts(
        path=options.file, dry_run=options.dry_run, accept_partial=options.accept_partial
    )
    return _document(house, house.use_cases.run(import_products, command, task), options)


def open_invoices(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take over what customers owe."""
    command = ImportOpenItems(
        path=options.file, dry_run=options.dry_run, accept_partial=options.accept_partial
    )
    return _document(house, house.use_cases.run(import_open_items, command, task), options)


def _document(house: House, result: ImportResult, options: Any) -> dict[str, Any]:
    """What became of the rows; a refused file created nothing."""
    rejected = [
        {
            "row": each.row,
            "column": each.column,
            "message": finding_json(each.finding, house.messages)["message"],
            "code": each.finding.code,
        }
        for each in result.rejected
    ]
    counts = {
        "created": result.created,
        "updated": result.updated,
        "unchanged": result.unchanged,
    }
    done = result.applied or options.dry_run
    document: dict[str, Any] = {
        **(counts if done else dict.fromkeys(counts, 0)),
        "rejected": rejected,
        "dry_run": options.dry_run,
    }
    if rejected:
        document["errors"] = [
            {
                "code": each["code"],
                "message": each["message"],
                "where": f"line {each['row']}, column {each['column']}",
            }
            for each in rejected
        ]
    return document
