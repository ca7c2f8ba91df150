"""What the workshop sells: luminaires, parts, studies, fitting, upkeep."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.catalogue.copy_price_list import CopyPriceList
from otc_desktop.application.catalogue.set_list_prices import SetListPrices, Tier
from otc_desktop.application.stock.save_stock_item import SaveStockItem

_COST = Decimal("0.55")
TRADE = "PRO"
_CHEAP = Decimal(200)
# From which quantity on which share of the catalogue's price.
_TRADE_TIERS = ((Decimal(0), Decimal("0.875")), (Decimal(12), Decimal("0.80")))


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A line of the price list; `stock` is what stands on the shelf after a count."""

    code: str
    name: str
    unit: str
    price: Decimal
    vat_rate: str
    account: str
    stock: int | None = None
    family: str = "Luminaires"
    kind: str = "bien"


def _made(code: str, name: str, price: str, stock: int, unit: str = "pièce") -> DemoProduct:
    return DemoProduct(code, name, unit, Decimal(price), "20", "701000", stock)


def _resold(code: str, name: str, price: str, stock: int, unit: str = "pièce") -> DemoProduct:
    return DemoProduct(code, name, unit, Decimal(price), "20", "707000", stock, "Composants")


def _service(code: str, name: str, unit: str, price: str, vat_rate: str = "20") -> DemoProduct:
    return DemoProduct(
        code, name, unit, Decimal(price), vat_rate, "706000", family="Services", kind="service"
    )


PRODUCTS = (
    _made("LUM-101", "Suspension Aube, laiton brossé", "189.00", 420),
    _made("LUM-102", "Suspension Aube grand modèle", "345.00", 260),
    _made("LUM-110", "Applique Brume, verre soufflé", "124.50", 520),
    _made("LUM-120", "Lampe de bureau Établi", "96.00", 640),
    _made("LUM-130", "Lampadaire Roseau", "412.00", 180),
    _made("LUM-140", "Lustre Constellation, 12 points", "1890.00", 60),
    _made("LUM-150", "Réglette atelier IP65, 1,5 m", "78.90", 900),
    _made("LUM-160", "Projecteur de musée, optique 24°", "236.00", 400),
    _made("LUM-170", "Borne extérieure Sentier", "158.00", 380),
    _made("LUM-180", "Lanterne de façade Faubourg", "268.00", 240),
    _resold("RUB-201", "Ruban LED 24 V, 2700 K", "18.40", 3200, "mètre"),
    _resold("RUB-202", "Profilé aluminium encastrable", "12.75", 2600, "mètre"),
    _resold("CAB-210", "Câble textile torsadé", "4.60", 5200, "mètre"),
    _resold("ALI-220", "Alimentation DALI 150 W", "64.20", 760),
    _resold("AMP-230", "Ampoule LED E27 filament, boîte de 10", "58.00", 1200, "boîte"),
    _resold("VAR-240", "Variateur à détection de présence", "47.30", 820),
    _made("PIE-250", "Lot de visserie et platines", "22.00", 700, "lot"),
    _service("ETU-301", "Étude d'éclairage", "heure", "85.00"),
    _service("ETU-302", "Note de calcul photométrique", "forfait", "490.00"),
    _service("POS-310", "Pose et raccordement", "heure", "62.00"),
    _service("POS-311", "Pose en logement de plus de deux ans", "heure", "62.00", "10"),
    _service(
        "REN-320", "Rénovation énergétique d'éclairage, logement", "forfait", "1250.00", "5.5"
    ),
    _service("MNT-330", "Contrat d'entretien", "mois", "145.00"),
    _service("LOC-340", "Location de projecteurs", "jour", "110.00"),
    DemoProduct(
        "LIV-401",
        "Livre « Lumières d'atelier »",
        "pièce",
        Decimal("32.00"),
        "5.5",
        "707000",
        300,
        family="Librairie",
    ),
)
BY_CODE = {product.code: product for product in PRODUCTS}
_COLUMNS = (
    "code",
    "désignation",
    "unité",
    "prix ht",
    "tva",
    "compte de vente",
    "stock",
    "famille",
    "nature",
)


def write_price_list(folder: Path) -> Path:
    """The products as a file to import."""
    path = folder / "articles.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(_COLUMNS)
        for each in PRODUCTS:
            stock = "" if each.stock is None else str(each.stock)
            figures = (each.price, each.vat_rate, each.account, stock)
            rows.writerow((each.code, each.name, each.unit, *figures, each.family, each.kind))
    return path


def trade_list() -> CopyPriceList:
    """The list of shops and fitters: an eighth off the catalogue."""
    return CopyPriceList(code=TRADE, name="Professionnels", percent=Decimal("-12.5"))


def quantity_prices() -> Sequence[SetListPrices]:
    """Luminaires that shops buy by the dozen."""
    return [
        SetListPrices(
            list_code=TRADE,
            product=each.code,
            tiers=tuple(
                Tier(price=(each.price * share).quantize(Decimal("0.01")), min_quantity=quantity)
                for quantity, share in _TRADE_TIERS
            ),
        )
        for each in PRODUCTS
        if each.family == "Luminaires" and each.price < _CHEAP
    ]


def write_stock_count(folder: Path) -> Path:
    """What was counted after the shelves were filled again, as a file to import."""
    path = folder / "inventaire.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(("code", "stock"))
        rows.writerows((each.code, each.stock) for each in PRODUCTS if each.stock is not None)
    return path


def shelf_of(product: DemoProduct) -> SaveStockItem:
    """How a product is kept: ordered again at a quarter of what stands there after a count."""
    stock = Decimal(product.stock or 0)
    return SaveStockItem(
        product=product.code,
        is_stocked=True,
        reorder_point=stock // 4,
        reorder_quantity=stock,
        unit_cost=(product.price * _COST).quantize(Decimal("0.01")),
    )
