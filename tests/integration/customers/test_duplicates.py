"""New customers that are here already: told while typed, asked before kept, remarked in imports."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from otc_desktop.application.customers.find_duplicates import FindDuplicates, find_duplicates
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.customers.list_duplicates import ListDuplicates, list_duplicates
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.customers.tell_apart import TellApart, tell_apart
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import ConfirmationRequired
from tests.support.line import set_up

DAY = date(2026, 11, 20)
TWIN = {"code": "N1", "name": "DURAND ECLAIRAGE", "siren": "552100554", "postal_code": "75002"}


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    house = set_up(database_url, tmp_path, DAY)
    yield house
    house.close()


@contextmanager
def _selects(house: House) -> Iterator[list[str]]:
    found: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith("SELECT"):
            found.append(statement)

    event.listen(house.engine, "before_cursor_execute", note)
    yield found
    event.remove(house.engine, "before_cursor_execute", note)


def test_what_is_typed_is_compared_with_what_is_here(house: House) -> None:
    run = house.use_cases.run
    typed = {"name": "Eclairage Durand", "postal_code": "75002", "email": "achats@durand.example"}
    [(traits, likeness)] = run(find_duplicates, FindDuplicates(fields=typed))
    assert traits.code == "C0001"
    assert likeness.codes == ("customers.same_name_and_place", "customers.same_mail_domain")
    assert run(find_duplicates, FindDuplicates(fields={"siren": "55210"})) == []
    assert run(find_duplicates, FindDuplicates(code="C0001")) == []


def test_sure_duplicate_is_kept_only_when_confirmed(house: House) -> None:
    run = house.use_cases.run
    with pytest.raises(ConfirmationRequired, match=r"customers\.sure_duplicate") as asked:
        run(save_customer, SaveCustomer(fields=TWIN))
    assert asked.value.params["code"] == "C0001"
    kept = run(save_customer, SaveCustomer(fields=TWIN, is_another=True))
    # Saving it again asks nothing: it is here now.
    again = SaveCustomer(fields={"city": "Paris"}, customer_id=kept.id, version=kept.version)
    assert run(save_customer, again).address.city == "Paris"


def test_possible_duplicate_is_kept_without_a_question(house: House) -> None:
    fields = {"code": "N1", "name": "Autre", "email": "paul@durand.example"}
    assert house.use_cases.run(save_customer, SaveCustomer(fields=fields)).code == "N1"


def test_pairs_are_listed_until_somebody_tells_them_apart(house: House) -> None:
    run = house.use_cases.run
    run(save_customer, SaveCustomer(fields=TWIN, is_another=True))
    [pair] = run(list_duplicates, ListDuplicates())
    assert (pair.first.code, pair.second.code) == ("C0001", "N1")
    assert pair.likeness.is_sure
    run(tell_apart, TellApart(one="N1", other="C0001"))
    run(tell_apart, TellApart(one="C0001", other="N1"))
    assert run(list_duplicates, ListDuplicates()) == []
    assert run(find_duplicates, FindDuplicates(code="N1")) == []


def test_import_remarks_rows_like_customers_and_like_other_rows(
    house: House, tmp_path: Path
) -> None:
    path = tmp_path / "new.csv"
    path.write_text(
        "code;name;siren;postal_code\n"
        "N1;Durand Eclairages;;75002\n"
        "N2;Bati Plus SARL;;33000\n"
        "N3;BATIPLUS;;33000\n"
        "N4;Tout Autre;;33000\n",
        encoding="utf-8",
    )
    for dry_run in (True, False):
        command = ImportCustomers(path=path, dry_run=dry_run)
        result = house.use_cases.run(import_customers, command)
        assert result.created == 4
        told = {
            fate.key: [(each.code, each.params["code"]) for each in fate.findings]
            for fate in result.rows
        }
        assert told == {
            "N1": [("customers.likely_duplicate", "C0001")],
            "N2": [],
            "N3": [("customers.likely_duplicate", "N2")],
            "N4": [],
        }


def test_import_asks_no_more_questions_for_more_rows(house: House, tmp_path: Path) -> None:
    def questions(rows: int) -> int:
        path = tmp_path / f"{rows}.csv"
        lines = [f"R{each};Client numéro {each};{10_000 + each}" for each in range(rows)]
        path.write_text("code;name;postal_code\n" + "\n".join(lines) + "\n", encoding="utf-8")
        with _selects(house) as found:
            house.use_cases.run(import_customers, ImportCustomers(path=path, dry_run=True))
        return len(found)

    assert questions(2) == questions(60)


def test_candidates_are_found_by_indexes(house: House) -> None:
    if house.engine.dialect.name != "sqlite":
        pytest.skip("plans are SQLite's")
    typed = {
        "name": "Durand",
        "siren": "552100554",
        "vat_number": "FR84552100554",
        "iban": "FR7630006000011234567890189",
        "postal_code": "75002",
        "email": "a@durand.example",
        "phone": "0465718293",
    }
    plans: list[str] = []

    def explain(_: object, cursor: object, statement: str, parameters: object, *__: object) -> None:
        if statement.startswith("SELECT") and "FROM customer" in statement:
            steps = cursor.connection.execute(  # type: ignore[attr-defined]
                f"EXPLAIN QUERY PLAN {statement}", parameters
            )
            plans.extend(step[3] for step in steps)

    event.listen(house.engine, "before_cursor_execute", explain)
    house.use_cases.run(find_duplicates, FindDuplicates(fields=typed))
    event.remove(house.engine, "before_cursor_execute", explain)
    looked = [plan for plan in plans if "customer " in plan]
    assert len(looked) == 6
    assert all(plan.startswith("SEARCH customer USING INDEX") for plan in looked), looked
