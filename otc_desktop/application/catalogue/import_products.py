"""Import products from CSV or XLSX: new ones are made, known ones updated by code."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_values import parse_amount, parse_percent
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
from otc_desktop.domain.shared.findings import error
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.scales import QUANTITY_PLACES, on_scale
from otc_desktop.domain.shared.text import fold
from otc_desktop.domain.stock.movement import MovementReason, StockMovement
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard

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
_UNITS = {"": "C62", "piece": "C62", "pce": "C62", "pc": "C62", "u": "C62", "unite": "C62"}
_UNITS |= {"heure": "HUR", "h": "HUR", "jour": "DAY", "j": "DAY", "mois": "MON", "an": "ANN"}
_UNITS |= {"kg": "KGM", "kilo": "KGM", "g": "GRM", "tonne": "TNE", "t": "TNE"}
_UNITS |= {"m": "MTR", "metre": "MTR", "m2": "MTK", "m3": "MTQ", "litre": "LTR", "l": "LTR"}
_UNITS |= {"forfait": "LS", "lot": "LO", "boite": "BX", "carton": "CT", "palette": "PF"}


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
                product = _product(row, before, ProductId(ctx.new_id()))
                stock = _stock(row)
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


def _product(row: SheetRow, before: Product | None, new_id: ProductId) -> Product:
    values = {name: text.strip() for name, text in row.values.items()}
    if not values.get("code"):
        raise RuleError("catalogue.missing_code", where="code")
    if before is None:
        for required in ("price_excl_tax", "vat_rate"):
            if not values.get(required):
                raise RuleError("import.missing_value", where=required, column=required)
    price = _number(values, "price_excl_tax", None if before is None else before.price)
    vat = before.vat if before is not None else standard("20")
    if values.get("vat_rate"):
        rate = _parsed("vat_rate", parse_percent, values["vat_rate"])
        if before is None or rate != before.vat.rate:
            category = VatCategory.STANDARD if rate else VatCategory.ZERO_RATED
            vat = VatTreatment(category, rate)
    return Product(
        id=new_id if before is None else before.id,
        code=values["code"],
        name=values.get("name", "" if before is None else before.name),
        price=price,
        vat=vat,
        unit=_unit(values.get("unit", "C62" if before is None else before.unit)),
        income_account=values.get(
            "income_account", "" if before is None else before.income_account
        ),
        barcode=values.get("barcode", "" if before is None else before.barcode),
        version=1 if before is None else before.version,
    )


def _number(values: dict[str, str], column: str, current: Decimal | None) -> Decimal:
    text = values.get(column, "")
    if not text and current is not None:
        return current
    return _parsed(column, parse_amount, text)


def _parsed(column: str, parse: Callable[[str], Decimal], text: str) -> Decimal:
    try:
        return parse(text)
    except RuleError as problem:
        raise RuleError(problem.code, where=column, **problem.params) from problem


def _stock(row: SheetRow) -> Decimal | None:
    text = row.values.get("stock_on_hand", "").strip()
    if not text:
        return None
    stock = _parsed("stock_on_hand", parse_amount, text)
    return on_scale(stock, QUANTITY_PLACES, field="stock_on_hand")


def _unit(text: str) -> str:
    """A UN/ECE Rec 20 code, from the code itself or the French word."""
    known = _UNITS.get(fold(text))
    if known is not None:
        return known
    if 2 <= len(text) <= 3 and text.isalnum() and text.isupper():
        return text
    raise RuleError("catalogue.unknown_unit", where="unit", value=text)
