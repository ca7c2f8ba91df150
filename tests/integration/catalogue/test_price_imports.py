"""Price lists and agreed prices taken in from files, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from otc_desktop.application.catalogue.copy_price_list import CopyPriceList, copy_price_list
from otc_desktop.application.catalogue.explain_price import ExplainPrice, explain_price
from otc_desktop.application.catalogue.import_agreed_prices import (
    ImportAgreedPrices,
    import_agreed_prices,
)
from otc_desktop.application.catalogue.import_price_lists import (
    ImportPriceLists,
    import_price_lists,
)
from otc_desktop.application.catalogue.import_products import ImportProducts, import_products
from otc_desktop.application.catalogue.read_list_prices import ReadListPrices, read_list_prices
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.kernel.imports import ImportResult
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.price_order import PriceOrder, price_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.catalogue.pricing import PriceSource
from otc_desktop.domain.shared.errors import RuleError
from tests.support.line import house_on, set_up

DAY = date(2026, 11, 20)
LISTS = """\
code tarif;nom tarif;code article;à partir de;prix HT;valable du;jusqu'au
REV;Revendeurs;P-01;;17,90;;
REV;;P-01;10;15,50;;
REV;;P-02;;31,00;01/01/2026;31/12/2026
"""
AGREED = """\
code client;code article;famille;prix net;remise %;quantité mini;accord
C0001;P-01;;16,00;;;Offre 12
C0001;;Livres;;10;;
C0002;;;;5;;
"""


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    house = set_up(database_url, tmp_path, DAY)
    yield house
    house.close()


@contextmanager
def _selects() -> Iterator[list[str]]:
    """The questions asked of the database meanwhile."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _lists(house: House, folder: Path, text: str = LISTS, *, dry_run: bool = False) -> ImportResult:
    path = folder / "tarifs.csv"
    path.write_bytes(text.encode("cp1252"))
    return house.use_cases.run(import_price_lists, ImportPriceLists(path=path, dry_run=dry_run))


def _agreed(house: House, folder: Path, text: str = AGREED) -> ImportResult:
    path = folder / "accords.csv"
    path.write_text(text, encoding="utf-8")
    return house.use_cases.run(import_agreed_prices, ImportAgreedPrices(path=path))


def _counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.created, result.updated, result.unchanged, len(result.rejected)


def _price(house: House, product: str, quantity: str = "1", customer: str = "C0001") -> Decimal:
    asked = ExplainPrice(product=product, customer=customer, quantity=Decimal(quantity))
    found = house.use_cases.run(explain_price, asked).price
    assert found is not None
    return found


def _by_list(house: House, code: str) -> None:
    [row] = house.queries.customers.page(PageRequest(search="C0001"))
    customer = house.queries.customers.detail(row.id).customer
    house.use_cases.run(
        save_customer,
        SaveCustomer(
            fields={"name": customer.name, "price_list": code},
            customer_id=customer.id,
            version=customer.version,
        ),
    )


def test_a_list_prices_by_quantity_and_a_second_import_changes_nothing(
    house: House, tmp_path: Path
) -> None:
    assert _counts(_lists(house, tmp_path, dry_run=True)) == (3, 0, 0, 0)
    assert house.queries.price_lists.count(PageRequest()) == 0
    assert _counts(_lists(house, tmp_path)) == (3, 0, 0, 0)
    assert _counts(_lists(house, tmp_path)) == (0, 0, 3, 0)
    _by_list(house, "REV")
    assert _price(house, "P-01") == Decimal("17.90")
    assert _price(house, "P-01", "10") == Decimal("15.50")
    assert _price(house, "P-01", customer="C0002") == Decimal("19.90")
    [row] = house.queries.price_lists.page(PageRequest())
    assert (row.code, row.name, row.prices, row.customers) == ("REV", "Revendeurs", 3, 1)


def test_a_changed_price_updates_its_tier_and_leaves_the_others(
    house: House, tmp_path: Path
) -> None:
    _lists(house, tmp_path)
    changed = "code tarif;code article;à partir de;prix HT\nREV;P-01;10;14,90\n"
    assert _counts(_lists(house, tmp_path, changed)) == (0, 1, 0, 0)
    tiers = house.use_cases.run(read_list_prices, ReadListPrices(list_code="REV", product="P-01"))
    assert [(each.min_quantity, each.price) for each in tiers] == [
        (Decimal(0), Decimal("17.90")),
        (Decimal(10), Decimal("14.90")),
    ]


