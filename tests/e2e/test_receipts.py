"""`otc receipt` as a user types it: a cheque from the counter to the bank and back."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from otc_desktop.adapters.platform.resources import resources_folder
from otc_desktop.bootstrap import open_house
from otc_desktop.cli.main import run
from otc_desktop.messages.catalogue import MessageCatalogue
from tests.support.company_files import Movement, write_statement
from tests.support.line import issue, set_up

DAY, LATER = "2026-11-20", "2026-11-23"


def test_a_cheque_by_the_console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"
    house = set_up(url, tmp_path, date.fromisoformat(DAY))
    number = issue(house).invoice.number
    house.close()
    messages = MessageCatalogue(resources_folder())

    def otc(today: str, *words: str | Path, status: int = 0) -> dict[str, Any]:
        """A command in this process: starting another for each takes longer than it runs."""
        arguments = ["--database", url, "--today", today, "--json", *map(str, words)]
        capsys.readouterr()
        assert run(arguments, open_house, messages) == status
        document: dict[str, Any] = json.loads(capsys.readouterr().out)
        return document

    def refused(*words: str | Path) -> list[str]:
        return [each["code"] for each in otc(DAY, *words, status=1)["errors"]]

    cheque = ("receipt", "add", "cheque", "C0001", "120.00", "--number", "0000123")
    made = otc(DAY, *cheque, "--invoice", f"{number}=120.00", "--bank", "BNP")
    assert (made["amount"], made["status"]) == ("120.00", "held")
    assert refused(*cheque) == ["receivables.paper_known"]
    slip = otc(DAY, "receipt", "remit", "--out", tmp_path / "slip.pdf")
    assert (slip["number"], slip["total"], slip["receipts"]) == ("REM-2026-0001", "120.00", 1)
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")
    no_bills = refused("receipt", "file", slip["number"], "--out", tmp_path / "lcr.txt")
    assert no_bills == ["receivables.no_bills"]
    lines = [Movement("120.00", "REMISE CHEQUE"), Movement("-120.00", "IMPAYE 0000123")]
    statement = write_statement(tmp_path / "s.xml", lines, day=LATER)
    otc(LATER, "bank", "import", statement)
    matched = otc(LATER, "bank", "match", "--post")
    assert [each["slip"] for each in matched["slips"]] == [slip["number"]]
    debit = next(
        each for each in otc(LATER, "bank", "list")["transactions"] if each["amount"] == "-120.00"
    )
    back = otc(LATER, "receipt", "return", made["id"], "--transaction", debit["id"])
    assert back["status"] == "returned"
    [listed] = otc(LATER, "receipt", "list", "--status", "returned")["receipts"]
    assert (listed["customer"], listed["slip"]) == ("C0001", slip["number"])
    [open_invoice] = otc(LATER, "invoice", "list", "--open")["invoices"]
    assert open_invoice["open_amount"] == "120.00"
    assert otc(LATER, "verify")["ok"]
