"""Take over what customers owe from another program."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_log import ImportLog
from otc_desktop.application.kernel.import_table import read_table
from otc_desktop.application.kernel.import_values import parse_amount, parse_date
from otc_desktop.application.kernel.imports import ImportResult, ImportTable
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.import_headers import KIND
from otc_desktop.application.receivables.take_over import take_over
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold

_KINDS = {
    "": InvoiceKind.INVOICE,
    "invoice": InvoiceKind.INVOICE,
    "facture": InvoiceKind.INVOICE,
    "f": InvoiceKind.INVOICE,
    "fc": InvoiceKind.INVOICE,
    "out_invoice": InvoiceKind.INVOICE,
    "facture client": InvoiceKind.INVOICE,
    "credit_note": InvoiceKind.CREDIT_NOTE,
    "credit note": InvoiceKind.CREDIT_NOTE,
    "avoir": InvoiceKind.CREDIT_NOTE,
    "a": InvoiceKind.CREDIT_NOTE,
    "av": InvoiceKind.CREDIT_NOTE,
    "out_refund": InvoiceKind.CREDIT_NOTE,
    "avoir client": InvoiceKind.CREDIT_NOTE,
    "note de credit": InvoiceKind.CREDIT_NOTE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOpenItems(ImportTable):
    """Ask for a file of unpaid invoices and credit notes to be taken over."""


@use_case(permission=Permission.ALLOCATE)
def import_open_items(command: ImportOpenItems, ctx: Context, task: Task) -> ImportResult:
    """Take over open items; a number already here is left as it is.

    Each is owed and posted against the opening balance, so that ledger and subledger agree.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code.
    """
    table = read_table(ctx, command, KIND)
    log = ImportLog(command, table, task)
    with ctx.unit_of_work() as uow:
        numbers = {row.values.get("number", "").strip() for row in table.rows}
        taken = uow.open_items.existing_numbers(numbers - {""})
        customers = uow.customers.by_codes(
            {row.values.get("customer_code", "").strip() for row in table.rows} - {""}
        )
        items: dict[str, tuple[OpenItem, Customer]] = {}
        for row in log.rows():
            number = row.values.get("number", "").strip()
            if number in taken:
                log.compared(row, (), key=number, name=row.values.get("customer_code", ""))
                continue
            try:
                if number in items:
                    raise RuleError("import.code_twice", where="number", code=number)
                items[number] = _item(row, customers, OpenItemId(ctx.new_id()))
            except RuleError as problem:
                log.refuse(row, problem)
                continue
            log.created(row, key=number, name=items[number][1].name)
        result = log.result()
        if not result.applied:
            return result
        take_over(uow, ctx, items.values(), task)
        return uow.commit(result)


def _item(
    row: SheetRow, customers: Mapping[str, Customer], new_id: OpenItemId
) -> tuple[OpenItem, Customer]:
    values = {name: text.strip() for name, text in row.values.items()}
    for required in ("number", "customer_code", "issue_date", "total_incl_tax"):
        if not values.get(required):
            raise RuleError("import.missing_value", where=required, column=required)
    code = values["customer_code"]
    customer = customers.get(code)
    if customer is None:
        raise RuleError("customers.unknown_code", where="customer_code", code=code)
    kind = _KINDS.get(fold(values.get("kind", "")))
    if kind is None:
        raise RuleError("import.unknown_kind", where="kind", value=values["kind"])
    currency = values.get("currency") or EUR.code
    if currency != EUR.code:
        raise RuleError("ledger.foreign_currency", where="currency", currency=currency)
    issued_on = _date(values, "issue_date")
    due_on = _date(values, "due_date") if values.get("due_date") else issued_on
    total = abs(_amount(values, "total_incl_tax"))
    left = abs(_amount(values, "open_amount")) if values.get("open_amount") else total
    if not left:
        raise RuleError("import.nothing_open", where="open_amount", number=values["number"])
    if left > total:
        raise RuleError("import.open_beyond_total", where="open_amount", number=values["number"])
    if due_on < issued_on:
        raise RuleError("import.due_before_issue", where="due_date", number=values["number"])
    sign = kind.sign
    item = OpenItem(
        id=new_id,
        invoice_id=None,
        customer_id=customer.id,
        number=values["number"],
        kind=kind,
        issued_on=issued_on,
        due_on=due_on,
        total=total if sign > 0 else -total,
        open=left if sign > 0 else -left,
        # VAT of taken-over items was declared, or waits, in the other program's books.
        vat=Money.zero(EUR),
        vat_released=Money.zero(EUR),
        purchase_order=values.get("purchase_order", ""),
    )
    return item, customer


def _date(values: dict[str, str], column: str) -> date:
    try:
        return parse_date(values[column])
    except RuleError as problem:
        raise RuleError(problem.code, where=column, **problem.params) from problem


def _amount(values: dict[str, str], column: str) -> Money:
    try:
        return Money(parse_amount(values[column]), EUR)
    except RuleError as problem:
        raise RuleError(problem.code, where=column, **problem.params) from problem
