"""A product as it is typed or read from a table: checked, with all faults at once."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from otc_desktop.application.kernel.import_values import parse_percent, parse_price
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error, refuse_if_blocking
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.text import fold
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard

ValueT = TypeVar("ValueT")

_UNITS = {"": "C62", "piece": "C62", "pce": "C62", "pc": "C62", "u": "C62", "unite": "C62"}
_UNITS |= {"heure": "HUR", "h": "HUR", "jour": "DAY", "j": "DAY", "mois": "MON", "an": "ANN"}
_UNITS |= {"kg": "KGM", "kilo": "KGM", "g": "GRM", "tonne": "TNE", "t": "TNE"}
_UNITS |= {"m": "MTR", "metre": "MTR", "m2": "MTK", "m3": "MTQ", "litre": "LTR", "l": "LTR"}
_UNITS |= {"forfait": "LS", "lot": "LO", "boite": "BX", "carton": "CT", "palette": "PF"}
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
        unit = read("unit", unit, _unit)
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


def _unit(text: str) -> str:
    """A UN/ECE Rec 20 code, from the code itself or the French word."""
    word = fold(text)
    # Odoo writes «Unité(s)», others a plural.
    words = (word, word.replace("(s)", ""), word.removesuffix("s"))
    known = next((_UNITS[each] for each in words if each in _UNITS), None)
    if known is not None:
        return known
    if 2 <= len(text) <= 3 and text.isalnum() and text.isupper():
        return text
    raise RuleError("catalogue.unknown_unit", value=text)
