"""Import counted stock from CSV or XLSX: what is on hand becomes what was counted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_log import ImportLog, text_of
from otc_desktop.application.kernel.import_table import read_table
from otc_desktop.application.kernel.import_values import parse_number
from otc_desktop.application.kernel.imports import (
    Aliases,
    CellKind,
    FieldChange,
    ImportKind,
    ImportResult,
    ImportTable,
)
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.stock.count_stock import StockCounted
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.findings import error
from otc_desktop.domain.shared.scales import QUANTITY_PLACES
from otc_desktop.domain.stock.movement import MovementReason, StockMovement
from otc_desktop.domain.stock.stock_item import StockItem

ALIASES: Aliases = {
    "product_code": (
        "product_code",
        "code article",
        "reference article",
        "code produit",
        "reference",
        "ref",
        "code",
        "article",
        "produit",
        "default_code",
        "product_id/default_code",
        "reference interne",
    ),
    "quantity": (
        "quantity",
        "quantite comptee",
        "quantite inventoriee",
        "quantite reelle",
        "inventory_quantity",
        "quantite en stock",
        "stock reel",
        "stock physique",
        "quantite",
        "qte",
        "stock",
        "qty_available",
        "inventaire",
    ),
    "location": (
        "location",
        "emplacement",
        "casier",
        "rayon",
        "location_id",
        "location_id/name",
    ),
    "barcode": ("barcode", "code barre", "code barres", "code a barres", "ean", "ean13", "gencod"),
}
KIND = ImportKind(
    name="stock",
    aliases=ALIASES,
    cells={
        "product_code": CellKind.CODE,
        "quantity": CellKind.AMOUNT,
        "barcode": CellKind.CODE,
    },
    key="product_code",
    required=("product_code", "quantity"),
    topics=("article", "produit", "product"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStock(ImportTable):
    """Ask for a file of counted quantities to be taken in."""


@use_case(permission=Permission.ADJUST_STOCK)
def import_stock(command: ImportStock, ctx: Context, task: Task) -> ImportResult:
    """Set stock to what a file says was counted; the products are stocked from then on.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code.
    """
    table = read_table(ctx, command, KIND)
    log = ImportLog(command, table, task)
    with ctx.unit_of_work() as uow:
        by_barcode = uow.products.by_barcodes(
            {_text(row, "barcode") for row in table.rows if not _text(row, "product_code")} - {""}
        )
        codes = {_code(row, by_barcode) for row in table.rows} - {""}
        items = uow.stock.items_by_codes(codes)
        before = uow.stock.lock([each.product_id for each in items.values()])
        counted: dict[str, Decimal] = {}
        moved: list[StockItem] = []
        for row in log.rows():
            code = _code(row, by_barcode)
            try:
                item, quantity = _counted(row, code, items)
                if code in counted:
                    raise RuleError("import.code_twice", where="product_code", code=code)
            except NotFoundError as problem:
                log.reject(row, error(problem.code, "product_code", **problem.params))
                continue
            except RuleError as problem:
                log.refuse(row, problem)
                continue
            counted[code] = quantity
            here = before[item.product_id]
            changes = []
            if quantity != here:
                changes.append(FieldChange("quantity", text_of(here), text_of(quantity)))
            location = _text(row, "location") or item.location
            if location != item.location:
                changes.append(FieldChange("location", item.location, location))
                moved.append(replace(item, location=location))
            log.compared(row, tuple(changes), key=code, name=item.name)
        result = log.result()
        if not result.applied or not counted:
            return result
        for item in moved:
            uow.stock.save_item(item)
        found = [(items[code].product_id, quantity) for code, quantity in counted.items()]
        uow.stock.take_into_stock([product_id for product_id, _ in found])
        movements = [
            StockMovement(
                id=ctx.new_id(),
                product_id=product_id,
                moved_on=ctx.today,
                quantity=quantity - before[product_id],
                reason=MovementReason.COUNT,
                note=command.path.name,
            )
            for product_id, quantity in found
            if quantity != before[product_id]
        ]
        uow.stock.add_many(movements)
        uow.record(
            StockCounted(
                subject_id=ctx.new_id(),
                products=len(found),
                differences=len(movements),
                note=command.path.name,
            )
        )
        return uow.commit(result)


def _text(row: SheetRow, column: str) -> str:
    return row.values.get(column, "").strip()


def _code(row: SheetRow, by_barcode: Mapping[str, Product]) -> str:
    code = _text(row, "product_code")
    if code:
        return code
    product = by_barcode.get(_text(row, "barcode"))
    return "" if product is None else product.code


def _counted(row: SheetRow, code: str, items: Mapping[str, StockItem]) -> tuple[StockItem, Decimal]:
    item = items.get(code)
    if item is None:
        raise NotFoundError("catalogue.unknown_product", code=code or _text(row, "barcode"))
    text = _text(row, "quantity")
    if not text:
        raise RuleError("import.missing_value", where="quantity", column="quantity")
    try:
        quantity = parse_number(text, places=QUANTITY_PLACES)
    except RuleError as problem:
        raise RuleError(problem.code, where="quantity", **problem.params) from problem
    if quantity < 0:
        raise RuleError("stock.negative_count", where="quantity", product=code, quantity=quantity)
    return item, quantity
