"""The kinds of customers: what they buy, how much, and how they pay."""

from dataclasses import dataclass, replace
from decimal import Decimal

_NO_FEE = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How a customer pays. Shares are in percent.

    `delay` is days after the due date; `forgets` the share paid months late; `names_invoices`
    the share of transfers that name what they pay; `pay_days` the days of the month on
    which it pays all that is ripe in one transfer (none: each invoice by itself);
    `in_two_parts` the share paid in two transfers; `fee` what its bank keeps of each;
    `disputes` the share it contests.
    """

    delay: tuple[int, int]
    forgets: int = 2
    names_invoices: int = 90
    pay_days: tuple[int, ...] = ()
    in_two_parts: int = 1
    fee: Decimal = _NO_FEE
    disputes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of customer.

    `weight` is how often it buys; `orders` the share of its invoices that come from an
    order; `budget` the net of an invoice in euros, from and to; `basket` product codes;
    `known_account` the share whose account is in the customer file; `payer` is who its
    transfers come from, where that is not the customer.
    """

    key: str
    group: str
    terms: str
    limit: int | None
    weight: int
    orders: int
    budget: tuple[int, int]
    basket: tuple[str, ...]
    habit: Habit
    known_account: int = 85
    discounts: tuple[int, ...] = (0,)
    country: str = "FR"
    payer: str = ""


_LUMINAIRES = ("LUM-101", "LUM-102", "LUM-110", "LUM-120", "LUM-130")
_PARTS = ("RUB-201", "RUB-202", "CAB-210", "ALI-220", "VAR-240", "PIE-250")

