"""Import price lists from CSV or XLSX: tiers are added or updated, never doubled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from otc_desktop.application.catalogue.price_cells import (
    FIRST_HEADERS,
    LAST_HEADERS,
    PRICE_HEADERS,
    PRODUCT_HEADERS,
    QUANTITY_HEADERS,
    price_in,
    quantity_in,
    text_in,
    validity_in,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_log import ImportLog, changes_between
from otc_desktop.application.kernel.import_table import read_table
from otc_desktop.application.kernel.imports import (
    Aliases,
    CellKind,
    ImportKind,
    ImportResult,
    ImportTable,
)
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.price_list import ListPrice, PriceList
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ProductId

ALIASES: Aliases = {
    "list_code": (
        "list_code",
        "code tarif",
        "code liste",
        "liste de prix",
        "liste",
        "grille",
        "grille tarifaire",
        "categorie tarifaire",
        "pricelist_id",
        "pricelist",
        "niveau de prix",
    ),
    "list_name": ("list_name", "nom tarif", "nom de la liste", "libelle tarif"),
    "product_code": PRODUCT_HEADERS,
    "price": PRICE_HEADERS,
    "min_quantity": QUANTITY_HEADERS,
    "valid_from": FIRST_HEADERS,
    "valid_until": LAST_HEADERS,
    "currency": ("currency", "devise", "currency_id"),
}
KIND = ImportKind(
    name="price-lists",
    aliases=ALIASES,
    cells={
        "list_code": CellKind.CODE,
        "product_code": CellKind.CODE,
        "price": CellKind.AMOUNT,
        "min_quantity": CellKind.AMOUNT,
        "valid_from": CellKind.DATE,
        "valid_until": CellKind.DATE,
    },
    key="product_code",
    required=("list_code", "product_code", "price"),
    topics=("article", "produit", "product", "tarif"),
)
# What makes two tiers of a list the same one.
_Tier = tuple[ProductId, Decimal, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPriceLists(ImportTable):
    """Ask for a file of price lists to be taken in."""


@use_case(permission=Permission.EDIT_PRICES)
def import_price_lists(command: ImportPriceLists, ctx: Context, task: Task) -> ImportResult:
    """Take in prices; a list that is not here yet is made.

    A tier is known by its list, product, quantity and first day; its price and last day
    follow the file. Tiers that the file does not name stay.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code.
    """
    table = read_table(ctx, command, KIND)
    log = ImportLog(command, table, task)
    with ctx.unit_of_work() as uow:
        books = _Books(uow, ctx, table.rows)
        for row in log.rows():
            try:
                books.take(row, log)
            except RuleError as problem:
                log.refuse(row, problem)
        result = log.result()
        if not result.applied:
            return result
        books.write()
        return uow.commit(result)


class _Books:
    """The lists of the file as they stand, changed row by row."""

    def __init__(self, uow: UnitOfWork, ctx: Context, rows: Sequence[SheetRow]) -> None:
        self._uow = uow
        self._ctx = ctx
        self._currency = uow.company.get().currency
        self._lists = dict(uow.prices.lists_by_codes({text_in(row, "list_code") for row in rows}))
        self._products: Mapping[str, Product] = uow.products.by_codes(
            {text_in(row, "product_code") for row in rows} - {""}
        )
        self._tiers: dict[UUID, dict[_Tier, ListPrice]] = {
            each.id: {_tier(price): price for price in uow.prices.prices_of(each.id)}
            for each in self._lists.values()
        }
        self._new: list[PriceList] = []
        self._touched: dict[UUID, set[ProductId]] = {}
        self._seen: set[tuple[str, _Tier]] = set()

    def take(self, row: SheetRow, log: ImportLog) -> None:
        code = text_in(row, "product_code")
        product = self._products.get(code)
        if product is None:
            raise RuleError("catalogue.unknown_product", where="product_code", code=code)
        price = price_in(row)
        if price is None:
            raise RuleError("import.missing_value", where="price", column="price")
        quantity, validity = quantity_in(row), validity_in(row)
        price_list = self._list(row)
        place = (product.id, quantity, validity.first)
        if (price_list.code, place) in self._seen:
            raise RuleError("prices.tier_twice", where="min_quantity", code=code)
        self._seen.add((price_list.code, place))
        before = self._tiers[price_list.id].get(place)
        after = (
            replace(before, price=price, validity=validity)
            if before is not None
            else ListPrice(
                id=self._ctx.new_id(),
                list_id=price_list.id,
                product_id=product.id,
                price=price,
                min_quantity=quantity,
                validity=validity,
            )
        )
        self._tiers[price_list.id][place] = after
        key = f"{price_list.code} {code}"
        if before is None:
            log.created(row, key=key, name=product.name)
        else:
            log.compared(row, changes_between(before, after), key=key, name=product.name)
        if before != after:
            self._touched.setdefault(price_list.id, set()).add(product.id)

    def write(self) -> None:
        for made in self._new:
            self._uow.prices.add_list(made)
        for list_id, products in self._touched.items():
            tiers = [each for each in self._tiers[list_id].values() if each.product_id in products]
            self._uow.prices.replace_prices(list_id, products, tiers)

    def _list(self, row: SheetRow) -> PriceList:
        code = text_in(row, "list_code")
        if not code:
            raise RuleError("import.missing_value", where="list_code", column="list_code")
        wanted = text_in(row, "currency").upper()
        known = self._lists.get(code)
        if known is None:
            known = PriceList(
                id=self._ctx.new_id(),
                code=code,
                name=text_in(row, "list_name") or code,
                currency=Currency(wanted) if wanted else self._currency,
            )
            self._lists[code] = known
            self._tiers[known.id] = {}
            self._new.append(known)
        if wanted and wanted != known.currency.code:
            raise RuleError(
                "prices.currency_of_the_list",
                where="currency",
                code=code,
                currency=known.currency.code,
            )
        return known


def _tier(price: ListPrice) -> _Tier:
    return price.product_id, price.min_quantity, price.validity.first
