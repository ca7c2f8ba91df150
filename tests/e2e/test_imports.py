"""`otc import` as a person moving in from another program uses it."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.console import Console
from tests.support.line import set_up

DAY = "2026-11-20"
SAMPLES = Path(__file__).parents[1] / "data" / "imports"
LEDGER = (
    "JournalCode|EcritureNum|EcritureDate|CompteNum|CompAuxNum|CompAuxLib|PieceRef|Debit|Credit\n"
    "VE|1|20260105|411000|NEUF|Neuf SARL|F-77|120,00|0,00\n"
    "VE|1|20260105|706000|||F-77|0,00|{credit}\n"
)


@pytest.fixture
def otc(tmp_path: Path) -> Console:
    url = f"sqlite:///{tmp_path / 'otc.db'}"
    set_up(url, tmp_path, date.fromisoformat(DAY)).close()
    return Console(url, tmp_path)


def test_tables_of_other_programs_and_a_ledger_move_in(otc: Console, tmp_path: Path) -> None:
    sage = SAMPLES / "sage100_clients.txt"
    trial = otc(DAY, "import", "customers", sage, "--dry-run", "--explain")
    assert (trial["created"], trial["dry_run"], len(trial["rows"])) == (3, True, 3)
    assert trial["rows"][0]["key"] == "00042"
    assert trial["skipped"][0] == {"row": 7, "reason": "import.foot_line"}
    assert otc(DAY, "import", "customers", sage)["created"] == 3
    assert otc(DAY, "import", "customers", sage)["unchanged"] == 3

    bare = tmp_path / "articles.csv"
    bare.write_text("Réf.;Désignation;PV HT\nA1;Vis;0,05\n", encoding="cp1252")
    assert "import.missing_value" in otc.refused(DAY, "import", "products", bare)
    assert otc(DAY, "import", "products", bare, "--set", "vat_rate=20")["created"] == 1

    path = tmp_path / "732829320FEC20261231.txt"
    path.write_text(LEDGER.format(credit="119,00"), encoding="utf-8")
    assert otc.refused(DAY, "import", "fec", path) == ["fec.unbalanced_entry"]
    path.write_text(LEDGER.format(credit="120,00"), encoding="utf-8")
    taken = otc(DAY, "import", "fec", path)
    assert (taken["created"], taken["open_items"], taken["rejected"]) == (1, 1, [])
    assert taken["proof"] == [
        {
            "account": "NEUF",
            "name": "Neuf SARL",
            "ledger": "120.00",
            "taken": "120.00",
            "difference": "0.00",
        }
    ]
    again = otc(DAY, "import", "fec", path)
    assert (again["created"], again["unchanged"], again["known_items"]) == (0, 1, 1)
    assert otc(DAY, "verify")["ok"]