def test_faulty_rows_are_told_and_nothing_is_kept(house: House, tmp_path: Path) -> None:
    faulty = (
        LISTS
        + "REV;;P-99;;1,00;;\nREV;;P-01;10;1,00;;\nREV;;P-03;;-1,00;;\n"
        + ";;P-03;;1,00;;\nREV;;P-03;5;1,00;31/12/2026;01/01/2026\n"
    )
    result = _lists(house, tmp_path, faulty)
    assert [each.finding.code for each in result.rejected] == [
        "catalogue.unknown_product",
        "prices.tier_twice",
        "prices.negative_price",
        "import.missing_value",
        "prices.ends_before_it_begins",
    ]
    assert house.queries.price_lists.count(PageRequest()) == 0


def test_agreements_are_about_a_product_a_family_or_everything(
    house: House, tmp_path: Path
) -> None:
    assert _counts(_agreed(house, tmp_path)) == (3, 0, 0, 0)
    assert _counts(_agreed(house, tmp_path)) == (0, 0, 3, 0)
    assert _price(house, "P-01") == Decimal("16.00")
    asked = ExplainPrice(product="P-02", customer="C0002")
    decision = house.use_cases.run(explain_price, asked)
    assert (decision.price, decision.discount_percent) == (Decimal("35.00"), Decimal(5))
    rows = house.queries.agreed_prices.page(PageRequest(search="durand"))
    assert {(row.product_code, row.family) for row in rows} == {("P-01", ""), ("", "Livres")}


def test_another_price_later_ends_the_first_and_keeps_it(
    house: House, tmp_path: Path, database_url: str
) -> None:
    _agreed(house, tmp_path)
    later = house_on(database_url, date(2026, 12, 10))
    changed = "code client;code article;prix net\nC0001;P-01;15,00\n"
    assert _counts(_agreed(later, tmp_path, changed)) == (0, 1, 0, 0)
    assert _price(later, "P-01") == Decimal("15.00")
    before = ExplainPrice(product="P-01", customer="C0001", on=date(2026, 12, 9))
    assert later.use_cases.run(explain_price, before).price == Decimal("16.00")
    past = later.queries.agreed_prices.page(PageRequest(filters={"state": "past"}))
    assert [row.valid_until for row in past] == [date(2026, 12, 9)]
    later.close()


def test_a_copy_is_dearer_by_a_percentage_and_rounded(house: House, tmp_path: Path) -> None:
    _lists(house, tmp_path)
    run = house.use_cases.run
    run(copy_price_list, CopyPriceList(code="R27", name="2027", source="REV", percent=Decimal(3)))
    tiers = run(read_list_prices, ReadListPrices(list_code="R27", product="P-01"))
    assert [each.price for each in tiers] == [Decimal("18.44"), Decimal("15.97")]
    run(copy_price_list, CopyPriceList(code="CAT", name="Catalogue", percent=Decimal(-50)))
    [half] = run(read_list_prices, ReadListPrices(list_code="CAT", product="P-03"))
    assert half.price == Decimal("40.00")
    for faulty, code in (
        (CopyPriceList(code="R27", name="x"), "prices.code_taken"),
        (CopyPriceList(code="N", name="x", source="?"), "prices.unknown_list"),
        (CopyPriceList(code="N", name="x", percent=Decimal(-101)), "prices.bad_percent"),
    ):
        with pytest.raises(RuleError) as refusal:
            run(copy_price_list, faulty)
        assert refusal.value.code == code


def test_the_explanation_is_what_an_order_applies(house: House, tmp_path: Path) -> None:
    _lists(house, tmp_path)
    _agreed(house, tmp_path)
    _by_list(house, "REV")
    decision = house.use_cases.run(
        explain_price, ExplainPrice(product="P-01", customer="C0001", quantity=Decimal(10))
    )
    assert decision.source is PriceSource.AGREED
    assert decision.considered[0].verdict.value == "applied"
    assert len(decision.considered) == 4


def test_two_hundred_lines_are_priced_by_as_many_queries_as_two(
    house: House, tmp_path: Path, database_url: str
) -> None:
    rows = [f"X-{number:03};Vis {number};1,00;20" for number in range(200)]
    catalogue = tmp_path / "vis.csv"
    catalogue.write_text("code;name;price_excl_tax;vat_rate\n" + "\n".join(rows), "utf-8")
    house.use_cases.run(import_products, ImportProducts(path=catalogue))
    tiers = [f"REV;Revendeurs;X-{number:03};0,90" for number in range(200)]
    _lists(house, tmp_path, "code tarif;nom tarif;code article;prix HT\n" + "\n".join(tiers))
    _agreed(house, tmp_path)
    _by_list(house, "REV")

    def asked(count: int) -> int:
        lines = tuple(LineInput(product=f"X-{number:03}") for number in range(count))
        with _selects() as statements:
            priced = house.use_cases.run(price_order, PriceOrder(customer="C0001", lines=lines))
        assert {line.unit_price for line in priced.lines} == {Decimal("0.90")}
        return len(statements)

    assert asked(200) == asked(2)
