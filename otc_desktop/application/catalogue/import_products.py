"""Import products from CSV or XLSX: new ones are made, known ones updated."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.catalogue.import_headers import KIND
from otc_desktop.application.catalogue.product_fields import product_of
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_log import ImportLog, changes_between, text_of
from otc_desktop.application.kernel.import_table import read_table
from otc_desktop.application.kernel.import_values import parse_amount
from otc_desktop.application.kernel.imports import FieldChange, ImportResult, ImportTable
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.scales import QUANTITY_PLACES, on_scale
from otc_desktop.domain.stock.movement import MovementReason, StockMovement


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProducts(ImportTable):
    """Ask for a file of products to be taken in."""


@use_case(permission=Permission.EDIT_CATALOGUE)
def import_products(command: ImportProducts, ctx: Context, task: Task) -> ImportResult:
    """Take in products; stock on hand is counted in, and its product is stocked from then on.

    A row without a code means the product with its barcode.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code.
    """
    table = read_table(ctx, command, KIND)
    log = ImportLog(command, table, task)
    with ctx.unit_of_work() as uow:
        known = uow.products.by_codes({_code(row) for row in table.rows} - {""})
        by_barcode = uow.products.by_barcodes(
            {row.values.get("barcode", "") for row in table.rows if not _code(row)} - {""}
        )
        everything = {each.id for each in (*known.values(), *by_barcode.values())}
        counts = any(row.values.get("stock_on_hand", "").strip() for row in table.rows)
        # Locked, so that nothing leaves between the look at the books and the count.
        on_hand = uow.stock.lock(everything) if counts else {}
        new: list[Product] = []
        changed: list[Product] = []
        movements: list[StockMovement] = []
        stocked: set[ProductId] = set()
        seen: set[str] = set()
        for row in log.rows():
            code, before, remarks = _meant(row, known, by_barcode)
            try:
                if code in seen:
                    raise RuleError("import.code_twice", where="code", code=code)
                product = product_of({**row.values, "code": code}, before, ProductId(ctx.new_id()))
                stock = _stock(row)
            except RuleError as problem:
                log.refuse(row, problem)
                continue
            seen.add(code)
            if stock is not None:
                stocked.add(product.id)
            here = on_hand.get(product.id, Decimal(0))
            counted = Decimal(0) if stock is None else stock - here
            if counted:
                movements.append(
                    StockMovement(
                        id=ctx.new_id(),
                        product_id=product.id,
                        moved_on=ctx.today,
                        quantity=counted,
                        reason=MovementReason.COUNT,
                    )
                )
            if before is None:
                new.append(product)
                log.created(row, key=code, name=product.name, remarks=remarks)
                continue
            if product != before:
                changed.append(product)
            changes = changes_between(before, product)
            if counted:
                moved = FieldChange("stock_on_hand", text_of(here), text_of(here + counted))
                changes = (*changes, moved)
            log.compared(row, changes, key=code, name=product.name, remarks=remarks)
        result = log.result()
        if not result.applied:
            return result
        uow.products.add_many(new)
        for product in changed:
            uow.products.save(product)
        uow.stock.take_into_stock(stocked)
        uow.stock.add_many(movements)
        return uow.commit(result)


def _code(row: SheetRow) -> str:
    return row.values.get("code", "").strip()


def _meant(
    row: SheetRow, known: Mapping[str, Product], by_barcode: Mapping[str, Product]
) -> tuple[str, Product | None, tuple[Finding, ...]]:
    code = _code(row)
    if code:
        return code, known.get(code), ()
    found = by_barcode.get(row.values.get("barcode", "").strip())
    if found is None:
        return "", None, ()
    return found.code, found, (warning("import.matched_without_code", "barcode", code=found.code),)


def _stock(row: SheetRow) -> Decimal | None:
    text = row.values.get("stock_on_hand", "").strip()
    if not text:
        return None
    try:
        stock = parse_amount(text)
    except RuleError as problem:
        raise RuleError(problem.code, where="stock_on_hand", **problem.params) from problem
    return on_scale(stock, QUANTITY_PLACES, field="stock_on_hand")
