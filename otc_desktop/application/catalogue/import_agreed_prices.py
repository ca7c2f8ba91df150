"""Import prices agreed with customers from CSV or XLSX: the past is kept, nothing doubled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from otc_desktop.application.catalogue.price_cells import (
    FIRST_HEADERS,
    LAST_HEADERS,
    PRICE_HEADERS,
    PRODUCT_HEADERS,
    QUANTITY_HEADERS,
    percent_in,
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
from otc_desktop.domain.catalogue.price_list import AgreedPrice, Validity
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, ProductId

ALIASES: Aliases = {
    "customer_code": (
        "customer_code",
        "code client",
        "numero client",
        "n client",
        "client",
        "code tiers",
        "tiers",
        "partner_id",
    ),
    "product_code": PRODUCT_HEADERS,
    "family": ("family", "famille", "famille article", "categorie", "categ_id"),
    "price": PRICE_HEADERS,
    "discount_percent": (
        "discount_percent",
        "remise",
        "remise en pourcent",
        "taux de remise",
        "remise pourcent",
        "percent_price",
        "discount",
    ),
    "min_quantity": QUANTITY_HEADERS,
    "valid_from": FIRST_HEADERS,
    "valid_until": LAST_HEADERS,
    "reference": ("reference accord", "accord", "contrat", "ref contrat", "offre", "agreement"),
}
KIND = ImportKind(
    name="agreed-prices",
    aliases=ALIASES,
    cells={
        "customer_code": CellKind.CODE,
        "product_code": CellKind.CODE,
        "price": CellKind.AMOUNT,
        "discount_percent": CellKind.PERCENT,
        "min_quantity": CellKind.AMOUNT,
        "valid_from": CellKind.DATE,
        "valid_until": CellKind.DATE,
    },
    key="customer_code",
    required=("customer_code",),
    topics=("article", "produit", "product", "client"),
)
_Key = tuple[CustomerId, ProductId | None, str, Decimal]
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAgreedPrices(ImportTable):
    """Ask for a file of agreed prices to be taken in."""


@use_case(permission=Permission.EDIT_PRICES)
def import_agreed_prices(command: ImportAgreedPrices, ctx: Context, task: Task) -> ImportResult:
    """Take in agreements, each about a product, else a family, else everything.

    An agreement that begins on the day that a row names is updated. A row without a first
    day is about today: what was agreed before ends yesterday if it says something else.

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
    """What is agreed with the customers of the file, changed row by row."""

    def __init__(self, uow: UnitOfWork, ctx: Context, rows: Sequence[SheetRow]) -> None:
        self._uow = uow
        self._ctx = ctx
        self._customers: Mapping[str, Customer] = uow.customers.by_codes(
            {text_in(row, "customer_code") for row in rows} - {""}
        )
        self._products: Mapping[str, Product] = uow.products.by_codes(
            {text_in(row, "product_code") for row in rows} - {""}
        )
        self._known: dict[_Key, list[AgreedPrice]] = {}
        for each in uow.prices.agreed_with({found.id for found in self._customers.values()}):
            self._known.setdefault(_key(each), []).append(each)
        self._new: list[AgreedPrice] = []
        self._changed: dict[UUID, AgreedPrice] = {}
        self._seen: set[tuple[_Key, date | None]] = set()

    def take(self, row: SheetRow, log: ImportLog) -> None:
        customer, product = self._customer(row), self._product(row)
        validity = validity_in(row)
        wanted = AgreedPrice(
            id=self._ctx.new_id(),
            customer_id=customer.id,
            product_id=None if product is None else product.id,
            family="" if product is not None else text_in(row, "family"),
            price=price_in(row),
            discount_percent=percent_in(row),
            min_quantity=quantity_in(row),
            validity=validity,
            reference=text_in(row, "reference"),
        )
        key = _key(wanted)
        if (key, validity.first) in self._seen:
            raise RuleError("prices.tier_twice", where="min_quantity", code=customer.code)
        self._seen.add((key, validity.first))
        about = wanted.family if product is None else product.code
        named = f"{customer.code} {about}".strip()
        before = self._before(key, validity.first)
        if before is None:
            self._add(wanted)
            log.created(row, key=named, name=customer.name)
            return
        after = replace(
            before,
            price=wanted.price,
            discount_percent=wanted.discount_percent,
            validity=Validity(first=before.validity.first, last=validity.last),
            reference=wanted.reference or before.reference,
        )
        log.compared(row, changes_between(before, after), key=named, name=customer.name)
        if after == before:
            return
        today = self._ctx.today
        began = before.validity.first
        if validity.first is None and (began is None or began < today):
            ended = Validity(first=began, last=today - _A_DAY)
            self._changed[before.id] = replace(before, validity=ended)
            self._add(wanted)
        else:
            self._changed[before.id] = after

    def write(self) -> None:
        self._uow.prices.add_agreed(self._new)
        for each in self._changed.values():
            self._uow.prices.save_agreed(each)

    def _add(self, wanted: AgreedPrice) -> None:
        first = wanted.validity.first or self._ctx.today
        validity = Validity(first=first, last=wanted.validity.last)
        self._new.append(replace(wanted, validity=validity))

    def _before(self, key: _Key, first: date | None) -> AgreedPrice | None:
        known = self._known.get(key, [])
        if first is not None:
            return next((each for each in known if each.validity.first == first), None)
        return next((each for each in known if each.validity.holds_on(self._ctx.today)), None)

    def _customer(self, row: SheetRow) -> Customer:
        code = text_in(row, "customer_code")
        found = self._customers.get(code)
        if found is None:
            raise RuleError("customers.unknown_code", where="customer_code", code=code)
        return found

    def _product(self, row: SheetRow) -> Product | None:
        code = text_in(row, "product_code")
        if not code:
            return None
        found = self._products.get(code)
        if found is None:
            raise RuleError("catalogue.unknown_product", where="product_code", code=code)
        return found


def _key(agreed: AgreedPrice) -> _Key:
    return agreed.customer_id, agreed.product_id, agreed.family, agreed.min_quantity
