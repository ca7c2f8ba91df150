"""One search over everything, on both databases: forgiving, complete, the closest first."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import event, update

from otc_desktop.application.customers.remove_contact import RemoveContact, remove_contact
from otc_desktop.application.customers.save_contact import SaveContact, save_contact
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.kernel.finding import Closeness, FoundKind, FoundThing
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.customers.contact import ContactRole
from otc_desktop.persistence.tables.search import search_entry
from tests.support.line import issue, set_up

DAY = date(2026, 11, 20)
_LINE = LineInput(description="Lampe", unit_price=Decimal(100), vat_rate=Decimal(20))
_CHECK = "search_index_complete"


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    house = set_up(database_url, tmp_path, DAY)
    yield house
    house.close()


def _found(house: House, typed: str) -> Sequence[FoundThing]:
    return house.queries.finding.find(typed, SilentTask(), most=5)


def _customers(house: House, typed: str) -> list[str]:
    request = PageRequest(search=typed, sort="code")
    return [row.code for row in house.queries.customers.page(request)]


def _first(house: House, typed: str) -> tuple[FoundKind, Closeness] | None:
    things = _found(house, typed)
    return (things[0].kind, things[0].closeness) if things else None


def test_customers_are_found_however_they_are_typed(house: House) -> None:
    expected = {
        "durand": ["C0001"],
        "DURAND ECLAIRAGE": ["C0001"],
        "éclairage durand": ["C0001"],
        "durandeclairage": ["C0001"],
        "dur and": ["C0001"],
        "eclairge": ["C0001"],  # a letter forgotten
        "eclairrage": ["C0001"],  # one too many
        "eclaitage": ["C0001"],  # another
        "ecliarage": ["C0001"],  # two swapped
        "lefvere": ["C0002"],
        "552 100 554": ["C0001"],
        "552100554": ["C0001"],
        "lyon": ["C0002", "C0003"],
        "prisme.example": ["C0003"],
        "zzzz": [],
        "'\"*": [],
        "durand & ! | :*": ["C0001"],
    }
    assert {typed: _customers(house, typed) for typed in expected} == expected


def test_everything_is_found_the_closest_first(house: House) -> None:
    run = house.use_cases.run
    number = issue(house).invoice.number
    order = run(create_order, CreateOrder(customer="C0002", lines=(_LINE,), purchase_order="BC-77"))
    [row] = house.queries.customers.page(PageRequest(search="C0003"))
    contact = SaveContact(
        customer_id=row.id,
        name="Béatrice Vasseur",
        email="b.vasseur@prisme.example",
        roles=frozenset({ContactRole.PAYER}),
    )
    kept = run(save_contact, contact)

    assert _first(house, "C0001") == (FoundKind.CUSTOMER, Closeness.EXACT)
    assert _first(house, number) == (FoundKind.INVOICE, Closeness.EXACT)
    assert _first(house, number.replace("-", " ")) == (FoundKind.INVOICE, Closeness.EXACT)
    assert _first(house, order.number) == (FoundKind.ORDER, Closeness.EXACT)
    assert _first(house, "bc 77") == (FoundKind.ORDER, Closeness.WORDS)
    assert _first(house, "beatrice") == (FoundKind.CONTACT, Closeness.BEGINNING)
    assert _first(house, "vaseur") == (FoundKind.CONTACT, Closeness.TYPO)
    assert _customers(house, "vasseur") == ["C0003"]

    run(remove_contact, RemoveContact(contact_id=kept.id, version=kept.version))
    assert _found(house, "vasseur") == []


def test_a_changed_name_is_found_and_the_old_one_no_longer(house: House) -> None:
    run = house.use_cases.run
    [row] = house.queries.customers.page(PageRequest(search="C0002"))
    version = house.queries.customers.detail(row.id).customer.version
    fields = {"name": "Comptoir Hélios", "address": "1 rue", "postal_code": "69002", "city": "Lyon"}
    run(save_customer, SaveCustomer(fields=fields, customer_id=row.id, version=version))
    assert _customers(house, "helios") == ["C0002"]
    assert _customers(house, "maison lefevre") == []


def test_the_check_names_a_spoilt_index_and_making_it_anew_mends_it(house: House) -> None:
    with house.engine.begin() as connection:
        connection.execute(
            update(search_entry).where(search_entry.c.code == "c0001").values(words="@customer x")
        )
    assert _customers(house, "eclairage") == []
    assert not _check(house)
    house.reindex()
    assert _check(house)
    assert _customers(house, "eclairage") == ["C0001"]


def test_a_search_asks_as_often_whatever_it_finds(house: House) -> None:
    few = _statements(house, "durand")
    run = house.use_cases.run
    for place in range(12):
        fields = {"code": f"D{place:03d}", "name": f"Durand {place}", "country": "FR"}
        run(save_customer, SaveCustomer(fields=fields, as_draft=True))
    assert _statements(house, "durand") <= few


def _check(house: House) -> bool:
    checks = house.queries.verification.run_checks(SilentTask())
    [found] = [check for check in checks if check.name == _CHECK]
    return found.ok


def _statements(house: House, typed: str) -> int:
    asked: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        asked.append(statement)

    event.listen(house.engine, "before_cursor_execute", note)
    try:
        _found(house, typed)
    finally:
        event.remove(house.engine, "before_cursor_execute", note)
    return len(asked)
