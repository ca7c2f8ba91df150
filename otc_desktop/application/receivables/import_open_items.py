"""Take over what customers owe from another program."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_values import parse_amount, parse_date
from otc_desktop.application.kernel.imports import (
    LARGEST_FILE,
    Aliases,
    ImportResult,
    RejectedRow,
)
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.ledger.posting_rules import post_take_over
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import error
from otc_desktop.domain.shared.ids import JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold

ALIASES: Aliases = {
    "number": ("number", "numero", "n facture", "numero de facture", "piece", "n piece"),
    "customer_code": ("customer_code", "code client", "client", "code tiers", "compte tiers"),
    "kind": ("kind", "type", "nature"),
    "issue_date": ("issue_date", "date", "date facture", "date d'emission", "date de facture"),
    "due_date": ("due_date", "echeance", "date d'echeance"),
    "currency": ("currency", "devise"),
    "total_excl_tax": ("total_excl_tax", "total ht", "montant ht"),
    "total_vat": ("total_vat", "total tva", "montant tva"),
    "total_incl_tax": ("total_incl_tax", "total ttc", "montant ttc"),
    "open_amount": ("open_amount", "reste du", "solde", "solde du", "reste a payer"),
    "purchase_order": ("purchase_order", "bon de commande", "n commande client"),
}
_KINDS = {
    "": InvoiceKind.INVOICE,
    "invoice": InvoiceKind.INVOICE,
    "facture": InvoiceKind.INVOICE,
    "credit_note": InvoiceKind.CREDIT_NOTE,
    "credit note": InvoiceKind.CREDIT_NOTE,
    "avoir": InvoiceKind.CREDIT_NOTE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOpenItems:
    """Ask for a file of unpaid invoices and credit notes to be taken over."""

    path: Path
    dry_run: bool = False
    accept_partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTakenOver(Event):
    """A document of another program is followed here from now on."""

    number: str
    open: str


@use_case(permission=Permission.ALLOCATE)
def import_open_items(command: ImportOpenItems, ctx: Context, task: Task) -> ImportResult:
    """Take over open items; a number already here is left as it is.

    Each is owed and posted against the opening balance, so that ledger and subledger agree.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code.
    """
    content = ctx.ports.files.read(command.path, largest=LARGEST_FILE)
    sheet = ctx.ports.sheets.read(content, name=command.path.name, aliases=ALIASES)
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        numbers = {row.values.get("number", "").strip() for row in sheet.rows}
        taken = uow.open_items.existing_numbers(numbers - {""})
        customers = uow.customers.by_codes(
            {row.values.get("customer_code", "").strip() for row in sheet.rows} - {""}
        )
        items: dict[str, tuple[OpenItem, Customer]] = {}
        unchanged = 0
        rejected: list[RejectedRow] = []
        for row in sheet.rows:
            number = row.values.get("number", "").strip()
            if number in taken:
                unchanged += 1
                continue
            try:
                if number in items:
                    raise RuleError("import.code_twice", where="number", code=number)
                item, customer = _item(row, customers, OpenItemId(ctx.new_id()))
            except RuleError as problem:
                fault = error(problem.code, problem.where, **problem.params)
                rejected.append(RejectedRow(row.number, problem.where or "", fault))
                continue
            items[number] = (item, customer)
        applied = not command.dry_run and (command.accept_partial or not rejected)
        result = ImportResult(len(items), 0, unchanged, tuple(rejected), applied)
        if not applied:
            return result
        for done, (item, customer) in enumerate(items.values()):
            task.check_cancelled()
            task.progress(done, len(items))
            uow.open_items.add(item, customer)
            uow.record(
                DocumentTakenOver(
                    subject_id=item.id,
                    customer_id=customer.id,
                    number=item.number,
                    open=str(item.open),
                )
            )
            entry = post_take_over(
                item,
                JournalEntryId(ctx.new_id()),
                customer_code=customer.code,
                scheme=ctx.account_scheme,
            )
            post(uow, entry, company, today=ctx.today)
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
