"""A product as it is typed or read from a table: checked, with all faults at once."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from otc_desktop.application.kernel.import_values import parse_percent, parse_price
from otc_desktop.domain.catalogue.product import Product, ProductKind
from otc_desktop.domain.catalogue.units import unit_of
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error, refuse_if_blocking
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.text import fold
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard
from otc_desktop.domain.taxes.vatex import VATEX_OF, fits

ValueT = TypeVar("ValueT")

_SERVICES = frozenset("1 service prestation svc".split())
_GOODS = frozenset(
    "0 bien good goods marchandise produit product stockable consommable consu article".split()
)
_NO_PRICE = Decimal(0)


def product_of(values: Mapping[str, str], before: Product | None, new_id: ProductId) -> Product:
    """The product with these texts taken in.

    Args:
        values: text by the column names of the products' import; what is missing stays, and
            an empty price or rate keeps the known one.
        before: the product as it stands, None for a new one.
        new_id: of a new one.

    Raises:
        BlockingFindings: every fault: `catalogue.*`, `import.*`, `taxes.rate_not_allowed`.
    """
    texts = {name: text.strip() for name, text in values.items()}
    faults: list[Finding] = []

    def read(column: str, current: ValueT, parse: Callable[[str], ValueT]) -> ValueT:
        try:
            return parse(texts[column])
        except RuleError as problem:
            faults.append(error(problem.code, column, **problem.params))
            return current

    code = texts.get("code", "")
    name = texts.get("name", "" if before is None else before.name)
    if not code:
        faults.append(error("catalogue.missing_code", "code"))
    if not name:
        faults.append(error("catalogue.missing_name", "name"))
    if before is None:
        faults.extend(
            error("import.missing_value", required, column=required)
            for required in ("price_excl_tax", "vat_rate")
            if not texts.get(required)
        )
    price = _NO_PRICE if before is None else before.price
    vat = standard("20") if before is None else before.vat
    unit = "C62" if before is None else before.unit
    if texts.get("price_excl_tax"):
        price = read("price_excl_tax", price, _price)
    if texts.get("vat_rate"):
        vat = read("vat_rate", vat, lambda text: _vat(text, before))
    if "unit" in texts:
        unit = read("unit", unit, unit_of)
    kind = ProductKind.GOODS if before is None else before.kind
    if texts.get("kind"):
        kind = read("kind", kind, _kind)
    try:
        vat = _reasoned(vat, texts)
    except RuleError as problem:
        faults.append(error(problem.code, problem.where, **problem.params))
    refuse_if_blocking(faults)
    return Product(
        id=new_id if before is None else before.id,
        code=code,
        name=name,
        price=price,
        vat=vat,
        unit=unit,
        income_account=texts.get("income_account", "" if before is None else before.income_account),
        barcode=texts.get("barcode", "" if before is None else before.barcode),
        kind=kind,
        family=texts.get("family", "" if before is None else before.family),
        details=texts.get("details", "" if before is None else before.details),
        archived_on=None if before is None else before.archived_on,
        version=1 if before is None else before.version,
    )


def _price(text: str) -> Decimal:
    price = parse_price(text)
    if price < 0:
        raise RuleError("catalogue.negative_price", value=text)
    return price


def _vat(text: str, before: Product | None) -> VatTreatment:
    """A known product keeps its category as long as its rate stays."""
    rate = parse_percent(text)
    if before is not None and rate == before.vat.rate:
        return before.vat
    return VatTreatment(VatCategory.STANDARD if rate else VatCategory.ZERO_RATED, rate)


def _kind(text: str) -> ProductKind:
    """Goods or services, in the words of other programs; Dolibarr writes 0 and 1."""
    word = fold(text).removesuffix("s")
    if word in _SERVICES:
        return ProductKind.SERVICE
    if word in _GOODS:
        return ProductKind.GOODS
    raise RuleError("catalogue.unknown_kind", value=text)


def _reasoned(vat: VatTreatment, texts: Mapping[str, str]) -> VatTreatment:
    """The treatment with the category and the reason that are written, if any are."""
    category = texts.get("vat_category", "").upper()
    vatex = (texts.get("vatex") or vat.vatex).upper()
    reason = texts.get("vat_reason") or vat.reason
    chosen = _category(category, vat, vatex, reason)
    if vatex and not fits(vatex, chosen):
        raise RuleError(
            "taxes.vatex_against_category", where="vatex", vatex=vatex, category=chosen.value
        )
    if chosen is VatCategory.EXEMPT and not vatex and not reason:
        raise RuleError("taxes.exempt_without_reason", where="vatex")
    return VatTreatment(chosen, vat.rate, vatex, reason)


def _category(category: str, vat: VatTreatment, vatex: str, reason: str) -> VatCategory:
    """What is written; else 0 % with a reason is exempt, or what the reason belongs to."""
    if category:
        try:
            return VatCategory(category)
        except ValueError as problem:
            raise RuleError(
                "taxes.unknown_category", where="vat_category", category=category
            ) from problem
    if vat.category is not VatCategory.ZERO_RATED or not (vatex or reason):
        return vat.category
    owners = [each for each, codes in VATEX_OF.items() if vatex in codes]
    return owners[0] if owners else VatCategory.EXEMPT
