"""Import customer files from CSV or XLSX: new ones are made, known ones updated."""

from collections.abc import Mapping
from dataclasses import dataclass

from otc_desktop.application.customers.customer_fields import customer_of
from otc_desktop.application.customers.duplicate_checks import RowDuplicates
from otc_desktop.application.customers.file_events import changed as file_changed
from otc_desktop.application.customers.file_events import created as file_created
from otc_desktop.application.customers.group_head import FIELD, head_codes, under, with_head
from otc_desktop.application.customers.import_headers import KIND
from otc_desktop.application.customers.known_customers import KnownCustomers
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_terms import keep_credit_terms
from otc_desktop.application.kernel.import_log import ImportLog
from otc_desktop.application.kernel.import_table import read_table
from otc_desktop.application.kernel.imports import FieldChange, ImportResult, ImportTable
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_changes import file_changes
from otc_desktop.domain.customers.terms_ceiling import ceiling_findings
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.findings import warning
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCustomers(ImportTable):
    """Ask for a file of customers to be taken in."""


@use_case(permission=Permission.EDIT_CUSTOMERS)
def import_customers(command: ImportCustomers, ctx: Context, task: Task) -> ImportResult:
    """Take in customers; a row at fault stops the whole file unless partial is accepted.

    A column that the file lacks leaves what a known customer has. In a file without codes,
    known customers are found by SIRET, SIREN or name, and new ones are given a code. The head
    of a group must be known, or stand above its members in the file. What is imported is
    active at once: it was sold to before. A new customer that looks like one that is here, or
    like another row, is taken with a remark; the row of a merged file is set aside.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code.
    """
    table = read_table(ctx, command, KIND)
    log = ImportLog(command, table, task)
    with ctx.unit_of_work() as uow:
        known = KnownCustomers(uow, table)
        some_id = CustomerId(ctx.new_id())
        doubles = RowDuplicates(uow, [row.values for row in table.rows], some_id)
        new: list[Customer] = []
        changed: list[tuple[Customer, Customer]] = []
        seen: dict[str, Customer] = {}
        for row in log.rows():
            try:
                found = known.customer_of(row)
                code = found.code
                if code and code in seen:
                    raise RuleError("import.code_twice", where="code", code=code)
                if found.customer is not None and code != found.customer.code:
                    _set_aside(log, row, code, found.customer)
                    continue
                base = found.customer or Customer(
                    id=CustomerId(ctx.new_id()), code=code or "?", name="?"
                )
                customer = customer_of(
                    {**row.values, "code": code}, base, is_new=found.customer is None
                )
                customer = _in_group(customer, row.values, seen, uow)
            except RuleError as problem:
                log.refuse(row, problem)
                continue
            seen[code] = customer
            remarks = (*found.remarks, *ceiling_findings(customer))
            if found.customer is None:
                new.append(customer)
                remarks = (*remarks, *doubles.remarks(customer))
                doubles.add(customer)
                log.created(row, key=code, name=customer.name, remarks=remarks)
                continue
            doubles.add(customer)
            told = file_changes(found.customer, customer, _heads(uow, found.customer, customer))
            changes = tuple(FieldChange(*each) for each in told)
            if customer != found.customer:
                changed.append((found.customer, customer))
            log.compared(row, changes, key=code, name=customer.name, remarks=remarks)
        result = log.result()
        if not result.applied:
            return result
        # Heads of groups before their members, who point to them.
        uow.customers.add_many([each for each in new if each.parent_id is None])
        uow.customers.add_many([each for each in new if each.parent_id is not None])
        for customer in new:
            uow.record(file_created(customer))
        for before, customer in changed:
            keep_credit_terms(uow, ctx, before, customer)
            uow.customers.save(customer)
            heads = _heads(uow, before, customer)
            uow.record(file_changed(before, customer, author=ctx.user.name, heads=heads))
        return uow.commit(result)


def _set_aside(log: ImportLog, row: SheetRow, code: str, into: Customer) -> None:
    """A row of a merged file changes nothing: the other program still has both."""
    remark = warning("customers.row_of_merged", "code", code=code, into=into.code)
    log.compared(row, (), key=code, name=row.values.get("name", ""), remarks=(remark,))


def _in_group(
    customer: Customer, values: Mapping[str, str], seen: Mapping[str, Customer], uow: UnitOfWork
) -> Customer:
    """The customer under its head, which may be a row further up."""
    head = seen.get(values.get(FIELD, "").strip())
    if head is None:
        return with_head(customer, values, uow)
    return under(head, customer, has_members=uow.customers.has_members(customer.id))


def _heads(uow: UnitOfWork, before: Customer, after: Customer) -> Mapping[CustomerId, str]:
    """Codes of heads where the group changed; a head of this very file has none yet."""
    if before.parent_id == after.parent_id:
        return {}
    try:
        return head_codes(uow, before, after)
    except NotFoundError:
        return {}