INDUSTRY = Kind(
    key="industry",
    group="Grands comptes",
    terms="60 days",
    limit=120_000,
    weight=40,
    orders=55,
    budget=(3_500, 14_000),
    basket=("LUM-150", "ALI-220", "VAR-240", "POS-310", "ETU-302", "MNT-330"),
    habit=Habit(delay=(12, 34), forgets=6, pay_days=(10, 25), disputes=3),
    discounts=(0, 5, 8),
)
RETAIL = Kind(
    key="retail",
    group="Enseignes",
    terms="45 days end of month",
    limit=80_000,
    weight=70,
    orders=45,
    budget=(900, 4_800),
    basket=(*_LUMINAIRES, "AMP-230", "LIV-401"),
    habit=Habit(delay=(0, 5), forgets=0, pay_days=(5, 20)),
    discounts=(10, 12, 15),
)
ARCHITECT = Kind(
    key="architect",
    group="Architectes",
    terms="30 days",
    limit=12_000,
    weight=9,
    orders=20,
    budget=(350, 3_200),
    basket=("ETU-301", "ETU-302", "LUM-140", "LUM-160", "LIV-401", "LUM-101"),
    habit=Habit(delay=(-7, 1), forgets=0, disputes=0),
)
TOWN_HALL = Kind(
    key="town_hall",
    group="Collectivités",
    terms="30 days",
    limit=None,
    weight=10,
    orders=45,
    budget=(1_200, 8_500),
    basket=("LUM-170", "LUM-180", "POS-310", "MNT-330", "RUB-201"),
    habit=Habit(delay=(2, 20), forgets=2, names_invoices=100),
    known_account=0,
    payer="DDFIP - TRESORERIE",
)
SHOP = Kind(
    key="shop",
    group="Boutiques",
    terms="30 days",
    limit=4_000,
    weight=8,
    orders=25,
    budget=(140, 950),
    basket=("LUM-110", "LUM-120", "CAB-210", "AMP-230", "LIV-401"),
    habit=Habit(delay=(1, 38), forgets=22, names_invoices=60, in_two_parts=4, disputes=2),
    known_account=70,
)
HOTEL = Kind(
    key="hotel",
    group="Hôtellerie",
    terms="45 days",
    limit=20_000,
    weight=9,
    orders=35,
    budget=(700, 5_800),
    basket=("LUM-101", "LUM-110", "LUM-130", "LUM-140", "MNT-330", "POS-310"),
    habit=Habit(delay=(0, 16), forgets=5, pay_days=(15, 28), disputes=2),
)
RESTAURANT = Kind(
    key="restaurant",
    group="Restauration",
    terms="on receipt",
    limit=6_000,
    weight=7,
    orders=15,
    budget=(260, 2_100),
    basket=("LUM-102", "LUM-110", "AMP-230", "VAR-240", "POS-310"),
    habit=Habit(delay=(3, 26), forgets=14, names_invoices=65, in_two_parts=6, disputes=2),
    known_account=75,
)
CULTURE = Kind(
    key="culture",
    group="Musées et théâtres",
    terms="30 days",
    limit=30_000,
    weight=8,
    orders=35,
    budget=(800, 7_500),
    basket=("LUM-160", "LOC-340", "ALI-220", "ETU-301", "MNT-330"),
    habit=Habit(delay=(8, 30), forgets=6, pay_days=(15,)),
)
BUILDER = Kind(
    key="builder",
    group="Électriciens et bâtiment",
    terms="30 days end of month",
    limit=25_000,
    weight=9,
    orders=35,
    budget=(380, 3_900),
    basket=(*_PARTS, "POS-311", "REN-320", "LUM-150"),
    habit=Habit(delay=(0, 12), forgets=6, names_invoices=80, pay_days=(10, 20), disputes=2),
    discounts=(0, 5, 10),
)
BELGIAN = Kind(
    key="foreign",
    group="Export",
    terms="30 days",
    limit=20_000,
    weight=12,
    orders=45,
    budget=(900, 4_200),
    basket=(*_LUMINAIRES, "LUM-160"),
    # Its bank keeps a fee, and the number does not reach us: matched by hand each time.
    habit=Habit(delay=(0, 9), forgets=0, names_invoices=0, fee=Decimal("12.50"), disputes=0),
    known_account=100,
    country="BE",
)
_FOREIGN = replace(BELGIAN, weight=6, habit=Habit(delay=(-2, 6), forgets=0, disputes=0))
GERMAN = replace(_FOREIGN, country="DE")
LUXEMBOURGER = replace(_FOREIGN, country="LU")
CONTESTING = replace(HOTEL, weight=14, habit=replace(HOTEL.habit, delay=(10, 28), disputes=24))
NEAR_LIMIT = replace(
    BUILDER,
    weight=22,
    orders=50,
    habit=replace(BUILDER.habit, delay=(22, 48), forgets=12, pay_days=(15,)),
)
IN_INSTALMENTS = replace(
    RESTAURANT,
    weight=14,
    terms="30 days",
    budget=(900, 3_400),
    habit=replace(RESTAURANT.habit, in_two_parts=85, names_invoices=95, forgets=2),
)

# One of each first, so that even a small demonstration has every story.
_STORIES = (
    INDUSTRY,
    RETAIL,
    ARCHITECT,
    TOWN_HALL,
    SHOP,
    BELGIAN,
    NEAR_LIMIT,
    CONTESTING,
    IN_INSTALMENTS,
)
_CROWD = (
    *(SHOP, ARCHITECT, BUILDER, RESTAURANT, HOTEL, SHOP, ARCHITECT, BUILDER, CULTURE, SHOP),
    *(RESTAURANT, ARCHITECT, TOWN_HALL, SHOP, HOTEL, BUILDER, GERMAN, SHOP, ARCHITECT, CULTURE),
    *(replace(RETAIL, weight=24), RESTAURANT, SHOP, replace(INDUSTRY, weight=16), BUILDER),
    *(ARCHITECT, LUXEMBOURGER),
)


def kinds_of(count: int) -> list[Kind]:
    """The kinds of the first so many customers."""
    crowd = (_CROWD[place % len(_CROWD)] for place in range(max(0, count - len(_STORIES))))
    return [*_STORIES[:count], *crowd]
