"""Import products from CSV or XLSX: new ones are made, known ones updated by code."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.catalogue.product_fields import product_of
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_values import parse_amount
from otc_desktop.application.kernel.imports import (
    LARGEST_FILE,
    Aliases,
    ImportResult,
    RejectedRow,
)
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import BlockingFindings, error
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.scales import QUANTITY_PLACES, on_scale
from otc_desktop.domain.stock.movement import MovementReason, StockMovement

ALIASES: Aliases = {
    "code": ("code", "code article", "reference", "ref", "code produit"),
    "name": ("name", "nom", "designation", "libelle", "article", "produit"),
    "unit": ("unit", "unite"),
    "price_excl_tax": (
        "price_excl_tax",
        "prix ht",
        "prix de vente ht",
        "pu ht",
        "prix unitaire ht",
        "prix",
    ),
    "vat_rate": ("vat_rate", "tva", "taux tva", "taux de tva"),
    "income_account": (
        "income_account",
        "compte de produit",
        "compte de vente",
        "compte comptable",
        "compte",
    ),
    "stock_on_hand": ("stock_on_hand", "stock", "quantite en stock", "stock reel"),
    "barcode": ("barcode", "code barre", "code barres", "ean", "gencod"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProducts:
    """Ask for a file of products to be taken in."""

    path: Path
    dry_run: bool = False
    accept_partial: bool = False


@use_case(permission=Permission.EDIT_CATALOGUE)
def import_products(command: ImportProducts, ctx: Context, task: Task) -> ImportResult:
    """Take in products; stock on hand is counted in as a stock movement.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code.
    """
    content = ctx.ports.files.read(command.path, largest=LARGEST_FILE)
    sheet = ctx.ports.sheets.read(content, name=command.path.name, aliases=ALIASES)
    with ctx.unit_of_work() as uow:
        known = uow.products.by_codes(
            {row.values.get("code", "").strip() for row in sheet.rows} - {""}
        )
        on_hand = uow.stock.on_hand([each.id for each in known.values()])
        new: dict[str, Product] = {}
        changed: dict[str, Product] = {}
        seen: set[str] = set()
        unchanged = 0
        movements: list[StockMovement] = []
        rejected: list[RejectedRow] = []
        for row in sheet.rows:
            code = row.values.get("code", "").strip()
            before = known.get(code)
            try:
                if code in seen:
                    raise RuleError("import.code_twice", where="code", code=code)
                product = product_of(row.values, before, ProductId(ctx.new_id()))
                stock = _stock(row)
            except BlockingFindings as problem:
                rejected.extend(
                    RejectedRow(row.number, fault.where or "", fault) for fault in problem.findings
                )
                continue
            except RuleError as problem:
                fault = error(problem.code, problem.where, **problem.params)
                rejected.append(RejectedRow(row.number, problem.where or "", fault))
                continue
            seen.add(code)
            counted = Decimal(0) if stock is None else stock - on_hand.get(product.id, Decimal(0))
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
                new[code] = product
            elif product != before or counted:
                changed[code] = product
            else:
                unchanged += 1
        applied = not command.dry_run and (command.accept_partial or not rejected)
        result = ImportResult(len(new), len(changed), unchanged, tuple(rejected), applied)
        if not applied:
            return result
        uow.products.add_many(list(new.values()))
        for code, product in changed.items():
            if product != known[code]:
                uow.products.save(product)
        uow.stock.add_many(movements)
        return uow.commit(result)


def _stock(row: SheetRow) -> Decimal | None:
    text = row.values.get("stock_on_hand", "").strip()
    if not text:
        return None
    try:
        stock = parse_amount(text)
    except RuleError as problem:
        raise RuleError(problem.code, where="stock_on_hand", **problem.params) from problem
    return on_scale(stock, QUANTITY_PLACES, field="stock_on_hand")
