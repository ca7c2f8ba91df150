"""`otc import`."""

from typing import Any, TypeVar

from otc_desktop.application.catalogue.import_agreed_prices import (
    ImportAgreedPrices,
    import_agreed_prices,
)
from otc_desktop.application.catalogue.import_price_lists import (
    ImportPriceLists,
    import_price_lists,
)
from otc_desktop.application.catalogue.import_products import ImportProducts, import_products
from otc_desktop.application.customers.import_customers import (
    ImportCustomers,
    import_customers,
)
from otc_desktop.application.kernel.imports import ImportResult, ImportTable, RowFate
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import UseCase
from otc_desktop.application.receivables.import_fec import ImportFec, import_fec
from otc_desktop.application.receivables.import_open_items import (
    ImportOpenItems,
    import_open_items,
)
from otc_desktop.application.stock.import_stock import ImportStock, import_stock
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, finding_json, findings_json

CommandT = TypeVar("CommandT", bound=ImportTable)
_DUPLICATES = ("customers.likely_duplicate", "customers.row_of_merged")


def customers(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in customers; rows that look like duplicates are told, in a dry run as well."""
    asked = _command(ImportCustomers, options)
    result = house.use_cases.run(import_customers, asked, task)
    return {
        **import_document(house, result, options),
        "warnings": [
            {
                "row": fate.row,
                "code": finding.code,
                "message": finding_json(finding, house.messages)["message"],
                "duplicate_of": finding.params.get("into", finding.params.get("code")),
                "reasons": list(finding.params.get("reasons", ())),
            }
            for fate in result.rows
            for finding in fate.findings
            if finding.code in _DUPLICATES
        ],
    }


def products(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in products."""
    return _run(house, import_products, ImportProducts, options, task)


def open_invoices(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take over what customers owe."""
    return _run(house, import_open_items, ImportOpenItems, options, task)


def stock(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in counted stock."""
    return _run(house, import_stock, ImportStock, options, task)


def price_lists(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in price lists."""
    return _run(house, import_price_lists, ImportPriceLists, options, task)


def agreed_prices(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in prices agreed with customers."""
    return _run(house, import_agreed_prices, ImportAgreedPrices, options, task)


def fec(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take over customers and what they owe from another program's ledger."""
    asked = ImportFec(
        path=options.file,
        dry_run=options.dry_run,
        accept_partial=options.accept_partial,
        refuse_nameless=options.refuse_nameless,
    )
    result = house.use_cases.run(import_fec, asked, task)
    done = result.applied or options.dry_run
    return {
        **import_document(house, result, options),
        "open_items": result.open_items if done else 0,
        "known_items": result.known_items,
        "lines": result.lines,
        "debit": amount(result.debit),
        "credit": amount(result.credit),
        "proof": [
            {
                "account": each.account,
                "name": each.name,
                "ledger": amount(each.ledger),
                "taken": amount(each.taken),
                "difference": amount(each.difference),
            }
            for each in result.proof
        ],
        "differences": [each.account for each in result.proof if each.difference],
    }


def _run(
    house: House,
    use_case: UseCase[CommandT, ImportResult],
    command: type[CommandT],
    options: Any,
    task: Task,
) -> dict[str, Any]:
    asked = _command(command, options)
    return import_document(house, house.use_cases.run(use_case, asked, task), options)


def _command(command: type[CommandT], options: Any) -> CommandT:
    return command(
        path=options.file,
        dry_run=options.dry_run,
        accept_partial=options.accept_partial,
        sheet=options.sheet,
        header_line=options.header_line,
        constants=dict(options.set),
    )


def import_document(house: House, result: ImportResult, options: Any) -> dict[str, Any]:
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
        "ignored_columns": list(result.ignored),
        "skipped": [{"row": each.line, "reason": each.reason} for each in result.skipped],
        "remarks": findings_json(result.remarks, house.messages),
    }
    if result.mapping:
        document["mapping"] = result.mapping
    if options.explain:
        document["rows"] = [_row(house, each) for each in result.rows]
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


def _row(house: House, fate: RowFate) -> dict[str, Any]:
    return {
        "row": fate.row,
        "fate": fate.fate.value,
        "key": fate.key,
        "name": fate.name,
        "changes": [
            {"field": each.field, "before": each.before, "after": each.after}
            for each in fate.changes
        ],
        "findings": findings_json(fate.findings, house.messages),
    }
