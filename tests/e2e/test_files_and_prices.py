"""Customer files, their people and their prices by the console."""

from datetime import date
from pathlib import Path

from tests.support.console import Console
from tests.support.line import set_up

DAY = "2026-11-20"


def test_a_file_its_people_and_its_states(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"
    set_up(url, tmp_path, date.fromisoformat(DAY)).close()
    otc = Console(url, tmp_path)
    shown = otc(DAY, "customer", "show", "C0003")
    assert (shown["name"], shown["status"]) == ("Studio Prisme", "active")
    assert "customers.siren_missing" in [each["code"] for each in shown["missing"]]
    assert shown["recipients"]["invoice"]["emails"] == ["contact@prisme.example"]

    words = ("--email", "factures@prisme.example", "--role", "invoice_recipient")
    otc(DAY, "contact", "save", "C0003", "--name", "Léa Prisme", *words)
    otc(DAY, "contact", "save", "C0003", "--name", "léa prisme", "--function", "Comptable")
    [kept] = otc(DAY, "contact", "list", "C0003")["contacts"]
    assert (kept["function"], kept["roles"]) == ("Comptable", ["invoice_recipient"])
    shown = otc(DAY, "customer", "show", "C0003")
    assert shown["recipients"]["invoice"]["emails"] == ["factures@prisme.example"]
    otc(DAY, "contact", "remove", "C0003", "--name", "Léa Prisme")
    assert otc.refused(DAY, "contact", "remove", "C0003", "--name", "Léa Prisme") == [
        "customers.contact_not_found"
    ]

    blocked = otc(DAY, "customer", "block", "C0003", "--reason", "Chèque sans provision")
    assert blocked["status"] == "blocked"
    assert otc.refused(DAY, "customer", "submit", "C0003") == ["customers.wrong_status"]
    assert otc(DAY, "customer", "unblock", "C0003")["status"] == "active"
    assert otc(DAY, "customer", "archive", "C0003")["archived_on"] == DAY
    assert otc(DAY, "customer", "restore", "C0003")["archived_on"] is None


def test_a_price_is_imported_explained_and_applied(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"
    set_up(url, tmp_path, date.fromisoformat(DAY)).close()
    otc = Console(url, tmp_path)
    prices = tmp_path / "accords.csv"
    prices.write_text(
        "code client;code article;prix net;quantité mini\nC0001;P-01;15,00;10\n", "utf-8"
    )
    assert otc(DAY, "import", "agreed-prices", prices, "--dry-run")["created"] == 1
    assert otc(DAY, "import", "agreed-prices", prices)["created"] == 1
    assert otc(DAY, "import", "agreed-prices", prices)["unchanged"] == 1
    few = otc(DAY, "price", "explain", "P-01", "--customer", "C0001", "--quantity", "9")
    assert (few["price"], few["source"]) == ("19.9", "catalogue")
    many = otc(DAY, "price", "explain", "P-01", "--customer", "C0001", "--quantity", "10")
    assert (many["price"], many["source"]) == ("15", "agreed")
    assert len(many["why"]) == 2
